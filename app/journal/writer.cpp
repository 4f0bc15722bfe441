#include "app/journal/writer.hpp"

#include <algorithm>
#include <exception>
#include <future>
#include <map>
#include <set>
#include <utility>

namespace kith::app {
namespace {

using OnFault = std::function<void(Fault const&)>;

// One batch on its way from the queue to the answers.
class Batch {
 public:
  Batch(Journal& journal, TentativeState& state, OnFault on_fault, std::vector<Submission> submissions)
      : journal_(journal),
        state_(state),
        on_fault_(std::move(on_fault)),
        submissions_(std::move(submissions)) {
    settled_.resize(submissions_.size(), std::nullopt);
  }

  void run() {
    while (!decide_all()) {
    }
    commit();
    for (std::size_t n = 0; n < submissions_.size(); ++n)
      submissions_[n].settled(settled_[n].value_or(Settled::fault));
  }

 private:
  // False when a decision threw: it may have left half of itself in the tentative state, so everything
  // tentative is dropped and the batch decided again without it. Each round loses one submission, so rounds
  // end.
  bool decide_all() {
    items_.clear();
    writers_.clear();
    state_.begin();
    for (std::size_t n = 0; n < submissions_.size(); ++n) {
      if (settled_[n]) continue;
      try {
        auto item = submissions_[n].decide();
        if (!item) continue;
        items_.push_back(std::move(*item));
        writers_.push_back(n);
      } catch (std::exception const&) {
        settled_[n] = Settled::fault;
        return false;
      }
    }
    return true;
  }

  void commit() {
    try {
      auto const outcomes = items_.empty() ? std::vector<AppendOutcome>{} : journal_.append(items_);
      publish(outcomes);
    } catch (Fault const& fault) {
      on_fault_(fault);
      fail_all();
    } catch (std::exception const&) {
      fail_all();
    }
  }

  void fail_all() {
    drop();
    for (auto& settled : settled_) settled = Settled::fault;
  }

  void publish(std::vector<AppendOutcome> const& outcomes) {
    std::map<IdBits, StreamHead> changed;
    std::set<IdBits> stale;
    std::size_t first_stale = submissions_.size();
    for (std::size_t n = 0; n < outcomes.size(); ++n) {
      bool const appended = outcomes[n] == AppendOutcome::appended;
      settled_[writers_[n]] = appended ? Settled::committed : Settled::stale;
      if (!appended) first_stale = std::min(first_stale, writers_[n]);
      for (auto const& part : items_[n].parts) {
        if (!appended) {
          stale.insert(part.stream);
        } else if (!part.events.empty()) {
          auto const& last = part.events.back();
          changed[part.stream] = {part.stream, part.kind, {last.header.position, last.chain}};
        }
      }
    }
    settle_unwritten(first_stale);
    state_.publish(heads_of(changed, stale), std::vector(stale.begin(), stale.end()));
  }

  // Who wrote nothing may have seen what a stale item only wished for.
  void settle_unwritten(std::size_t first_stale) {
    for (std::size_t n = 0; n < settled_.size(); ++n) {
      if (!settled_[n]) settled_[n] = n < first_stale ? Settled::unwritten : Settled::stale;
    }
  }

  static std::vector<StreamHead> heads_of(std::map<IdBits, StreamHead> const& changed,
                                          std::set<IdBits> const& stale) {
    std::vector<StreamHead> heads;
    for (auto const& [stream, head] : changed) {
      if (!stale.contains(stream)) heads.push_back(head);
    }
    return heads;
  }

  void drop() {
    std::set<IdBits> touched;
    for (auto const& item : items_) {
      for (auto const& part : item.parts) touched.insert(part.stream);
    }
    state_.drop(std::vector(touched.begin(), touched.end()));
  }

  Journal& journal_;
  TentativeState& state_;
  OnFault on_fault_;
  std::vector<Submission> submissions_;
  std::vector<std::optional<Settled>> settled_;  // one per submission
  std::vector<AppendItem> items_;
  std::vector<std::size_t> writers_;  // which submission each item came from
};

}  // namespace

Writer::Writer(Journal& journal, TentativeState& state)
    : journal_(journal), state_(state), thread_([this] { run(); }) {}

Writer::~Writer() { stop(); }

bool Writer::submit(Submission submission) {
  {
    std::lock_guard const lock(mutex_);
    if (stopping_ || waiting_.size() >= waiting_submissions_max) return false;
    waiting_.push_back(std::move(submission));
  }
  wake_.notify_one();
  return true;
}

void Writer::stop() {
  {
    std::lock_guard const lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Writer::run() {
  for (auto batch = take_batch(); !batch.empty(); batch = take_batch()) {
    auto const keep = [this](Fault const& fault) {
      std::lock_guard const lock(mutex_);
      last_fault_ = fault;
    };
    Batch(journal_, state_, keep, std::move(batch)).run();
  }
}

Fault Writer::last_fault() const {
  std::lock_guard const lock(mutex_);
  return last_fault_;
}

// Waits for work; empty only when stopping and nothing is left.
std::vector<Submission> Writer::take_batch() {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
  std::vector<Submission> batch;
  while (!waiting_.empty() && batch.size() < batch_submissions_max) {
    batch.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
  }
  return batch;
}

std::optional<Settled> submit_and_wait(Writer& writer, std::function<std::optional<AppendItem>()> decide) {
  std::promise<Settled> answer;
  auto const accepted =
      writer.submit({std::move(decide), [&answer](Settled settled) { answer.set_value(settled); }});
  if (!accepted) return std::nullopt;
  return answer.get_future().get();
}

}  // namespace kith::app
