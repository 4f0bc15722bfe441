#include "wasm/out_doors.hpp"

#include "core/handover/visit_text.hpp"
#include "core/paper/outgoing.hpp"
#include "core/reach/calendar.hpp"
#include "wire/fields.hpp"

namespace kith::wasm {

using wire::Json;

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
  Json list = Json::array(), copied = Json::array();
  for (auto const& line : lines) {
    list.push_back({{"row", line.line.row.text},
                    {"text", line.text},
                    {"copied_on", line.copied_on ? Json(text_of(*line.copied_on)) : Json(nullptr)},
                    {"copied_by", line.copied_by},
                    {"is_new", line.is_new}});
  }
  for (auto const& line : text.copied) copied.push_back(wire::encode(line));
  return Json{
      {"text", text.text}, {"all", text.all}, {"copied", std::move(copied)}, {"lines", std::move(list)}};
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
  OutgoingAsk const ask{*kind, step ? parse_id<StepId>(*step) : std::nullopt,
                        wire::bool_at(in, "whole").value_or(false)};
  auto made = outgoing_html(on.device.shown, on.context, context, ask, on.catalogue);
  if (auto* refusal = std::get_if<Refusal>(&made)) return std::move(*refusal);
  return Json{{"html", std::get<std::string>(std::move(made))}};
}

}  // namespace kith::wasm
