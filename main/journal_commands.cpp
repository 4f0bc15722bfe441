// kith verify, kith rebuild, kith init: looking after an installation.
#include <iostream>

#include "adapters/folder_posix/folder_posix.hpp"
#include "adapters/seal_sodium/hash.hpp"
#include "app/journal/verify.hpp"
#include "app/records/read_rows.hpp"
#include "main/commands.hpp"
#include "main/config.hpp"
#include "main/house.hpp"

namespace kith {
namespace {

std::string plain(app::VerifyReport const& report) {
  if (report.ok) return "Everything is as it was written.";
  std::string text = "This journal is not as it was written:";
  for (auto const& fault : report.faults) {
    text += "\n  stream " + uuid_text(fault.stream) + ", position " + std::to_string(fault.position) + ": " +
            fault.what;
  }
  if (report.faults_unlisted) text += "\n  and " + std::to_string(report.faults_unlisted) + " more";
  return text;
}

}  // namespace

int run_verify(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"json", "data"}))
    return misused("There is no option --" + *option + ".");
  auto const files = files_in(data_folder(arguments));
  adapters::SqliteJournal const journal(files.journal, sqlite::Open::existing, adapters::blake2b_256);
  auto const report = app::verify(journal, adapters::blake2b_256);
  wire::Json faults = wire::Json::array();
  for (auto const& fault : report.faults) {
    faults.push_back({{"stream", uuid_text(fault.stream)},
                      {"position", static_cast<std::int64_t>(fault.position)},
                      {"what", fault.what}});
  }
  wire::Json result{{"ok", report.ok},
                    {"streams", static_cast<std::int64_t>(report.streams)},
                    {"events", static_cast<std::int64_t>(report.events)},
                    {"erased", static_cast<std::int64_t>(report.erased)},
                    {"faults", std::move(faults)}};
  if (arguments.has("json"))
    std::cout << wire::write_json({{"ok", report.ok}, {"result", std::move(result)}}) << '\n';
  else
    std::cout << plain(report) << '\n';
  return report.ok ? exit_ok : exit_refused;
}

int run_rebuild(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"json", "data"}))
    return misused("There is no option --" + *option + ".");
  auto const held = adapters::FolderLock::take(data_folder(arguments));
  if (!held) return refused(arguments, refuse("KP10"), words_of_the_terminal());
  House house({data_folder(arguments)});
  auto const records = app::rebuild(house.journal, house.journal, house.seal, house.records.store());
  house.directory.rebuild();
  return done(arguments, {{"records", static_cast<std::int64_t>(records)}},
              "The read models were made again from the journal.");
}

int run_init(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"json", "data", "for"}))
    return misused("There is no option --" + *option + ".");
  auto const purpose = named<app::Purpose>(arguments.value("for", "team"));
  if (!purpose) return misused("kith init --for=charity|team|trust [--data=DIR]");
  std::filesystem::path const folder = data_folder(arguments);
  if (std::filesystem::exists(files_in(folder).journal))
    return failed(arguments, "There is an installation here already: " + folder.string());
  std::filesystem::create_directories(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  House house({folder, sqlite::Open::create});
  auto const config = files_in(folder).config;
  adapters::append_durably(config, default_config(*purpose));
  return done(
      arguments,
      {{"folder", folder.string()}, {"for", std::string(name_of(*purpose))}, {"config", config.string()}},
      "Made in " + folder.string() + ", for a " + std::string(name_of(*purpose)) + ". Its settings are in " +
          config.string() +
          ".\nKeep a copy of master.key somewhere else: without it nothing can be read.\n"
          "Next: kith account add NAME --role=practitioner --data=" +
          folder.string() + ", then kith serve --data=" + folder.string() + ".");
}

}  // namespace kith
