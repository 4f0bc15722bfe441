// kith backup, kith restore, kith export and kith erase.
#include <iostream>

#include "adapters/folder_posix/folder_posix.hpp"
#include "core/paper/whole_record.hpp"
#include "main/commands.hpp"
#include "main/keeping.hpp"
#include "main/unfinished.hpp"
#include "wire/export.hpp"

namespace kith {
namespace {

using wire::Json;

Json counted(std::uint64_t number) { return static_cast<std::int64_t>(number); }

Json files_of(app::Manifest const& manifest) {
  auto files = Json::array();
  for (auto const& file : manifest.files) files.push_back(file.name);
  return files;
}

std::string date_of(Instant at) { return text_of(at).substr(0, 10); }

// Typed by somebody who means it: the person's name, as it stands in the record.
bool is_meant(Arguments const& arguments, std::string const& name) {
  if (arguments.has("yes")) return true;
  std::cerr << "Every word of this record becomes unreadable, for ever.\n"
            << "What was printed or exported cannot be called back.\n"
            << "Type the person's name to go on: ";
  std::string typed;
  std::getline(std::cin, typed);
  return typed == name;
}

}  // namespace

int run_backup(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"json", "data"}))
    return misused("There is no option --" + *option + ".");
  if (arguments.words.size() != 2) return misused("kith backup FOLDER");
  auto const& to = arguments.words[1];
  auto const made = back_up(data_folder(arguments), to);
  if (auto const* refusal = std::get_if<Refusal>(&made))
    return refused(arguments, *refusal, words_of_the_terminal());
  auto const& backup = std::get<BackedUp>(made);
  auto const until = date_of(Instant{backup.manifest.made_at.ms + key_backup_days_max * day_ms});
  return done(arguments,
              {{"folder", to},
               {"files", files_of(backup.manifest)},
               {"streams", counted(backup.streams)},
               {"events", counted(backup.events)},
               {"keys_until", until}},
              "Backed up to " + to + ": " + std::to_string(backup.events) +
                  " events, each as it was written.\nThe master key is not in it: keep that somewhere else.\n"
                  "Delete its keys.db by " +
                  until + ". Older keys would remember who was forgotten.");
}

int run_restore(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"json", "data", "master-key", "erased"}))
    return misused("There is no option --" + *option + ".");
  if (arguments.words.size() != 2 || arguments.value("data").empty())
    return misused("kith restore FOLDER --data=NEW [--master-key=FILE] [--erased=FILE|none]");
  auto const to = arguments.value("data");
  auto const done_so =
      restore({arguments.words[1], to, arguments.value("master-key"), arguments.value("erased")});
  if (auto const* refusal = std::get_if<Refusal>(&done_so))
    return refused(arguments, *refusal, words_of_the_terminal());
  auto const& restored = std::get<Restored>(done_so);
  return done(arguments,
              {{"folder", to},
               {"made_at", text_of(restored.made_at)},
               {"streams", counted(restored.streams)},
               {"events", counted(restored.events)},
               {"erased", counted(restored.erasures)}},
              "Restored to " + to + " as it was on " + date_of(restored.made_at) + ": " +
                  std::to_string(restored.events) + " events, each as it was written.\nErased again: " +
                  std::to_string(restored.erasures) + ". It can serve now.");
}

// Two files, one to read and one for another system, of everything that is kept about one person (EX4).
int run_export(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"json", "data", "to"}))
    return misused("There is no option --" + *option + ".");
  auto const id = arguments.words.size() == 2 ? parse_id<RecordId>(arguments.words[1]) : std::nullopt;
  if (!id) return misused("kith export RECORD [--to=FOLDER]");
  auto const to = arguments.value("to", "kith-export-" + text_of(*id).substr(0, 8));
  House house({data_folder(arguments)});
  auto const folded = house.records.store().load(*id);
  if (!folded->record.whose()) return refused(arguments, refuse("KP15"), house.catalogue);
  if (!is_free(to)) return refused(arguments, refuse("KP2", {{"folder", to}}), house.catalogue);
  auto const events = house.records.store().events_after(*id, 0);
  auto const now = house.clock.now();
  Unfinished folder(to);
  house.records.taken_whole(*id);  // LK9: first, as everywhere
  wire::WholeRecord const whole{folded->record, events, house.records.all_looks(*id)};
  adapters::append_durably(
      folder.path() / "record.html",
      whole_record_html(whole.record, whole.looks, local_day(now, house.zone), house.catalogue));
  adapters::append_durably(folder.path() / "record.json", wire::write_export(*id, now, whole));
  folder.finish();
  return done(arguments, {{"folder", to}, {"events", counted(events.size())}},
              "Everything about " + folded->record.whose()->name.text + " is in " + to +
                  ": record.html to read, record.json for another system.\n"
                  "It is not sealed. Hand it over, and delete it here.");
}

int run_erase(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"json", "data", "yes"}))
    return misused("There is no option --" + *option + ".");
  auto const id = arguments.words.size() == 2 ? parse_id<RecordId>(arguments.words[1]) : std::nullopt;
  if (!id) return misused("kith erase RECORD [--yes]");
  std::filesystem::path const data = data_folder(arguments);
  House house({data});
  auto const folded = house.records.store().load(*id);
  auto const* person = folded->record.whose();
  if (!person) return refused(arguments, refuse("KP15"), house.catalogue);
  if (!is_meant(arguments, person->name.text)) return refused(arguments, refuse("KP16"), house.catalogue);
  erase(house, data, *id);
  return done(
      arguments, {{"record", text_of(*id)}},
      "Erased. Nobody can read these words here any more, and Kith restores no backup without "
      "forgetting them again.\n"
      "What was printed or exported cannot be called back.\n"
      "An older copy of keys.db with the master key could still open them: delete those within 30 days.");
}

}  // namespace kith
