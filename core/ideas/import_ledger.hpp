// The account of one import: what became of every row of every file. Nothing is dropped without a line here.
//
// A row is imported, unchanged or rejected, and the three add up to the rows read (rule DI1, spec/
// directory-import.md). A repair is a note beside a row that was kept. The ledger is filled by a reader
// (`standards/open_referral`), finished by whoever stores the services, and printed by the CLI. Values.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/ideas/service.hpp"

namespace kith::ideas {

inline constexpr std::size_t import_rows_max = 150'000;
inline constexpr std::size_t repairs_listed_max = 20'000;  // the rest is counted

using LedgerRow = std::uint32_t;  // where a row stands in the ledger

struct Repair {
  LedgerRow row;
  std::string field;
  std::string_view how;  // a sentence of the program, never of the file
};
struct Rejection {
  LedgerRow row;
  std::string_view rule;
  std::string why;
};

// Something a whole file says of itself that is not so. Rule DI26.
struct FileDoubt {
  std::string file;
  std::string_view rule;
  std::string why;
};

// The numbers of a finished ledger.
struct ImportCounts {
  std::size_t files = 0, rows = 0, imported = 0, unchanged = 0, rejected = 0;
  friend bool operator==(ImportCounts const&, ImportCounts const&) = default;
};

class ImportLedger {
 public:
  std::uint32_t add_file(std::string name);
  LedgerRow add_row(std::uint32_t file,
                    std::uint32_t number);  // number: from 1, as a person counts data rows
  bool is_full() const { return rows_.size() >= import_rows_max; }
  void leave_unread(std::string name) { unread_.push_back(std::move(name)); }  // a file nobody asked for

  void doubt(std::string file, std::string_view rule, std::string why) {
    doubts_.push_back({std::move(file), rule, std::move(why)});
  }

  void repair(LedgerRow, std::string_view field, std::string_view how);
  void reject(LedgerRow, std::string_view rule, std::string_view why);  // the first reason stays
  void keep(LedgerRow);                                                 // a service leans on this row
  void settle(LedgerRow, bool changed);  // changed by one service: imported, whatever the others say
  // Every row that is neither kept nor rejected is rejected now: for tables whose rows belong to others.
  void reject_the_rest(std::string_view rule, std::string_view why);

  ImportCounts counts() const;
  bool is_rejected(LedgerRow row) const { return rows_[row].state == State::rejected; }
  std::string const& file_of(LedgerRow row) const { return files_[rows_[row].file]; }
  std::uint32_t number_of(LedgerRow row) const { return rows_[row].number; }
  std::vector<std::string> const& files() const { return files_; }
  std::vector<std::string> const& unread() const { return unread_; }
  std::vector<FileDoubt> const& doubts() const { return doubts_; }
  std::vector<Repair> const& repairs() const { return repairs_; }
  std::size_t repairs_unlisted() const { return repairs_unlisted_; }
  std::vector<Rejection> const& rejections() const { return rejections_; }

 private:
  enum class State : std::uint8_t { open, kept, unchanged, imported, rejected };
  struct Row {
    std::uint32_t file, number;
    State state;
  };
  std::vector<std::string> files_, unread_;
  std::vector<FileDoubt> doubts_;
  std::vector<Row> rows_;
  std::vector<Repair> repairs_;
  std::size_t repairs_unlisted_ = 0;
  std::vector<Rejection> rejections_;
};

// A service on its way in, with the rows it was made of.
struct Draft {
  Service service;
  std::vector<LedgerRow> rows;
};

// What reading files gave: services to store, and the account so far.
struct DirectoryDraft {
  std::string feed;  // whose list this is, the same at every import of it
  std::vector<Draft> drafts;
  ImportLedger ledger;
};

// Whether nothing of the files was lost on the way: something is there, no file says what is not so, and no
// row was rejected but for saying the same as another (DI7). Otherwise what is missing may still be there
// (DC19).
bool was_read_whole(DirectoryDraft const&);

}  // namespace kith::ideas
