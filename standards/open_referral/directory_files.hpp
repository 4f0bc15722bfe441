// The front door: files of a directory, in whatever of the known shapes, become drafts and an account of
// every row. Pure: nothing is stored here. Rules in spec/directory-import.md.
//
// HSDS 3.0 JSON, an HSDS table package (all its files at once), GeoJSON, and any CSV with a mapping: the one
// given, the one Kith brings for a file of that name, or one guessed from the column names. What a file is,
// is told by its content. Refusals: DI17 (too much), DI18 (nothing known), DI24 (the mapping).
#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/days.hpp"
#include "core/ideas/import_ledger.hpp"
#include "core/ideas/places.hpp"
#include "core/refusal.hpp"
#include "standards/open_referral/mapping.hpp"

namespace kith::open_referral {

inline constexpr std::size_t import_bytes_max = 64u << 20;  // of all files together; stop reading a pipe here

struct DirectoryFile {
  std::string path;        // folders and all; only the last part names it
  std::string_view bytes;  // borrowed
};

struct DirectoryAsk {
  Day imported_on;
  ideas::Places const* places = nullptr;  // for rows without coordinates; may be null
  Mapping const* mapping = nullptr;       // for every table and map among the files
  std::string source = {};                // the feed's name; empty: the mapping's, or the file's own
};

std::variant<ideas::DirectoryDraft, Refusal> read_directory(std::vector<DirectoryFile> const& files,
                                                            DirectoryAsk const&);

}  // namespace kith::open_referral
