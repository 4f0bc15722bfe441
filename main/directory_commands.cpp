// kith directory import|search|check and kith places import|find: the local directory from the command line.
#include <algorithm>
#include <filesystem>
#include <iostream>

#include "main/commands.hpp"
#include "main/house.hpp"
#include "standards/open_referral/directory_files.hpp"
#include "standards/open_referral/places_table.hpp"

namespace kith {
namespace {

using wire::Json;

// The report of architecture section 6: imported, unchanged and rejected add up to the rows read.
Json report_of(ideas::ImportLedger const& ledger) {
  auto const counts = ledger.counts();
  Json repaired = Json::array(), rejected = Json::array();
  auto const place = [&](ideas::LedgerRow row) {
    return Json{{"file", ledger.file_of(row)}, {"row", static_cast<std::int64_t>(ledger.number_of(row))}};
  };
  for (auto const& repair : ledger.repairs()) {
    auto line = place(repair.row);
    line["field"] = repair.field;
    line["how"] = std::string(repair.how);
    repaired.push_back(std::move(line));
  }
  for (auto const& rejection : ledger.rejections()) {
    auto line = place(rejection.row);
    line["rule"] = std::string(rejection.rule);
    line["why"] = rejection.why;
    rejected.push_back(std::move(line));
  }
  Json doubts = Json::array();
  for (auto const& doubt : ledger.doubts())
    doubts.push_back({{"file", doubt.file}, {"rule", std::string(doubt.rule)}, {"why", doubt.why}});
  return {{"files", ledger.files()},
          {"rows", static_cast<std::int64_t>(counts.rows)},
          {"imported", static_cast<std::int64_t>(counts.imported)},
          {"repaired", std::move(repaired)},
          {"repaired_unlisted", static_cast<std::int64_t>(ledger.repairs_unlisted())},
          {"rejected", std::move(rejected)},
          {"unchanged", static_cast<std::int64_t>(counts.unchanged)},
          {"unread", ledger.unread()},
          {"doubts", std::move(doubts)}};
}

std::string in_words(ideas::ImportLedger const& ledger) {
  auto const counts = ledger.counts();
  std::string text = std::to_string(counts.rows) + " rows: " + std::to_string(counts.imported) +
                     " imported, " + std::to_string(counts.unchanged) + " unchanged, " +
                     std::to_string(counts.rejected) + " rejected.";
  for (auto const& one : ledger.rejections()) {
    text += "\n  " + ledger.file_of(one.row) + ", row " + std::to_string(ledger.number_of(one.row)) + ": " +
            one.why + " (" + std::string(one.rule) + ")";
  }
  for (auto const& name : ledger.unread()) text += "\n  not read: " + name;
  for (auto const& doubt : ledger.doubts())
    text += "\n  " + doubt.file + " " + doubt.why + " (" + std::string(doubt.rule) + ")";
  return text;
}

// The named files, and every file of a named folder. Of what is longer than an import may be only the start
// is read, so that a pipe without an end is refused like a large file (DI17). False: `why` says what cannot
// be read.
bool read_all(std::vector<std::string> const& names, std::vector<std::pair<std::string, std::string>>& files,
              std::string& why) {
  std::vector<std::string> paths;
  for (auto const& name : names) {
    if (!std::filesystem::is_directory(name)) {
      paths.push_back(name);
      continue;
    }
    std::vector<std::string> in_folder;
    for (auto const& entry : std::filesystem::directory_iterator(name))
      if (entry.is_regular_file()) in_folder.push_back(std::filesystem::absolute(entry.path()).string());
    std::sort(in_folder.begin(), in_folder.end());
    paths.insert(paths.end(), in_folder.begin(), in_folder.end());
  }
  std::size_t bytes_left = open_referral::import_bytes_max;
  for (auto const& path : paths) {
    auto bytes = read_start(path, bytes_left);
    if (!bytes) {
      why = "This file cannot be read: " + path;
      return false;
    }
    files.emplace_back(path, std::move(*bytes));
    if (files.back().second.size() > bytes_left) return true;
    bytes_left -= files.back().second.size();
  }
  return true;
}

int import_directory(Arguments const& arguments, House& house, bool only_check) {
  std::vector<std::string> const names(arguments.words.begin() + 2, arguments.words.end());
  if (names.empty()) return misused("kith directory import FILE… [--mapping=FILE] [--source=NAME]");
  std::vector<std::pair<std::string, std::string>> bytes;
  std::string why;
  if (!read_all(names, bytes, why)) return failed(arguments, why);
  std::vector<open_referral::DirectoryFile> files;
  for (auto const& [path, content] : bytes) files.push_back({path, content});
  auto const places = house.places();
  open_referral::DirectoryAsk ask{local_day(house.clock.now(), house.zone), places.get(), nullptr,
                                  arguments.value("source")};
  std::optional<open_referral::Mapping> mapping;
  if (arguments.has("mapping")) {
    auto const text = read_file(arguments.value("mapping"), open_referral::mapping_bytes_max);
    if (!text) return failed(arguments, "This mapping cannot be read: " + arguments.value("mapping"));
    auto read = open_referral::read_mapping(*text);
    if (auto const* refusal = std::get_if<Refusal>(&read))
      return refused(arguments, *refusal, house.catalogue);
    mapping = std::move(std::get<open_referral::Mapping>(read));
    ask.mapping = &*mapping;
  }
  auto read = open_referral::read_directory(files, ask);
  if (auto const* refusal = std::get_if<Refusal>(&read)) return refused(arguments, *refusal, house.catalogue);
  auto& draft = std::get<ideas::DirectoryDraft>(read);
  if (!only_check) house.directory.import(draft);
  return done(arguments, report_of(draft.ledger), in_words(draft.ledger));
}

int search_directory(Arguments const& arguments, House& house) {
  if (arguments.words.size() < 3) return misused("kith directory search WORDS");
  std::string words;
  for (std::size_t n = 2; n < arguments.words.size(); ++n) words += (n > 2 ? " " : "") + arguments.words[n];
  Json list = Json::array();
  std::string text;
  for (auto const& service :
       house.directory_store.search({words, std::nullopt, 0, app::found_services_max})) {
    list.push_back(
        {{"id", text_of(service.id)}, {"name", service.name}, {"organization", service.organization}});
    text +=
        (text.empty() ? "" : "\n") + service.name + (service.postcode.empty() ? "" : ", " + service.postcode);
  }
  return done(arguments, {{"services", std::move(list)}}, text.empty() ? "Nothing has these words." : text);
}

}  // namespace

int run_directory(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"json", "data", "mapping", "source"}))
    return misused("There is no option --" + *option + ".");
  House house({data_folder(arguments)});
  auto const verb = arguments.words.size() > 1 ? arguments.words[1] : "";
  if (verb == "import") return import_directory(arguments, house, false);
  if (verb == "check") return import_directory(arguments, house, true);
  if (verb == "search") return search_directory(arguments, house);
  return misused("kith directory import FILE…, check FILE… or search WORDS");
}

int run_places(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"json", "data"}))
    return misused("There is no option --" + *option + ".");
  if (arguments.words.size() != 3 || arguments.words[1] != "import")
    return misused("kith places import FILE.csv");
  House house({data_folder(arguments)});
  auto const bytes = read_start(arguments.words[2], open_referral::import_bytes_max);
  if (bytes && bytes->size() > open_referral::import_bytes_max)
    return refused(arguments, refuse("DI17", {{"file", arguments.words[2]}}), house.catalogue);
  if (!bytes) return failed(arguments, "This file cannot be read: " + arguments.words[2]);
  auto read = open_referral::read_places(arguments.words[2], *bytes);
  if (auto const* refusal = std::get_if<Refusal>(&read)) return refused(arguments, *refusal, house.catalogue);
  auto& draft = std::get<open_referral::PlacesDraft>(read);
  house.load_places(draft.districts);
  for (auto const row : draft.rows) draft.ledger.settle(row, true);
  return done(arguments, report_of(draft.ledger), in_words(draft.ledger));
}

}  // namespace kith
