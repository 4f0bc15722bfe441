// The lines of a calendar file, unfolded, each taken apart into name, parameters and value. Inside the
// reader.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::icalendar {

struct Line {
  std::string name;  // in capitals
  std::vector<std::pair<std::string, std::string>> parameters;
  std::string value;
  std::string_view parameter(std::string_view name) const;  // "" when it is not there
};
std::vector<Line> lines_of(std::string_view file);
std::string plain_text(std::string_view value);  // without escapes, on one line

}  // namespace kith::icalendar
