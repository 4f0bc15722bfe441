// The mappings that Kith brings (mappings/*.json), as text put into the program by the build.
#pragma once
#include <string_view>
#include <vector>

#include "standards/open_referral/mapping.hpp"

namespace kith::open_referral {

struct OwnMappingText {
  std::string_view name, json;
};
std::vector<OwnMappingText> own_mapping_texts();

}  // namespace kith::open_referral
