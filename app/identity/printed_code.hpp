// A code that is printed and typed in again: eight signs that cannot be mistaken for each other, aloud or in
// handwriting. "KMTA-7RX4".
//
// Pure. Reading forgives small letters, spaces and a missing line. 21^8 codes, each open for a short while
// and behind the slow-down of its address (AC16). The link of an invitation has twelve such signs: it is
// printed too.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kith::identity {

inline constexpr std::size_t code_groups = 2, link_groups = 3;  // of four signs

// From random octets; nullopt when there were not enough that favour no sign: draw again.
std::optional<std::string> printed_code_of(std::string_view random, std::size_t groups = code_groups);
// As it was printed; nullopt: it cannot be one.
std::optional<std::string> read_printed_code(std::string_view typed, std::size_t groups = code_groups);

}  // namespace kith::identity
