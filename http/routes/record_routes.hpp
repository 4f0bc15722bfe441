// A person's record over HTTP: commands in, view and changes out. Shapes: spec/commands.md, view.md and
// sync.md.
//
// The handlers read, ask `Records`, and answer: no rule, no SQL and no role name stands here. A record the
// caller is not let into is 404, as one that does not exist (HT9).
#pragma once
#include <functional>
#include <vector>

#include "app/identity/sign_in.hpp"
#include "app/installation/installation.hpp"
#include "app/paper/paper.hpp"
#include "app/records/records.hpp"
#include "app/unsent/word_box.hpp"
#include "core/at_work/work_times.hpp"
#include "core/words/format.hpp"
#include "http/live.hpp"
#include "http/router.hpp"

namespace kith::http {

// One colleague a person may let in: the practitioners of this installation.
struct RecordDesk {
  app::Records& records;
  LiveHub& hub;
  Catalogues const& words;  // the reader's language: language_of(request)
  std::function<std::vector<KnownAccount>()> practitioners;
  app::Paper& paper;
  app::Installation const& installation;
  std::function<Day()> today;  // where the people of this installation live
  app::WordBox const& boxes;
  std::function<Instant()> now;
  identity::SignIn& sign_in;
  std::function<std::optional<AtWork>(AccountId)> next_at_work = {};  // none: not known (WT3)
};

std::vector<Route> record_routes(RecordDesk const&);  // the desk is borrowed

app::Caller caller_of(identity::SignedIn const&);

// Tells every open browser whose reader can see the change. Call it off the writer's thread.
void nudge(LiveHub&, RecordId, app::Folded const* before, app::Folded const& after);

}  // namespace kith::http
