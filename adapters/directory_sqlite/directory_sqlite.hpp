// The directory's read model, and the places, in one SQLite file.
//
// Threads: any; one writer at a time, readers see whole commits. The file holds nothing that is not public
// and can be made again. Faults: those of adapters/sqlite, and `corrupted` for a row that cannot be read.
#pragma once
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
  void apply(IdBits const& stream, std::uint64_t position, std::span<app::ModelChange const>) override;
  void clear() override;

  std::optional<ideas::Service> find(ServiceId) const override;
  std::vector<ideas::Service> near(std::optional<ideas::Point>) const override;
  std::vector<ideas::Service> search(app::DirectorySearchAsk const&) const override;
  std::vector<ideas::Service> unchecked(Day today, std::size_t limit) const override;
  std::vector<app::OpenReport> reports(std::size_t limit) const override;
  std::optional<ServiceId> service_of(ideas::ReportId) const override;

  void replace(std::span<ideas::District const>) override;
  std::vector<ideas::District> districts() const override;

 private:
  void put(IdBits const& stream, ideas::Service const&);
  std::int64_t free_row(ideas::Service const&);

  std::mutex mutable mutex_;  // of the writer
  sqlite::Connection mutable writer_;
  sqlite::Readers mutable readers_;
};

}  // namespace kith::adapters
