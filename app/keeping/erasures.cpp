#include "app/keeping/erasures.hpp"

namespace kith::app {
namespace {

constexpr std::string_view whose = "of ";

std::optional<Erasure> erasure_in(std::string_view line) {
  auto const space = line.find(' ');
  auto const at = parse_instant(line.substr(0, space));
  auto const stream = space == line.npos ? std::nullopt : parse_uuid(line.substr(space + 1));
  return at && stream ? std::optional(Erasure{*at, *stream}) : std::nullopt;
}

}  // namespace

std::string first_line_of(IdBits installation) { return std::string(whose) + uuid_text(installation) + '\n'; }

std::string line_of(Erasure const& erasure) {
  return text_of(erasure.at) + ' ' + uuid_text(erasure.stream) + '\n';
}

std::variant<Erasures, Refusal> read_erasures(std::string_view text) {
  Erasures read;
  for (std::int64_t number = 1; !text.empty(); ++number) {
    auto const end = text.find('\n');
    auto const line = text.substr(0, end);
    auto const broken = refuse("KP9", {{"line", number}});
    if (end == text.npos) return broken;
    if (number == 1) {
      read.installation = line.starts_with(whose) ? parse_uuid(line.substr(whose.size())) : std::nullopt;
      if (!read.installation) return broken;
    } else {
      auto const erasure = erasure_in(line);
      if (!erasure) return broken;
      read.list.push_back(*erasure);
    }
    text.remove_prefix(end + 1);
  }
  return read;
}

}  // namespace kith::app
