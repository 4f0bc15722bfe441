// The names that HTML gives to characters: "&hellip;", "&#8217;", "&#x2019;". Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kith::open_referral {

struct CharacterEntity {
  std::size_t bytes = 0;  // with its & and ;
  std::string text;       // UTF-8
};

// The entity that begins here; nullopt: none that is known.
std::optional<CharacterEntity> entity_at(std::string_view text);

}  // namespace kith::open_referral
