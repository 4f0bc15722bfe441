#include "main/config.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <set>

#include "http/guard.hpp"
#include "http/target.hpp"
#include "wire/json.hpp"

extern "C" char const kith_default_config[];
extern "C" char const kith_default_config_end[];
asm(".pushsection .rodata\n"
    ".global kith_default_config\n.global kith_default_config_end\n"
    "kith_default_config:\n.incbin \"" KITH_DEFAULT_CONFIG
    "\"\nkith_default_config_end:\n.byte 0\n.popsection\n");

namespace kith {
namespace {

using http::cut;
using http::trimmed;

constexpr auto help_example = "help = Samaritans | 116 123 | To talk to somebody. Any time. | 2026-01-18";

// One key: how its value is taken. False: the value will not do, and the example shows one that does.
struct Key {
  std::string_view name;
  std::string_view wanted;
  std::string_view example;
  std::function<bool(Config&, std::string_view)> take;
};

bool take_text(std::string& into, std::string_view value) {
  into = value;
  return true;
}

bool take_port(Config& config, std::string_view value) {
  auto const* const end = value.data() + value.size();
  auto const [stop, error] = std::from_chars(value.data(), end, config.port);
  return error == std::errc() && stop == end && config.port > 0;
}

bool take_help(Config& config, std::string_view value) {
  auto const parts = cut(value, '|');
  if (parts.size() != 4 || config.installation.help.size() == help_numbers_max) return false;
  auto const checked_on = parse_day(trimmed(parts[3]));
  app::HelpNumber number{std::string(trimmed(parts[0])), std::string(trimmed(parts[1])),
                         std::string(trimmed(parts[2])), checked_on.value_or(Day())};
  if (!checked_on || number.name.empty() || number.number.empty()) return false;
  config.installation.help.push_back(std::move(number));
  return true;
}

bool take_purpose(Config& config, std::string_view value) {
  auto const purpose = named<app::Purpose>(value);
  if (purpose) config.installation.purpose = *purpose;
  return purpose.has_value();
}

bool take_origin(Config& config, std::string_view value) {
  constexpr std::string_view scheme = "https://";
  auto const rest = value.substr(std::min(scheme.size(), value.size()));
  config.public_origin = value;
  return value.starts_with(scheme) && !rest.empty() && rest.find_first_of("/ ?#@") == rest.npos;
}

std::vector<Key> const& keys() {
  static std::vector<Key> const all{
      {"name", "a name for the pages", "name = Kith",
       [](Config& config, auto value) { return take_text(config.installation.name, value); }},
      {"for", "charity, team or trust", "for = charity", take_purpose},
      {"clinical_safety_officer", "a name", "clinical_safety_officer = Dr Wren Hughes",
       [](Config& config, auto value) {
         return take_text(config.installation.clinical_safety_officer, value);
       }},
      {"help", "name | number | when | the day it was checked", help_example, take_help},
      {"data", "a folder", "data = /var/lib/kith",
       [](Config& config, auto value) { return take_text(config.data, value); }},
      {"zone", "a time zone", "zone = Europe/London",
       [](Config& config, auto value) { return take_text(config.zone, value); }},
      {"listen", "an address of this machine", "listen = 127.0.0.1",
       [](Config& config, auto value) { return take_text(config.listen, value); }},
      {"port", "a whole number from 1 to 65535", "port = 8420", take_port},
      {"public_origin", "https:// and a name, without a path", "public_origin = https://kith.example.org",
       take_origin},
      {"trusted_proxy", "an address", "trusted_proxy = 127.0.0.1",
       [](Config& config, auto value) { return take_text(config.trusted_proxy, value); }},
  };
  return all;
}

std::string names_of_keys() {
  std::string names;
  for (auto const& key : keys()) names += (names.empty() ? "" : ", ") + std::string(key.name);
  return names;
}

// Reads line by line and keeps every problem it meets.
class Reader {
 public:
  void read_line(int number, std::string_view line);
  void check_whole();

  Config config;
  std::vector<ConfigProblem> problems;

 private:
  std::set<std::string_view> seen_;
};

void Reader::read_line(int number, std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  line = trimmed(line);
  if (line.empty() || line.starts_with('#')) return;
  auto const equals = line.find('=');
  if (equals == line.npos) {
    problems.push_back(
        {number, "CF1", "This line has no equals sign.", "Write key = value, or # before a note."});
    return;
  }
  auto const name = trimmed(line.substr(0, equals)), value = trimmed(line.substr(equals + 1));
  auto const key = std::ranges::find(keys(), name, &Key::name);
  if (key == keys().end()) {
    problems.push_back({number, "CF2", "There is no such key.", "The keys are: " + names_of_keys() + "."});
  } else if (key->name != "help" && !seen_.insert(key->name).second) {
    problems.push_back({number, "CF2", std::string(name) + " is set twice.", "Keep one of the two lines."});
  } else if (value.empty() || !key->take(config, value)) {
    problems.push_back({number, "CF3", std::string(name) + " is not " + std::string(key->wanted) + ".",
                        "Write for example: " + std::string(key->example)});
  }
}

void Reader::check_whole() {
  if (config.installation.help.empty()) {
    problems.push_back(
        {0, "CF4", "No help number is set.", "Write for example: " + std::string(help_example)});
  }
  if (http::is_loopback_address(config.listen)) return;
  if (config.installation.is_practice()) {
    problems.push_back({0, "CF5", "Without a clinical safety officer only this machine may reach Kith.",
                        "Name one (clinical_safety_officer = …), or write: listen = 127.0.0.1"});
  }
  if (config.public_origin.empty()) {
    problems.push_back({0, "CF5", "Beyond this machine Kith needs the https address that people type.",
                        "Write for example: public_origin = https://kith.example.org"});
  }
}

}  // namespace

std::variant<Config, std::vector<ConfigProblem>> read_config(std::string_view text) {
  Reader reader;
  if (text.size() > config_bytes_max || !wire::is_utf8(text) || text.find('\0') != text.npos) {
    return std::vector<ConfigProblem>{
        {0, "CF1", "This is no text file of at most 64 KiB.", "Start again from the default file."}};
  }
  int number = 0;
  for (auto const line : cut(text, '\n')) reader.read_line(++number, line);
  reader.check_whole();
  if (!reader.problems.empty()) return std::move(reader.problems);
  return std::move(reader.config);
}

std::vector<std::string> help_overdue(Config const& config, Day today) {
  std::vector<std::string> told;
  for (auto const& number : config.installation.help) {
    if (days_between(number.checked_on, today) <= help_checked_days_max) continue;
    told.push_back("The help number of " + number.name + " was last checked on " +
                   text_of(number.checked_on) +
                   ". Look on its own page whether it is still right, and write today's date behind it in "
                   "kith.conf (CF6).");
  }
  return told;
}

std::string text_of(ConfigProblem const& problem, std::string_view file_name) {
  auto const where = problem.line > 0 ? ", line " + std::to_string(problem.line) : "";
  return std::string(file_name) + where + ": " + problem.what + ' ' + problem.remedy + " (" +
         std::string(problem.rule) + ")";
}

std::string default_config(app::Purpose purpose) {
  constexpr std::string_view line = "\nfor = team\n";
  std::string text(default_config());
  return text.replace(text.find(line), line.size(), "\nfor = " + std::string(name_of(purpose)) + "\n");
}

std::string_view default_config() {
  return {kith_default_config, static_cast<std::size_t>(kith_default_config_end - kith_default_config)};
}

}  // namespace kith
