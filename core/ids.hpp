// Ids: 128 random bits, made by whoever sends a command, so that a tablet without a signal can name new
// things.
//
// One type per kind of thing: a goal's id cannot be passed where a step's is wanted. Text form: a lower-case
// UUID of 36 bytes; parsing is strict, accepts every version and refuses the nil id. Values, ordered by their
// bits, free to copy.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith {

struct IdBits {
  std::uint64_t hi = 0, lo = 0;
  friend constexpr auto operator<=>(IdBits, IdBits) = default;
};
std::optional<IdBits> parse_uuid(std::string_view);
std::string uuid_text(IdBits);
IdBits uuid_of_random(std::array<std::uint8_t, 16> const& random_bytes);  // marks them as version 4

template <class Tag>
struct Id {
  std::uint64_t hi = 0, lo = 0;  // both zero: nil, which no text spells
  constexpr bool is_nil() const { return hi == 0 && lo == 0; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

template <class Tag>
std::string text_of(Id<Tag> id) {
  return uuid_text({id.hi, id.lo});
}
template <class IdType>
std::optional<IdType> parse_id(std::string_view text) {
  auto const bits = parse_uuid(text);
  return bits ? std::optional(IdType{bits->hi, bits->lo}) : std::nullopt;
}
template <class IdType>
IdType random_id(std::array<std::uint8_t, 16> const& random_bytes) {
  auto const bits = uuid_of_random(random_bytes);
  return IdType{bits.hi, bits.lo};
}

using RecordId = Id<struct RecordTag>;  // the person whose record it is
using AccountId = Id<struct AccountTag>;
using TieId = Id<struct TieTag>;
using LinkId = Id<struct LinkTag>;
using StatementId = Id<struct StatementTag>;
using VersionId = Id<struct VersionTag>;  // one wording of a statement
using CommandId = Id<struct CommandTag>;
using GoalId = Id<struct GoalTag>;
using StepId = Id<struct StepTag>;
using PromiseId = Id<struct PromiseTag>;
using IdeaId = Id<struct IdeaTag>;
using FollowUpId = Id<struct FollowUpTag>;
using MeetingId = Id<struct MeetingTag>;
using GrantId = Id<struct GrantTag>;
using VisitId = Id<struct VisitTag>;
using ServiceId = Id<struct ServiceTag>;
using OrganizationId = Id<struct OrganizationTag>;
using EnjoyedId = Id<struct EnjoyedTag>;

}  // namespace kith
