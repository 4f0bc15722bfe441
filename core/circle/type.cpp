#include "core/circle/type.hpp"

namespace kith {
namespace {

void count_one(TieFacts const& tie, TieCounts& counts) {
  bool const frequent = is_frequent(tie), supporting = !tie.support.empty();
  switch (family_of(tie.kind)) {
    case TieFamily::family:
      counts.family += 1;
      counts.frequent_family += frequent;
      counts.frequent_supporting += frequent && supporting;
      return;
    case TieFamily::other_people:
      counts.other_people += 1;
      counts.frequent_other_people += frequent;
      counts.frequent_supporting += frequent && supporting;
      return;
    case TieFamily::group:
      counts.groups += 1;
      counts.frequent_groups += frequent;
      return;
    case TieFamily::practitioner:
      counts.practitioners += 1;
      return;
    case TieFamily::valued:
      return;  // CI10: always named, never deciding
  }
}

bool is_diverse(TieCounts const& n) {
  int const frequent = n.frequent_people() + n.frequent_groups;
  int const sides = (n.frequent_family > 0) + (n.frequent_other_people > 0) + (n.frequent_groups > 0);
  return n.family >= 1 && n.other_people >= 1 && n.groups >= 1 && frequent >= 3 && sides >= 2;
}

// The three endings stand in the same order behind each of the three words.
CircleType with_ending(CircleType centred, TieCounts const& n) {
  auto const first = static_cast<int>(centred);
  if (n.frequent_people() >= 3 && n.frequent_supporting >= 2) return centred;
  return static_cast<CircleType>(n.frequent_supporting >= 1 ? first + 1 : first + 2);
}

}  // namespace

TieCounts count_active(std::span<TieFacts const> ties) {
  TieCounts counts;
  for (auto const& tie : ties) {
    if (is_active(tie)) count_one(tie, counts);
  }
  return counts;
}

CircleType type_of(std::span<TieFacts const> ties, bool finished) {
  if (ties.empty() || !finished) return CircleType::not_yet_drawn;  // CI2
  auto const n = count_active(ties);
  int const people = n.people();
  if (people == 0 && n.groups == 0) {  // CI3, CI4
    return n.practitioners == 0 ? CircleType::highly_isolated : CircleType::professional_contact;
  }
  if (people == 1 && n.groups == 0 && n.frequent_supporting == 0) {  // CI5, CI6
    return n.practitioners >= 2 ? CircleType::professional_contact : CircleType::isolated;
  }
  if (is_diverse(n)) return CircleType::diverse;                                      // CI7
  if (people == 0) return CircleType::community_contact;                              // CI8
  if (3 * n.family >= 2 * people) return with_ending(CircleType::family_centred, n);  // CI9
  if (3 * n.other_people >= 2 * people) return with_ending(CircleType::friend_centred, n);
  return with_ending(CircleType::friend_family_centred, n);
}

}  // namespace kith
