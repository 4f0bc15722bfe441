// Test only: supporters in a story. `gwen` is Mum herself, `hal` somebody else from Amina's life.
#pragma once
#include "core/record/story_test.hpp"
#include "core/supporters/taking.hpp"

namespace kith::story {

inline InviteSupporter invitation(std::uint64_t id, TieId to, PartSet see, PartSet tell = {}) {
  return {of<InvitationId>(id), to, see, tell, {}};
}
// What the server does when somebody shows the link and the code. False: nothing is there to be taken.
inline bool take(Story& s, Who const& who, std::uint64_t id) {
  auto facts = taking(s.record, of<InvitationId>(id), {who.account, Name{who.name}, who.role},
                      of<GrantId>(0x1000 + id), s.now);
  if (!facts) return false;
  std::uint32_t n = 0;
  for (auto& fact : *facts) {
    Event const event{CommandId{0x7A4E, id}, n++, who.account, s.now, s.today(), std::move(fact)};
    apply(s.record, the_record, event);
    s.events.push_back(event);
  }
  return true;
}
// A tie who takes an invitation to see and tell this.
inline void stands_by(Story& s, Who const& who, std::uint64_t id, PartSet see, PartSet tell = {}) {
  if (!s.record.ties.contains(of<TieId>(id))) s.told(amina, tie(id, who.name));
  s.told(amina, invitation(0x500 + id, of<TieId>(id), see, tell));
  EXPECT_TRUE(take(s, who, 0x500 + id)) << who.name;
}
inline SetSupport set_support(Who const& who, PartSet see, PartSet tell = {}) {
  return {who.account, see, tell, {}};
}

}  // namespace kith::story
