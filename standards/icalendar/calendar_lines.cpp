#include "standards/icalendar/calendar_lines.hpp"

#include <optional>

namespace kith::icalendar {
namespace {

constexpr std::size_t parameters_max = 32;

char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
std::string capitals(std::string_view text) {
  std::string big;
  for (char const c : text) big += capital(c);
  return big;
}

// NAME;PARAMETER=value;PARAMETER="quoted":value
std::optional<Line> line_of(std::string_view text) {
  Line line;
  bool quoted = false;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (quoted || (text[at] != ';' && text[at] != ':')) continue;
    auto const part = text.substr(start, at - start);
    if (line.name.empty()) {
      line.name = capitals(part);
    } else if (auto const equals = part.find('='); equals != part.npos) {
      auto value = part.substr(equals + 1);
      if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
        value = value.substr(1, value.size() - 2);
      if (line.parameters.size() == parameters_max) return std::nullopt;
      line.parameters.emplace_back(capitals(part.substr(0, equals)), value);
    }
    start = at + 1;
    if (text[at] != ':') continue;
    line.value = text.substr(start);
    return line.name.empty() ? std::nullopt : std::optional(std::move(line));
  }
  return std::nullopt;
}

}  // namespace

std::string_view Line::parameter(std::string_view wanted) const {
  for (auto const& [key, text] : parameters)
    if (key == wanted) return text;
  return {};
}

std::vector<Line> lines_of(std::string_view file) {
  std::vector<Line> lines;
  std::string unfolded;
  auto const put = [&] {
    if (auto line = line_of(unfolded)) lines.push_back(std::move(*line));
    unfolded.clear();
  };
  while (!file.empty()) {
    auto const end = file.find('\n');
    auto text = file.substr(0, end);
    file = end == file.npos ? std::string_view() : file.substr(end + 1);
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    if (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
      unfolded += text.substr(1);
      continue;
    }
    put();
    unfolded = text;
  }
  put();
  return lines;
}

std::string plain_text(std::string_view value) {
  std::string plain;
  for (std::size_t at = 0; at < value.size(); ++at) {
    char c = value[at];
    if (c == '\\' && at + 1 < value.size()) {
      c = value[++at];
      if (c == 'n' || c == 'N') c = ' ';
    }
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) plain += c;
  }
  return plain;
}

}  // namespace kith::icalendar
