// The directory's read model, and the places, in one SQLite file.
//
// Threads: any; one writer at a time, readers see whole commits. The file holds nothing that is not public
// and can be made again. Faults: those of adapters/sqlite, and `corrupted` for a row that cannot be read.
#pragma once
#include <map>
#include <mutex>
#include <string>

#include "adapters/sqlite/sqlite.hpp"
#include "app/directory/directory_model.hpp"

namespace kith::adapters {

class DirectorySqlite final : public app::DirectoryModel,
                              public app::DirectorySearch,
                              public app::PlaceStore {
 public:
  explicit DirectorySqlite(std::string const& path, sqlite::Open = sqlite::Open::create);

  std::uint64_t position(IdBits const& stream) const override;
  std::optional<IdBits> stream_of(ServiceId) const override;
  std::vector<std::uint64_t> history(ServiceId, std::size_t limit) const override;
  std::vector<app::ImportNote> imports(std::size_t limit) const override;
  std::vector<ServiceId> listed_by(ideas::ImportId) const override;
  std::vector<std::pair<ServiceId, std::string>> listed_in(std::string const& feed) const override;
  void apply(std::span<app::ModelStep const>) override;
  void clear() override;

  std::optional<ideas::Service> find(ServiceId) const override;
  std::vector<ideas::Service> near(std::optional<ideas::Point>) const override;
  std::vector<ideas::Service> search(app::DirectorySearchAsk const&) const override;
  std::vector<ideas::Service> unchecked(Day today, std::size_t limit) const override;
  std::optional<ideas::Entry> entry(ServiceId) const override;
  std::vector<ideas::Service> hidden(std::size_t limit) const override;
  std::vector<app::HeardObstacle> obstacles(std::size_t least, std::size_t limit) const override;
  std::vector<app::OpenReport> reports(std::size_t limit) const override;
  std::optional<ServiceId> service_of(ideas::ReportId) const override;

  void replace(std::span<ideas::District const>) override;
  std::vector<ideas::District> districts() const override;

 private:
  void put(IdBits const& stream, ideas::Entry const&);
  void take_words_out(std::int64_t row, ideas::Service const&);
  void put_words_in(std::int64_t row, ideas::Service const&);
  void tidy_words();
  void count_words(ideas::Service const&, int step);
  void write_vocabulary();
  void apply_one(IdBits const& stream, app::ModelChange const&);
  std::int64_t free_row(ideas::Service const&);

  std::map<std::string, int> word_steps_;  // of the transaction: how many more services use a word
  std::mutex mutable mutex_;               // of the writer
  sqlite::Connection mutable writer_;
  sqlite::Readers mutable readers_;
};

}  // namespace kith::adapters
