// kith: the program. Reads which command was asked for, and is the one place that catches a fault.
#include <sys/stat.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>

#include "app/fault.hpp"
#include "main/commands.hpp"

namespace {

struct Command {
  std::string_view name;
  int (*run)(kith::Arguments const&);
  std::string_view help;
};
constexpr Command commands[] = {
    {"demo", kith::run_demo,
     "demo [--now=DAY] [--port=N] [--data=DIR] [--json]   an invented town and its people, on this machine"},
    {"serve", kith::run_serve, "serve [--data=DIR] [--config=FILE] [--port=N]        an installation"},
    {"init", kith::run_init, "init --for=charity|team|trust [--data=DIR]           a new installation"},
    {"account", kith::run_account,
     "account add NAME --role=ROLE [--called=…] | list | end NAME | reset NAME | token NAME"},
    {"circle", kith::run_circle,
     "circle describe FILE.json [--json]                   what a circle shows, without a server"},
    {"directory", kith::run_directory,
     "directory import FILE… | check FILE… | imports | undo IMPORT | search WORDS   [--mapping=FILE] "
     "[--whole] "
     "[--source=NAME] [--data=DIR] [--json]"},
    {"places", kith::run_places,
     "places import FILE.csv [--data=DIR]                  where postcodes and towns are"},
    {"backup", kith::run_backup,
     "backup FOLDER [--data=DIR] [--json]                  a copy of everything but the master key"},
    {"restore", kith::run_restore,
     "restore FOLDER --data=NEW [--master-key=FILE] [--erased=FILE]   brings a backup back"},
    {"export", kith::run_export,
     "export RECORD [--to=FOLDER] [--data=DIR]             everything about one person, to read and as data"},
    {"erase", kith::run_erase,
     "erase RECORD [--yes] [--data=DIR]                    makes one person's words unreadable, for ever"},
    {"verify", kith::run_verify,
     "verify [--data=DIR] [--json]                         is the journal as it was written?"},
    {"rebuild", kith::run_rebuild,
     "rebuild [--data=DIR]                                 makes the read models again"},
};

// What is said to this terminal from here on: the same as if the machine were set to that language.
bool speak(std::string const& language) {
  return kith::named<kith::CatalogueLanguage>(language) && setenv("KITH_LANG", language.c_str(), 1) == 0;
}

int help() {
  std::cout << "kith: care plans in people's own words.\n\n";
  for (auto const& command : commands) std::cout << "  kith " << command.help << '\n';
  std::cout << "\nExit 0: done. 1: refused or failed. 2: not a command. --json prints one object."
               " --lang=cy: in Welsh.\n";
  return kith::exit_ok;
}

}  // namespace

int main(int count, char** values) {
  umask(S_IRWXG | S_IRWXO);       // whatever Kith writes is its owner's alone
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is a full disk (KP13), not the end
  auto const arguments = kith::arguments_of(count, values);
  auto const name = arguments.words.empty() ? "" : arguments.words.front();
  for (auto const& command : commands) {
    if (command.name != name) continue;
    if (arguments.has("help")) {
      std::cout << "kith " << command.help << '\n';
      return kith::exit_ok;
    }
    if (arguments.has("lang") && !speak(arguments.value("lang"))) return kith::misused("--lang is en or cy.");
    try {
      return command.run(arguments);
    } catch (std::exception const& fault) {
      return kith::failed(arguments, fault.what());
    }
  }
  if (name.empty() && arguments.has("help")) return help();
  return kith::misused(name.empty() ? "What shall Kith do?" : "There is no command " + name + ".");
}
