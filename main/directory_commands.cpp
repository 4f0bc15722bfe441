// kith directory import|search|check and kith places import|find: the local directory from the command line.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>

#include "adapters/seal_sodium/hash.hpp"
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

// Files of which nothing could be read as a service: not what whoever began this wanted. Rule DI45.
bool held_nothing(ideas::DirectoryDraft const& draft) {
  auto const& doubts = draft.ledger.doubts();
  return draft.drafts.empty() && std::any_of(doubts.begin(), doubts.end(),
                                             [](ideas::FileDoubt const& one) { return one.rule == "DI45"; });
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

// Entries that would get another name and another organization at once: two lists that both count from 1.
std::size_t seized(app::ImportChanges const& changes) {
  auto const has = [](app::ImportChanges::Changed const& one, ideas::ServiceField field) {
    return std::any_of(one.fields.begin(), one.fields.end(),
                       [&](auto const& change) { return change.field == field && !change.before.empty(); });
  };
  return static_cast<std::size_t>(
      std::count_if(changes.changed_listed.begin(), changes.changed_listed.end(), [&](auto const& one) {
        return has(one, ideas::ServiceField::name) && has(one, ideas::ServiceField::organization);
      }));
}

std::string another_publisher(app::ImportChanges const& changes) {
  auto const found = seized(changes);
  if (found == 0) return {};
  return "\n" + std::to_string(found) + (found == 1 ? " entry gets" : " entries get") +
         " another name and another organization. "
         "Is this another publisher's file? Then give it a name of its own: --source=NAME";
}

Json json_of(app::ImportChanges const& changes) {
  auto const count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
  auto const list = [](std::vector<app::ImportChanges::Changed> const& all) {
    Json out = Json::array();
    for (auto const& one : all) {
      Json line = {{"service", text_of(one.service)}, {"name", one.name}};
      for (auto const& field : one.fields) {
        line["fields"].push_back(
            {{"field", std::string(name_of(field.field))}, {"before", field.before}, {"after", field.after}});
      }
      out.push_back(std::move(line));
    }
    return out;
  };
  return {{"new", count(changes.fresh)},
          {"changed", count(changes.changed)},
          {"gone", count(changes.gone)},
          {"kept_by_curators", count(changes.kept_by_curators)},
          {"another_publisher", count(seized(changes))},
          {"new_listed", list(changes.fresh_listed)},
          {"changed_listed", list(changes.changed_listed)},
          {"gone_listed", list(changes.gone_listed)}};
}

constexpr std::size_t changes_said_max = 20;
constexpr std::size_t text_said_bytes_max = 60;

std::string short_text(std::string const& text) {
  if (text.empty()) return "nothing";
  auto end = std::min(text.size(), text_said_bytes_max);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  auto line = text.substr(0, end);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return "\"" + line + (end < text.size() ? "…\"" : "\"");
}

std::string would_change(app::ImportChanges const& changes) {
  std::string text = std::to_string(changes.fresh) + " services are new, " + std::to_string(changes.changed) +
                     " are changed, " + std::to_string(changes.gone) + " are in this feed no more." +
                     another_publisher(changes);
  std::size_t said = 0;
  for (auto const& one : changes.changed_listed) {
    if (++said > changes_said_max) break;
    text += "\n  " + one.name;
    for (auto const& field : one.fields)
      text += "\n    " + std::string(name_of(field.field)) + ": " + short_text(field.before) + " becomes " +
              short_text(field.after);
  }
  for (auto const& one : changes.gone_listed) {
    if (++said > 2 * changes_said_max) break;
    text += "\n  gone: " + one.name;
  }
  return text;
}

std::string has_changed(app::ImportDone const& made, app::ImportAsk const& ask) {
  auto text = std::to_string(made.changes.fresh) + " services are new, " +
              std::to_string(made.changes.changed) + " changed.";
  if (made.went_on) text += " It went on where it was cut off.";
  if (made.changes.gone > 0)
    text += ask.is_whole ? " " + std::to_string(made.changes.gone) + " are gone."
                         : " " + std::to_string(made.changes.gone) +
                               " are in this feed no more and stay; with --whole they go.";
  text += another_publisher(made.changes);
  if (made.import) text += "\nTo take it back as a whole: kith directory undo " + text_of(*made.import);
  return text;
}

// How far it is, on standard error, once a second and never in the first.
class Progress {
 public:
  explicit Progress(char const* what) : what_(what) {}
  void operator()(std::size_t done, std::size_t all) {
    auto const now = std::chrono::steady_clock::now();
    if (now - last_ < std::chrono::seconds(1)) return;
    last_ = now;
    std::cerr << done << " of " << all << " " << what_ << '\n';
  }

 private:
  char const* what_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

// Names what was read: the same again goes on where it was cut off.
std::string input_hash(std::vector<std::pair<std::string, std::string>> const& files) {
  std::string hashes;
  for (auto const& [name, bytes] : files) {
    for (auto const octet : adapters::blake2b_256(bytes)) hashes.push_back(static_cast<char>(octet));
  }
  std::string text;
  for (auto const octet : adapters::blake2b_256(hashes)) {
    constexpr char const digits[] = "0123456789abcdef";
    auto const bits = static_cast<unsigned char>(octet);
    text.push_back(digits[bits >> 4]);
    text.push_back(digits[bits & 15]);
  }
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
  if (only_check) {
    auto const changes = house.directory.preview(draft);
    auto report = report_of(draft.ledger);
    report["changes"] = json_of(changes);
    done(arguments, std::move(report), in_words(draft.ledger) + "\n" + would_change(changes));
    return held_nothing(draft) ? exit_refused : exit_ok;
  }
  app::ImportAsk import{ask.imported_on, input_hash(bytes), arguments.has("whole"), Progress("services")};
  auto const answer = house.directory.import(draft, import);
  if (auto const* refusal = std::get_if<Refusal>(&answer)) {
    std::cerr << in_words(draft.ledger) << '\n';
    return refused(arguments, *refusal, house.catalogue);
  }
  auto const& made = std::get<app::ImportDone>(answer);
  auto report = report_of(draft.ledger);
  report["changes"] = json_of(made.changes);
  report["import"] = made.import ? Json(text_of(*made.import)) : Json(nullptr);
  report["went_on"] = made.went_on;
  done(arguments, std::move(report), in_words(draft.ledger) + "\n" + has_changed(made, import));
  return held_nothing(draft) ? exit_refused : exit_ok;
}

int undo_import(Arguments const& arguments, House& house) {
  auto const import =
      arguments.words.size() == 3 ? parse_id<ideas::ImportId>(arguments.words[2]) : std::nullopt;
  if (!import) return misused("kith directory undo IMPORT");
  auto const undone = house.directory.undo(*import, local_day(house.clock.now(), house.zone));
  if (auto const* refusal = std::get_if<Refusal>(&undone))
    return refused(arguments, *refusal, house.catalogue);
  auto const& it = std::get<app::UndoDone>(undone);
  auto const count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
  return done(arguments,
              {{"import", text_of(it.import)},
               {"put_back", count(it.put_back)},
               {"withdrawn", count(it.withdrawn)},
               {"changed_since", count(it.changed_since)}},
              "Taken back: " + std::to_string(it.put_back) + " as they were, " +
                  std::to_string(it.withdrawn) + " gone again. " + std::to_string(it.changed_since) +
                  " were changed by a later import and stay.\nTo make it so again: kith directory undo " +
                  text_of(it.import));
}

int list_imports(Arguments const& arguments, House& house) {
  Json list = Json::array();
  std::string text;
  for (auto const& note : house.directory.imports(app::curator_rows_max)) {
    auto const& [started, finished, undone] = note;
    Json line = {{"import", text_of(started.import)},
                 {"feed", started.feed},
                 {"on", text_of(started.on)},
                 {"finished", finished.has_value()},
                 {"undone", undone}};
    line["undoes"] = started.undoes ? Json(text_of(*started.undoes)) : Json(nullptr);
    list.push_back(std::move(line));
    text +=
        (text.empty() ? "" : "\n") + text_of(started.import) + "  " + text_of(started.on) + "  " +
        started.feed + (started.undoes ? ", takes back " + text_of(*started.undoes) : "") +
        (finished ? ": " + std::to_string(finished->fresh) + " new, " + std::to_string(finished->changed) +
                        " changed, " + std::to_string(finished->gone) + " gone"
         : started.undoes ? ": cut off; take it back again to go on"
                          : ": cut off; import the same again to go on") +
        (undone ? " (taken back)" : "");
  }
  return done(arguments, {{"imports", std::move(list)}}, text.empty() ? "Nothing was imported yet." : text);
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
  if (auto const option = unknown_option(arguments, {"json", "data", "mapping", "source", "whole"}))
    return misused("There is no option --" + *option + ".");
  House house({data_folder(arguments)});
  house.directory.catch_up();  // after an import that was cut off
  auto const verb = arguments.words.size() > 1 ? arguments.words[1] : "";
  if (verb == "import") return import_directory(arguments, house, false);
  if (verb == "check") return import_directory(arguments, house, true);
  if (verb == "search") return search_directory(arguments, house);
  if (verb == "imports") return list_imports(arguments, house);
  if (verb == "undo") return undo_import(arguments, house);
  return misused("kith directory import FILE…, check FILE…, imports, undo IMPORT or search WORDS");
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
