// One suite that every journal passes: the rules of spec/journal.md. An adapter is finished when it is green.
//
// An adapter's contract_test.cpp instantiates JournalContract, and LastingJournalContract when it keeps a
// file.
#pragma once
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "adapters/journal_contract/scribe.hpp"
#include "app/journal/journal.hpp"

namespace kith::journal_contract {

class OpenJournal {
 public:
  virtual ~OpenJournal() = default;
  virtual app::Journal& journal() = 0;
  virtual app::ReadModels& models() = 0;
};

template <class Store>
class Opened final : public OpenJournal {
 public:
  template <class... Arguments>
  explicit Opened(Arguments&&... arguments) : store_(std::forward<Arguments>(arguments)...) {}
  app::Journal& journal() override { return store_; }
  app::ReadModels& models() override { return store_; }

 private:
  Store store_;
};

struct JournalCase {
  std::string name;
  // Opens the journal kept in a folder, making it when it is not there.
  std::function<std::unique_ptr<OpenJournal>(std::string const& folder)> open;
};

inline void PrintTo(JournalCase const& of, std::ostream* to) { *to << of.name; }
inline std::string name_of(testing::TestParamInfo<JournalCase> const& info) { return info.param.name; }

// Each test has a folder of its own, gone afterwards.
class JournalFixture : public testing::TestWithParam<JournalCase> {
 protected:
  JournalFixture();
  ~JournalFixture() override;

  // Opened at the first use, so that a test can fork before.
  app::Journal& journal();
  app::ReadModels& models();
  void close() { opened_.reset(); }

  app::AppendOutcome append(app::AppendItem const& item);
  std::vector<app::AppendOutcome> append_all(std::vector<app::AppendItem> const& items);
  std::vector<app::Bytes> bodies(IdBits stream);

  IdBits const amina = sample_id(1), ben = sample_id(2);
  Scribe scribe;
  std::string folder;

 private:
  std::unique_ptr<OpenJournal> opened_;
};

class JournalContract : public JournalFixture {};
class LastingJournalContract : public JournalFixture {};

}  // namespace kith::journal_contract
