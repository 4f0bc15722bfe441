// Taking an invitation, and what a supporter may do afterwards. Rules SU3, SU5, SU7 and SU9
// (spec/supporters.md).
//
// Whoever takes one sees nothing of the record yet, so this is decided on the whole of it. Pure.
#pragma once
#include "core/record/decide.hpp"

namespace kith {

// What becomes true when this account takes it, under a new id for what it gives; nullopt: nothing is there
// to be taken.
std::optional<std::vector<Fact>> taking(Record const& whole, InvitationId, KnownAccount const&, GrantId,
                                        Instant now);

bool can_be_invited(TieKind);  // SU1: a human being from their own life

// SU7: they read, and add words of their own where they may tell.
bool supporter_may_send(std::string_view command);

// SU9: they could once see or tell more than they can now.
bool shows_less(Record const&, Reader const&, Instant now);

}  // namespace kith
