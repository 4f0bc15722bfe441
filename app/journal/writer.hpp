// The writer: one thread that makes every change. It takes submissions in order, lets the domain decide each
// on a state that includes the earlier ones of its batch, appends the batch in one commit, and only then lets
// anybody see it. Under load one commit carries up to 64 commands; alone, a command never waits for company.
//
// It knows nothing about people or plans: the domain plugs in `TentativeState` and two callbacks per
// submission.
//
// Order for each batch, all on the writer's thread:
//   begin() → decide() of each, in order → [append] → publish() or drop() → settled() of each, in order
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "app/fault.hpp"
#include "app/journal/journal.hpp"

namespace kith::app {

inline constexpr std::size_t batch_submissions_max = 64;
inline constexpr std::size_t waiting_submissions_max = 4096;
static_assert(batch_submissions_max <= items_per_append_max);

enum class Settled {
  committed,  // durable: give the answer
  unwritten,  // decide() had nothing to write (a known command) and what it saw is durable: give the answer
  stale,      // somebody else wrote first: load again and submit again
  fault,      // the commit failed or decide() threw: answer 503; the same command id may be sent again
};

// The domain's state while a batch is decided. Called on the writer's thread only; nothing here may throw.
class TentativeState {
 public:
  virtual ~TentativeState() = default;
  // A batch begins, or begins again after a decision threw: whatever was tentative is not.
  virtual void begin() = 0;
  // The commit is durable. `changed`: the tentative state of these streams, at these heads, is now the state.
  // `stale`: throw away what is known of these streams, tentative and settled; they must be loaded again.
  virtual void publish(std::span<StreamHead const> changed, std::span<IdBits const> stale) = 0;
  // The commit failed. Nothing tentative is true, and whether `touched` was written is unknown: throw away
  // what is known of these streams; they must be loaded again.
  virtual void drop(std::span<IdBits const> touched) = 0;
};

struct Submission {
  // Decides on the tentative state, changes that state accordingly, and returns what to append; nullopt when
  // there is nothing to write. May be called again after begin(), or not at all. It may throw; then only this
  // submission faults. Guard every stream the decision read but does not write with a StreamPart without
  // events.
  std::function<std::optional<AppendItem>()> decide;
  // Called exactly once for every accepted submission. Must be quick and must not throw.
  std::function<void(Settled)> settled;
};

class Writer {
 public:
  // Both must outlive the writer. The thread starts here.
  Writer(Journal&, TentativeState&);
  // Drains: everything accepted is settled before this returns.
  ~Writer();
  Writer(Writer const&) = delete;
  Writer& operator=(Writer const&) = delete;

  // Any thread. false: the queue is full or the writer is stopping; neither callback will be called: answer
  // 503.
  bool submit(Submission);

  // Why the last commit failed; as good as new when none has.
  Fault last_fault() const;

  // Accepts nothing more, settles what was accepted, joins the thread. Safe to call twice.
  void stop();

 private:
  void run();
  std::vector<Submission> take_batch();

  Journal& journal_;
  TentativeState& state_;
  mutable std::mutex mutex_;
  Fault last_fault_{FaultKind::unavailable, "The change could not be kept. Nothing was lost; send it again."};
  std::condition_variable wake_;
  std::deque<Submission> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

// For callers with nothing else to do (the CLI, tests): submits and waits. nullopt: full or stopping.
std::optional<Settled> submit_and_wait(Writer&, std::function<std::optional<AppendItem>()> decide);

}  // namespace kith::app
