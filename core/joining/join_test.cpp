// What a join copies and refuses. Rules JO3 and JO9 (spec/joining.md); both streams are tested in
// app/records.
#include "core/joining/join.hpp"

#include "core/record/story_test.hpp"

namespace kith {
namespace {

using namespace story;

constexpr RecordId old_record{0x0EC0, 2};

// Nell's record, begun by Ben, who sits with her.
Story with_ben() {
  Story s;
  s.told(ben, StartRecord{{"Nell"}, false, true, set_of(Part::together), {}});
  s.told(ben, OpenVisit{of<VisitId>(1), {ben.account}, every_part, true});
  return s;
}
std::string joined(Story const& old, Story const& kept) {
  JoinAsk const ask{of<CommandId>(1), old_record, monday_noon, 0, true, false};
  auto const decision = decide_join(ask, {old.shown_to(ben), old_record}, {kept.shown_to(ben), the_record},
                                    written_by(old.events), Story::here_of(ben, old.now));
  auto const* refusal = std::get_if<Refusal>(&decision);
  return refusal ? std::string(refusal->rule) : "agreed";
}

TEST(Join, JO3_what_was_put_away_settled_or_disowned_stays_behind) {
  auto s = with_ben();
  Sent const for_nell{.voice = Party::person()};
  auto const said = [](std::uint64_t n, char const* text) { return words(n, text, Confirmed::said_aloud); };
  s.told(ben, PlaceStep{of<StepId>(1), {}, said(1, "Ring Mum"), Party::person(), {}, {}}, for_nell);
  s.told(ben, PlaceStep{of<StepId>(2), {}, said(2, "Stays"), Party::person(), {}, {}}, for_nell);
  s.told(ben, SetStep{of<StepId>(2), StepState::put_away});
  s.told(ben, Raise{of<TalkId>(1), TalkAbout::asked_for, said(3, "Stays too")}, for_nell);
  s.told(ben, SettleTalk{of<TalkId>(1)});
  std::vector<CollectionLine> const lines{{of<ServiceId>(1), {"Choir"}, {}}};
  s.told(ben, HandCollection{of<HandingId>(1), {"To try"}, lines});
  s.told(ben, HandCollection{of<HandingId>(2), {"Stays as well"}, lines});
  s.told(ben, PutAwayHanded{of<HandingId>(2)});
  std::string names;
  for (auto const& copy : copies_of(s.shown_to(ben), old_record, written_by(s.events))) {
    names += std::string(name_of(copy.fact)) + " ";
    EXPECT_EQ(copy.origin.author, ben.account);
    EXPECT_EQ(copy.origin.day, monday);
  }
  EXPECT_EQ(names, "member_named statement_worded step_placed collection_handed ");
}

TEST(Join, JO9_a_join_without_room_changes_nothing) {
  auto const old = [] {
    auto s = with_ben();
    s.told(ben, tie(1, "Mum"));
    return s;
  }();
  auto full = with_ben();
  EXPECT_EQ(joined(old, full), "agreed");
  full.filled(ties_per_circle_max, [](std::uint64_t n) { return TieDrawn{tie(n, "Somebody"), {}}; });
  EXPECT_EQ(joined(old, full), "JO9");
}

}  // namespace
}  // namespace kith
