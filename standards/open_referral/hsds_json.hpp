// HSDS 3.0 as JSON: one service, a list, a page (`contents`), organizations with their services, services at
// locations, one object a line, or the tables of a package in one object. Rules DI18, DI21, DI23.
#pragma once
#include <string>
#include <string_view>

#include "core/refusal.hpp"
#include "standards/open_referral/reading.hpp"

namespace kith::open_referral {

inline constexpr std::size_t json_item_bytes_max = 4u << 20;  // one service with all it nests

std::optional<Refusal> read_hsds_json(std::string const& file_name, std::string_view text, Reading&);

}  // namespace kith::open_referral
