// The form under which a sign-in name is looked up: "  Siân  JONES " and "siân jones" are the same person.
//
// Spaces are trimmed and folded into one, letters of ASCII, Latin-1 and Latin Extended-A made small (English,
// Welsh and most of Europe). Marks written as separate characters are not put together. nullopt: empty, over
// `sign_in_name_bytes_max`, not UTF-8, or with a control character (AC9).
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kith::identity {

inline constexpr std::size_t sign_in_name_bytes_max = 200;

std::optional<std::string> normalised_name(std::string_view);

}  // namespace kith::identity
