#include "standards/open_referral/own_mappings.hpp"

#include <algorithm>

namespace kith::open_referral {
namespace {

std::map<std::string, Mapping, std::less<>> read_own_mappings() {
  std::map<std::string, Mapping, std::less<>> made;
  for (auto const& one : own_mapping_texts()) {
    auto read = read_mapping(one.json);
    if (auto* mapping = std::get_if<Mapping>(&read)) made.emplace(one.name, std::move(*mapping));
  }
  return made;
}

}  // namespace

Mapping const* own_mapping(std::string_view file_name) {
  static auto const mappings = read_own_mappings();
  auto const slash = file_name.find_last_of("/\\");
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  auto const found = mappings.find(file_name.substr(0, std::min(file_name.rfind('.'), file_name.size())));
  return found == mappings.end() ? nullptr : &found->second;
}

}  // namespace kith::open_referral
