// The demo's people: invented lives, told as the commands that made them.
//
// A story is data (main/demo/people.json), told through the same door as a tap. It has scenes: a day, who
// acts ("by", the person when absent), and commands as in spec/commands.md. Their `id` and `base` are needed
// only where one command names another. In all of them stands
//   "$mum"           an id, the same wherever it is written for one person; "$Amina Yusuf" her account
//   "tie:$mum"       the same, after its kind
//   "service:x@y"    the service "x" at the location "y" of the demo's directory
//   "@-14"           the day fourteen days before the demo's day, whatever day the scene is on
// A scene of one "take_invitation" is no command: a supporter takes what they were invited to.
#pragma once
#include <string>
#include <vector>

#include "main/house.hpp"

namespace kith {

struct DemoPerson {
  std::string name, role;
  AccountId account;
  std::optional<RecordId> record;
  std::string link, token;        // of the sign-in link; machine token
  std::vector<std::string> card;  // what to try: keys of the catalogue
};

// Makes the accounts and tells their stories, each event on its own day. Who was told of before, in a folder
// that was kept, is left as they are and gets another link. Faults: a story that is refused is misuse and
// names the line.
std::vector<DemoPerson> tell_stories(House&, std::string const& stories_json);

}  // namespace kith
