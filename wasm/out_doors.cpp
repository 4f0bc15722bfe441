#include "wasm/out_doors.hpp"

#include "core/handover/visit_text.hpp"
#include "core/paper/outgoing.hpp"
#include "core/reach/calendar.hpp"
#include "wire/fields.hpp"

namespace kith::wasm {

using wire::Json;

namespace {

struct LineView {
  RowKey row;
  std::string text;
  std::optional<Day> copied_on;
  std::string copied_by;
  bool is_new = true;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("row", s.row), v("text", s.text), v("copied_on", s.copied_on), v("copied_by", s.copied_by);
    v("is_new", s.is_new);
  }
};
struct CopyView {
  std::string text;
  bool all = true;
  std::vector<CopiedLine> copied;
  std::vector<LineView> lines;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("text", s.text), v("all", s.all), v("copied", s.copied), v("lines", s.lines);
  }
};

}  // namespace

Answer copy_visit(OnDevice const& on, Json const& in) {
  auto const after = view_after_visit(on.device.shown, on.context);
  if (!after) return refuse("HO2");
  auto const reader = on.context.reader.account;
  VisitAsk ask;
  ask.today = on.context.today;
  ask.by_name = on.device.reader_name.text;
  ask.letters_max = static_cast<std::size_t>(
      std::max<std::int64_t>(0, wire::integer_at(in, "letters").value_or(std::int64_t{copy_letters_max})));
  ask.whole = wire::bool_at(in, "whole").value_or(false);
  auto const lines = visit_lines(*after, reader, on.catalogue);
  auto const text = visit_text(*after, lines, ask, on.catalogue);
  CopyView view{text.text, text.all, text.copied, {}};
  for (auto const& line : lines)
    view.lines.push_back({line.line.row, line.text, line.copied_on, line.copied_by, line.is_new});
  return wire::codec<CopyView, wire::Ways::out>.write(&view);
}

Answer calendar(OnDevice const& on) {
  auto made = calendar_of(on.device.shown, on.context, on.device.zone, on.catalogue);
  if (auto* refusal = std::get_if<Refusal>(&made)) return std::move(*refusal);
  return Json{{"file", std::get<std::string>(std::move(made))}};
}

Answer other_paper(OnDevice const& on, PaperContext const& context, std::string_view style, Json const& in) {
  auto const kind = named<Outgoing>(style);
  if (!kind) return refuse("PA11");
  auto const* step = wire::string_at(in, "step");
  OutgoingAsk const ask{*kind, step ? parse_id<StepId>(*step) : std::nullopt};
  auto made = outgoing_html(on.device.shown, on.context, context, ask, on.catalogue);
  if (auto* refusal = std::get_if<Refusal>(&made)) return std::move(*refusal);
  return Json{{"html", std::get<std::string>(std::move(made))}};
}

}  // namespace kith::wasm
