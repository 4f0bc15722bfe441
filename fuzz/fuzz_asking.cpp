// What a browser or an operator hands the program outside commands and directories; the first byte says
// which: the target of a request, its cookies, a configuration, what a device opens with, what it is told, a
// week of visits, a join, a list of places.
#include <algorithm>
#include <cstdlib>

#include "core/at_work/time_together.hpp"
#include "core/collections/collection.hpp"
#include "core/joining/join.hpp"
#include "http/limits.hpp"
#include "http/target.hpp"
#include "main/config.hpp"
#include "wire/device.hpp"
#include "wire/fields.hpp"

using namespace kith;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

void ask_target(std::string_view text) {
  http::Request request;
  if (!http::read_target(text, request)) return;
  must(request.segments.size() <= http::path_segments_max && request.query.size() <= http::query_pairs_max);
  for (auto const& segment : request.segments)
    must(segment != ".." && segment.find('/') == std::string::npos && wire::is_utf8(segment));
  for (auto const& [name, value] : request.query) must(wire::is_utf8(name) && wire::is_utf8(value));
}

void ask_cookies(std::string_view text) {
  http::Request request;
  request.headers.emplace_back("cookie", std::string(text));
  http::read_cookies(request);
  must(request.cookies.size() <= http::cookies_max);
  for (auto const& cookie : request.cookies) must(cookie.first.find('=') == std::string::npos);
}

void ask_config(std::string_view text) {
  auto const read = read_config(text);
  auto const* problems = std::get_if<std::vector<ConfigProblem>>(&read);
  if (!problems) return;
  auto const lines = 1 + std::count(text.begin(), text.end(), '\n');
  must(!problems->empty());
  for (auto const& one : *problems) must(one.line >= 0 && one.line <= lines && !one.what.empty());
}

// What was read back is one of ours: it takes a step, and what comes out can be written.
void ask_device(std::string_view opening, std::string_view input) {
  auto const opened = wire::read_json(opening), told = wire::read_json(input);
  auto const *first = std::get_if<wire::Json>(&opened), *second = std::get_if<wire::Json>(&told);
  if (!first) return;
  auto device = wire::read_opening(*first);
  auto* ours = std::get_if<Device>(&device);
  if (!ours || !second) return;
  auto const next = wire::read_input(*second);
  if (auto const* known = std::get_if<DeviceInput>(&next))
    must(wire::write_outputs(*ours, step(*ours, *known)).is_array());
}

void ask_desk(std::string_view text) {
  auto const json = wire::read_json(text);
  auto const* read = std::get_if<wire::Json>(&json);
  if (!read) return;
  wire::FieldFault fault;
  JoinAsk join;
  if (wire::decode(*read, join, fault)) {
    JoinAsk again;
    must(wire::decode(wire::encode(join), again, fault) && again.from == join.from);
  }
  Collection list;
  if (wire::decode(*read, list, fault)) {
    Collection again;
    must(wire::decode(wire::encode(list), again, fault) && again == list);
  }
  WeekAsk week;
  if (!wire::decode(*read, week, fault)) return;
  VisitTime const visit{VisitId{1, 1}, week.monday, Instant{0}, 30, false};
  auto const kept = keep_week(week, {&visit, 1}, week.monday);
  auto const* good = std::get_if<KeptWeek>(&kept);
  must(!good || (good->minutes >= 0 && good->minutes <= visit_minutes_max));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  if (text.starts_with('t')) ask_target(text.substr(1));
  if (text.starts_with('c')) ask_cookies(text.substr(1));
  if (text.starts_with('k')) ask_config(text.substr(1));
  if (text.starts_with('w')) ask_desk(text.substr(1));
  if (text.starts_with('d')) {
    auto const line = std::min(text.find('\n'), text.size());
    ask_device(text.substr(1, line - 1), text.substr(std::min(line + 1, text.size())));
  }
  return 0;
}
