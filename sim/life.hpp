// What somebody taps: made up from what their page shows. The same seed makes the same life.
#pragma once
#include <optional>
#include <vector>

#include "core/record/made_up_test.hpp"
#include "sim/people.hpp"

namespace kith::sim {

class Life {
 public:
  explicit Life(std::uint64_t seed);

  std::vector<Command> beginning(
      Instant now);  // the person's first: a record, four people let in, a few words
  Command tap(Record const& shown, Reader const&, Instant now);
  std::vector<Command> let_out(Record const& shown, AccountId, Instant now);  // sometimes only in part

  // Any command there is, and not only what people mostly do.
  Command anything(Record const& shown, Reader const& reader, Instant now) {
    return up_.command(shown, reader, now);
  }

 private:
  template <class A>
  Command made(Record const& shown, Instant now);
  Command command(Ask ask, Instant now);
  GiveGrant grant(AccountId to, Instant now);
  std::optional<Command> reword(Record const& shown, Reader const&, Instant now);
  std::optional<Command> judge_a_line(Record const& shown, Instant now);
  std::optional<Command> answer_a_proposal(Record const& shown, Instant now);

  MadeUp up_;
};

}  // namespace kith::sim
