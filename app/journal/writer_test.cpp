// The writer against a journal that fails, grows stale and dies on demand. Rules WR1–WR10.
#include "app/journal/writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <map>
#include <stdexcept>

#include "adapters/journal_contract/scribe.hpp"
#include "adapters/journal_memory/journal_memory.hpp"
#include "app/fault.hpp"

namespace kith::app {
namespace {

using adapters::MemoryJournal;
using journal_contract::sample_command;
using journal_contract::sample_hash;
using journal_contract::sample_id;
using journal_contract::Scribe;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;

IdBits const amina = sample_id(1), ben = sample_id(2);

// Passes everything on, except misfortunes that a test asks for.
class MishapJournal final : public Journal {
 public:
  enum class Mishap { none, before_commit, after_commit };
  Mishap next = Mishap::none;
  std::vector<std::size_t> batches;       // how many items each append brought
  std::promise<void>* entered = nullptr;  // told when an append begins
  std::future<void>* gate = nullptr;      // an append waits for it

  std::vector<AppendOutcome> append(std::span<AppendItem const> items) override {
    batches.push_back(items.size());
    if (auto* tell = std::exchange(entered, nullptr)) tell->set_value();
    if (auto* wait = std::exchange(gate, nullptr)) wait->wait();
    auto const mishap = std::exchange(next, Mishap::none);
    if (mishap == Mishap::before_commit) throw Fault(FaultKind::unavailable, "The disk is full.");
    auto outcomes = kept.append(items);
    if (mishap == Mishap::after_commit) throw Fault(FaultKind::unavailable, "The line was cut.");
    return outcomes;
  }
  std::vector<StoredEvent> events(IdBits const& stream, std::uint64_t from,
                                  std::size_t limit) const override {
    return kept.events(stream, from, limit);
  }
  std::optional<StreamHead> head(IdBits const& stream) const override { return kept.head(stream); }
  std::vector<StreamHead> streams(std::optional<IdBits> const& after, std::size_t limit) const override {
    return kept.streams(after, limit);
  }
  std::optional<CommandRow> command(IdBits const& account, IdBits const& command) const override {
    return kept.command(account, command);
  }
  std::optional<Snapshot> snapshot(IdBits const& stream) const override { return kept.snapshot(stream); }
  std::vector<Anchor> anchors(std::uint64_t from, std::size_t limit) const override {
    return kept.anchors(from, limit);
  }

  MemoryJournal kept{sample_hash};
};

// The smallest domain: a stream's state is its head, loaded from the journal when it is not known.
class Heads final : public TentativeState {
 public:
  explicit Heads(Journal const& journal) : journal_(journal) {}

  void begin() override { tentative_.clear(); }
  void publish(std::span<StreamHead const> changed, std::span<IdBits const> stale) override {
    for (auto const& head : changed) {
      EXPECT_EQ(tentative_.at(head.stream), head.head);
      published[head.stream] = head.head;
      log.push_back("publish");
    }
    for (auto const& stream : stale) {
      published.erase(stream);
      log.push_back("forget");
    }
  }
  void drop(std::span<IdBits const> touched) override {
    for (auto const& stream : touched) published.erase(stream);
    tentative_.clear();
    log.push_back("drop");
  }

  Head head(IdBits const& stream) {
    if (auto const found = tentative_.find(stream); found != tentative_.end()) return found->second;
    if (auto const found = published.find(stream); found != published.end()) return found->second;
    auto const stored = journal_.head(stream);
    return stored ? stored->head : empty_head(sample_hash, stream, StreamKind::person_record);
  }

  // Writes one event as a command would.
  AppendItem add(IdBits const& stream, std::string const& body) {
    Scribe scribe;
    scribe.set_head(stream, head(stream));
    auto item = scribe.item(stream, {body});
    tentative_[stream] = scribe.head(stream);
    return item;
  }

  std::map<IdBits, Head> published;
  std::vector<std::string> log;

 private:
  Journal const& journal_;
  std::map<IdBits, Head> tentative_;
};

class WriterTest : public testing::Test {
 protected:
  Submission adding(IdBits const& stream, std::string const& body) {
    return {[this, stream, body] { return state.add(stream, body); }, answer()};
  }
  Submission nothing() {
    return {[] { return std::nullopt; }, answer()};
  }
  std::function<void(Settled)> answer() {
    auto const n = answers.size();
    answers.emplace_back();
    return [this, n](Settled settled) {
      EXPECT_FALSE(answers[n].has_value()) << "settled twice";
      answers[n] = settled;
      state.log.push_back("answer");
    };
  }
  // Holds the writer inside an append of one item, so that what comes next is one batch.
  void hold() {
    journal.entered = &entered_;
    journal.gate = &gate_;
    ASSERT_TRUE(writer->submit(adding(sample_id(99), "held")));
    entered_.get_future().wait();
  }
  void release() {
    open_gate_.set_value();
    writer->stop();
  }
  std::vector<Bytes> bodies(IdBits const& stream) {
    std::vector<Bytes> found;
    for (auto const& event : journal.events(stream, 1, 10000)) found.push_back(*event.body);
    return found;
  }

  std::vector<std::optional<Settled>> answers;
  MishapJournal journal;
  Heads state{journal};
  std::optional<Writer> writer{std::in_place, journal, state};

 private:
  std::promise<void> entered_, open_gate_;
  std::future<void> gate_ = open_gate_.get_future();
};

TEST_F(WriterTest, WR1_submissions_are_decided_in_order_on_what_came_before_them) {
  hold();
  for (auto const* body : {"one", "two", "three"}) ASSERT_TRUE(writer->submit(adding(amina, body)));
  ASSERT_TRUE(writer->submit(adding(ben, "four")));
  release();
  EXPECT_THAT(bodies(amina), ElementsAre("one", "two", "three"));
  EXPECT_THAT(bodies(ben), ElementsAre("four"));
  EXPECT_THAT(answers, Each(Settled::committed));
  EXPECT_THAT(journal.batches, ElementsAre(1u, 4u));
}

TEST_F(WriterTest, WR2_a_batch_is_what_is_waiting_and_never_more_than_64) {
  hold();
  for (int n = 0; n < 100; ++n) ASSERT_TRUE(writer->submit(adding(amina, "x")));
  release();
  EXPECT_THAT(journal.batches, ElementsAre(1u, batch_submissions_max, 36u));
  EXPECT_EQ(bodies(amina).size(), 100u);
}

TEST_F(WriterTest, WR2_alone_a_submission_does_not_wait_for_company) {
  EXPECT_EQ(submit_and_wait(*writer, [this] { return state.add(amina, "alone"); }), Settled::committed);
  EXPECT_THAT(journal.batches, ElementsAre(1u));
}

TEST_F(WriterTest, WR3_state_is_published_after_the_commit_and_before_any_answer) {
  hold();
  ASSERT_TRUE(writer->submit(adding(amina, "one")));
  ASSERT_TRUE(writer->submit(adding(ben, "two")));
  EXPECT_TRUE(state.published.empty());
  release();
  EXPECT_THAT(state.log, ElementsAre("publish", "answer", "publish", "publish", "answer", "answer"));
  EXPECT_EQ(state.published.at(amina), journal.head(amina)->head);
}

TEST_F(WriterTest, WR4_a_failed_commit_faults_everybody_and_uses_up_no_id) {
  auto const with_command = [this] {
    auto item = state.add(amina, "agreed");
    item.command = sample_command(5, 50);
    return item;
  };
  hold();
  ASSERT_TRUE(writer->submit({with_command, answer()}));
  ASSERT_TRUE(writer->submit(adding(ben, "two")));
  ASSERT_TRUE(writer->submit(nothing()));
  writer->submit({[this]() -> std::optional<AppendItem> {
                    journal.next = MishapJournal::Mishap::before_commit;
                    return std::nullopt;
                  },
                  answer()});
  release();
  EXPECT_THAT(answers, ElementsAre(Settled::committed, Settled::fault, Settled::fault, Settled::fault,
                                   Settled::fault));
  EXPECT_THAT(bodies(amina), IsEmpty());
  EXPECT_FALSE(state.published.contains(amina));
  EXPECT_THAT(state.log, Contains("drop"));

  Writer next(journal, state);
  EXPECT_EQ(submit_and_wait(next, with_command), Settled::committed);
  EXPECT_THAT(bodies(amina), ElementsAre("agreed"));
}

TEST_F(WriterTest, WR5_a_stale_item_is_answered_alone_and_its_streams_are_forgotten) {
  state.published[amina] = state.head(amina);
  Scribe elsewhere;  // another process writes to amina's record
  auto const theirs = elsewhere.item(amina, {"theirs"});
  journal.kept.append(std::span(&theirs, 1));

  hold();
  ASSERT_TRUE(writer->submit(adding(amina, "too late")));
  ASSERT_TRUE(writer->submit(adding(ben, "fine")));
  release();
  EXPECT_THAT(answers, ElementsAre(Settled::committed, Settled::stale, Settled::committed));
  EXPECT_FALSE(state.published.contains(amina));
  EXPECT_EQ(state.published.at(ben), journal.head(ben)->head);

  Writer next(journal, state);
  EXPECT_EQ(submit_and_wait(next, [this] { return state.add(amina, "again"); }), Settled::committed);
  EXPECT_THAT(bodies(amina), ElementsAre("theirs", "again"));
}

TEST_F(WriterTest, WR5_a_stream_that_a_stale_item_also_wrote_is_not_published) {
  state.published[ben] = state.head(ben);
  Scribe elsewhere;
  auto const theirs = elsewhere.item(ben, {"theirs"});
  journal.kept.append(std::span(&theirs, 1));

  hold();
  ASSERT_TRUE(writer->submit(adding(amina, "one")));
  ASSERT_TRUE(writer->submit({[this] {
                                auto item = state.add(amina, "with ben's");
                                item.parts.push_back(state.add(ben, "too late").parts[0]);
                                return item;
                              },
                              answer()}));
  release();
  EXPECT_THAT(answers, ElementsAre(Settled::committed, Settled::committed, Settled::stale));
  EXPECT_FALSE(state.published.contains(amina));
  EXPECT_FALSE(state.published.contains(ben));
  EXPECT_THAT(bodies(amina), ElementsAre("one"));
}

TEST_F(WriterTest, WR6_a_decision_that_throws_faults_alone) {
  int times_decided = 0;
  hold();
  ASSERT_TRUE(writer->submit({[&] {
                                ++times_decided;
                                return state.add(amina, "one");
                              },
                              answer()}));
  ASSERT_TRUE(writer->submit({[this]() -> std::optional<AppendItem> {
                                state.add(amina, "half done");
                                throw std::runtime_error("the key store broke");
                              },
                              answer()}));
  ASSERT_TRUE(writer->submit(adding(amina, "two")));
  release();
  EXPECT_THAT(answers,
              ElementsAre(Settled::committed, Settled::committed, Settled::fault, Settled::committed));
  EXPECT_THAT(bodies(amina), ElementsAre("one", "two"));
  EXPECT_EQ(times_decided, 2);
}

TEST_F(WriterTest, WR7_beyond_the_bound_a_submission_is_not_accepted) {
  hold();
  for (std::size_t n = 0; n < waiting_submissions_max; ++n) ASSERT_TRUE(writer->submit(nothing()));
  bool called = false;
  EXPECT_FALSE(
      writer->submit({[&] { return called = true, std::nullopt; }, [&](Settled) { called = true; }}));
  release();
  EXPECT_FALSE(called);
  EXPECT_EQ(answers.size(), waiting_submissions_max + 1);
  EXPECT_THAT(answers, Each(testing::AnyOf(Settled::unwritten, Settled::committed)));
}

TEST_F(WriterTest, WR8_stopping_settles_everything_accepted_and_accepts_nothing_more) {
  hold();
  for (int n = 0; n < 200; ++n) ASSERT_TRUE(writer->submit(adding(amina, "x")));
  release();
  EXPECT_THAT(answers, Each(Settled::committed));
  EXPECT_FALSE(writer->submit(adding(amina, "too late")));
  EXPECT_EQ(submit_and_wait(*writer, [] { return std::nullopt; }), std::nullopt);
  writer->stop();
  writer.reset();
  EXPECT_EQ(bodies(amina).size(), 200u);
}

TEST_F(WriterTest, WR9_after_a_crash_between_commit_and_answer_the_stored_answer_is_found) {
  auto const agree = [this]() -> std::optional<AppendItem> {
    if (journal.command(sample_id(5), sample_id(50))) return std::nullopt;
    auto item = state.add(amina, "agreed");
    item.command = sample_command(5, 50);
    return item;
  };
  journal.next = MishapJournal::Mishap::after_commit;
  EXPECT_EQ(submit_and_wait(*writer, agree), Settled::fault);
  EXPECT_EQ(submit_and_wait(*writer, agree), Settled::unwritten);
  EXPECT_EQ(journal.command(sample_id(5), sample_id(50))->answer, sample_command(5, 50).answer);
  EXPECT_EQ(submit_and_wait(*writer, [this] { return state.add(amina, "next"); }), Settled::committed);
  EXPECT_THAT(bodies(amina), ElementsAre("agreed", "next"));
}

TEST_F(WriterTest, WR10_who_wrote_nothing_after_a_stale_item_must_look_again) {
  state.published[amina] = state.head(amina);
  Scribe elsewhere;
  auto const theirs = elsewhere.item(amina, {"theirs"});
  journal.kept.append(std::span(&theirs, 1));

  hold();
  ASSERT_TRUE(writer->submit(nothing()));
  ASSERT_TRUE(writer->submit(adding(amina, "too late")));
  ASSERT_TRUE(writer->submit(nothing()));
  release();
  EXPECT_THAT(answers, ElementsAre(Settled::committed, Settled::unwritten, Settled::stale, Settled::stale));
}

TEST_F(WriterTest, WR8_many_threads_are_each_answered_once) {
  constexpr int threads = 4, each = 250;
  std::atomic<int> committed = 0;
  std::vector<std::thread> callers;
  for (int caller = 0; caller < threads; ++caller) {
    callers.emplace_back([&, stream = sample_id(10 + static_cast<std::uint64_t>(caller))] {
      for (int n = 0; n < each; ++n) {
        auto const settled = submit_and_wait(*writer, [&] { return state.add(stream, "x"); });
        committed += settled == Settled::committed ? 1 : 0;
      }
    });
  }
  for (auto& caller : callers) caller.join();
  EXPECT_EQ(committed, threads * each);
  EXPECT_EQ(journal.head(sample_id(12))->head.position, static_cast<std::uint64_t>(each));
}

}  // namespace
}  // namespace kith::app
