// A party: whoever can say or do something in a record. The person, an account, or a tie of the circle.
//
// The person's own account is always written as the person, so that signing in later changes no line. Text
// form: "person", "account:<id>", "tie:<id>". Values.
#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "core/ids.hpp"

namespace kith {

struct Party {
  enum class Kind : std::uint8_t { person, account, tie };
  Kind kind = Kind::person;
  IdBits id;  // nil for the person

  static constexpr Party person() { return {}; }
  static constexpr Party of(AccountId account) { return {Kind::account, {account.hi, account.lo}}; }
  static constexpr Party of(TieId tie) { return {Kind::tie, {tie.hi, tie.lo}}; }
  constexpr bool is_person() const { return kind == Kind::person; }
  std::optional<AccountId> account() const {
    return kind == Kind::account ? std::optional(AccountId{id.hi, id.lo}) : std::nullopt;
  }
  std::optional<TieId> tie() const {
    return kind == Kind::tie ? std::optional(TieId{id.hi, id.lo}) : std::nullopt;
  }
  friend constexpr auto operator<=>(Party const&, Party const&) = default;
};

inline std::string text_of(Party const& party) {
  if (party.is_person()) return "person";
  return (party.kind == Party::Kind::account ? "account:" : "tie:") + uuid_text(party.id);
}
inline std::optional<Party> parse_party(std::string_view text) {
  if (text == "person") return Party::person();
  auto const read = [&](std::string_view prefix, Party::Kind kind) -> std::optional<Party> {
    if (!text.starts_with(prefix)) return std::nullopt;
    auto const bits = parse_uuid(text.substr(prefix.size()));
    return bits ? std::optional(Party{kind, *bits}) : std::nullopt;
  };
  if (auto const account = read("account:", Party::Kind::account)) return account;
  return read("tie:", Party::Kind::tie);
}

}  // namespace kith
