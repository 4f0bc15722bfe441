#include "adapters/journal_contract/contract.hpp"

#include <filesystem>
#include <random>

namespace kith::journal_contract {

using namespace app;

JournalFixture::JournalFixture() {
  folder =
      std::filesystem::temp_directory_path() / ("kith-journal-" + std::to_string(std::random_device{}()));
  std::filesystem::create_directory(folder);
}

JournalFixture::~JournalFixture() {
  close();
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
}

Journal& JournalFixture::journal() {
  if (!opened_) opened_ = GetParam().open(folder);
  return opened_->journal();
}

ReadModels& JournalFixture::models() {
  journal();
  return opened_->models();
}

AppendOutcome JournalFixture::append(AppendItem const& item) { return append_all({item}).at(0); }

std::vector<AppendOutcome> JournalFixture::append_all(std::vector<AppendItem> const& items) {
  return journal().append(items);
}

std::vector<Bytes> JournalFixture::bodies(IdBits stream) {
  std::vector<Bytes> found;
  for (auto const& event : journal().events(stream, 1, 1000))
    found.push_back(event.body.value_or("(erased)"));
  return found;
}

}  // namespace kith::journal_contract
