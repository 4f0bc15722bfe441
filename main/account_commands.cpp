// kith account: who may come in. What is printed here is for whoever runs the installation.
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "main/commands.hpp"
#include "main/house.hpp"

namespace kith {
namespace {

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
    return misused(
        "kith account add NAME --role=person|practitioner|curator|administrator|supporter [--called=…]");
  auto const role = named<Role>(arguments.value("role", "person"));
  if (!role) return misused("A role is person, practitioner, curator, administrator or supporter.");
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

using identity::Account;

// By the name they sign in with, or by id.
std::optional<Account> account_named(House& house, std::string const& text) {
  if (auto const id = parse_id<AccountId>(text)) return house.identity.account(identity::AccountRef(*id));
  return house.sign_in.account_called(text);
}

wire::Json told_of(Account const& account) {
  return {{"account", text_of(account.id)},
          {"called", account.display_name},
          {"role", std::string(name_of(account.role))},
          {"record", account.record ? wire::Json(text_of(*account.record)) : wire::Json()},
          {"made_at", text_of(account.made_at)}};
}

// The names people sign in with are kept as hashes and cannot be listed.
int list_accounts(Arguments const& arguments, House& house) {
  auto list = wire::Json::array();
  std::string lines;
  for (std::size_t n = 0; n < count_of<Role>; ++n) {
    for (auto const& account : house.identity.accounts(static_cast<Role>(n))) {
      list.push_back(told_of(account));
      lines += (lines.empty() ? "" : "\n") + text_of(account.id) + "  " + std::string(name_of(account.role)) +
               "  " + account.display_name;
    }
  }
  return done(arguments, {{"accounts", std::move(list)}},
              lines.empty() ? "There are no accounts yet." : lines);
}

int end_account(Arguments const& arguments, House& house, Account const& account) {
  house.identity.remove(account.id);
  return done(arguments, told_of(account),
              account.display_name + " cannot sign in any more. What they wrote stays where it is.");
}

int reset_account(Arguments const& arguments, House& house, Account const& account) {
  auto const code = house.sign_in.print_way_back(account.id, AccountId{});
  return done(arguments, {{"code", code}, {"minutes", identity::way_back_ms / minute_ms}},
              code + "\nHand this to " + account.display_name +
                  " and to nobody else. It works once, within the hour, at /way-back.\n"
                  "They will be told that it was used.");
}

int with_account(Arguments const& arguments, House& house, std::string const& verb) {
  if (arguments.words.size() != 3) return misused("kith account " + verb + " NAME");
  auto const account = account_named(house, arguments.words[2]);
  if (!account) return refused(arguments, refuse("AC20"), house.catalogue);
  if (verb == "end") return end_account(arguments, house, *account);
  if (verb == "reset") return reset_account(arguments, house, *account);
  auto const token = house.sign_in.make_machine_token(account->id);
  return done(arguments, {{"token", token}}, token);
}

}  // namespace

int run_account(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"json", "data", "role", "called"}))
    return misused("There is no option --" + *option + ".");
  House house({data_folder(arguments)});
  auto const verb = arguments.words.size() > 1 ? arguments.words[1] : "";
  if (verb == "add") return add_account(arguments, house);
  if (verb == "list") return list_accounts(arguments, house);
  if (verb == "end" || verb == "reset" || verb == "token") return with_account(arguments, house, verb);
  return misused("kith account add NAME --role=ROLE, list, end NAME, reset NAME or token NAME");
}

}  // namespace kith
