#include "app/keeping/erasures.hpp"

namespace kith::app {

std::string line_of(Erasure const& erasure) {
  return text_of(erasure.at) + ' ' + uuid_text(erasure.stream) + '\n';
}

std::variant<std::vector<Erasure>, Refusal> read_erasures(std::string_view text) {
  std::vector<Erasure> list;
  for (std::int64_t number = 1; !text.empty(); ++number) {
    auto const end = text.find('\n');
    auto const line = text.substr(0, end);
    auto const space = line.find(' ');
    auto const at = parse_instant(line.substr(0, space));
    auto const stream = space == line.npos ? std::nullopt : parse_uuid(line.substr(space + 1));
    if (end == text.npos || !at || !stream) return refuse("KP9", {{"line", number}});
    list.push_back({*at, *stream});
    text.remove_prefix(end + 1);
  }
  return list;
}

}  // namespace kith::app
