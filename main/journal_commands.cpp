// kith verify, kith rebuild, kith init, kith account: looking after an installation.
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "adapters/seal_sodium/hash.hpp"
#include "app/journal/verify.hpp"
#include "app/records/read_rows.hpp"
#include "main/commands.hpp"
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

// A password is typed, or piped in for a program; it is never an argument, which others could read.
std::string ask_password() {
  termios before{};
  bool const at_terminal = tcgetattr(STDIN_FILENO, &before) == 0;
  if (at_terminal) {
    auto hidden = before;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
    std::cerr << "Password: ";
  }
  std::string password;
  std::getline(std::cin, password);
  if (at_terminal) {
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
    std::cerr << '\n';
  }
  return password;
}

int add_account(Arguments const& arguments, House& house) {
  if (arguments.words.size() != 3)
    return misused("kith account add NAME --role=person|practitioner|curator|administrator [--called=…]");
  auto const role = named<Role>(arguments.value("role", "person"));
  if (!role) return misused("A role is person, practitioner, curator or administrator.");
  identity::NewAccount account;
  account.name = arguments.words[2];
  account.display_name = arguments.value("called", account.name);
  account.role = *role;
  account.password = ask_password();
  auto const made = house.sign_in.make_account(account);
  if (auto const* refusal = std::get_if<Refusal>(&made)) return refused(arguments, *refusal, house.catalogue);
  auto const id = text_of(std::get<AccountId>(made));
  return done(arguments, {{"account", id}},
              "Made. " + account.display_name + " can sign in as " + account.name + ".");
}

int make_token(Arguments const& arguments, House& house) {
  auto const id = arguments.words.size() == 3 ? parse_id<AccountId>(arguments.words[2]) : std::nullopt;
  if (!id) return misused("kith account token ACCOUNT");
  if (!house.known(*id)) return failed(arguments, "There is no such account.");
  auto const token = house.sign_in.make_machine_token(*id);
  return done(arguments, {{"token", token}}, token);
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
  House house({data_folder(arguments)});
  auto const records = app::rebuild(house.journal, house.journal, house.seal, house.records.store());
  house.directory.rebuild();
  return done(arguments, {{"records", static_cast<std::int64_t>(records)}},
              "The read models were made again from the journal.");
}

int run_init(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"json", "data"}))
    return misused("There is no option --" + *option + ".");
  std::filesystem::path const folder = data_folder(arguments);
  if (std::filesystem::exists(files_in(folder).journal))
    return failed(arguments, "There is an installation here already: " + folder.string());
  std::filesystem::create_directories(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  House house({folder, sqlite::Open::create});
  return done(arguments, {{"folder", folder.string()}},
              "Made in " + folder.string() +
                  ". Keep a copy of master.key somewhere else: without it nothing can be read.");
}

int run_account(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"json", "data", "role", "called"}))
    return misused("There is no option --" + *option + ".");
  House house({data_folder(arguments)});
  auto const verb = arguments.words.size() > 1 ? arguments.words[1] : "";
  if (verb == "add") return add_account(arguments, house);
  if (verb == "token") return make_token(arguments, house);
  return misused("kith account add NAME, or kith account token ACCOUNT");
}

}  // namespace kith
