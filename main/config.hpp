// The configuration file: plain `key = value` lines, checked as a whole before anything starts. Rules CF1–CF5
// of spec/configuration.md; main/kith.conf is the annotated default.
//
// Pure. A file with anything wrong in it is refused whole, with every problem at once: line, what, and what
// to write instead. The values are not quoted back, because a name may stand there.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/installation/installation.hpp"

namespace kith {

inline constexpr std::size_t config_bytes_max = 64u << 10;
inline constexpr std::size_t help_numbers_max = 20;

struct Config {
  app::Installation installation{"Kith", {}, ""};
  std::string data;  // "": --data, or where this file lies
  std::string zone = "Europe/London";
  std::string listen = "127.0.0.1";
  std::uint16_t port = 8420;
  std::string public_origin;  // "https://kith.example.org"; "" on this machine only
  std::string trusted_proxy;
};

struct ConfigProblem {
  int line = 0;  // 0: the file as a whole
  std::string_view rule;
  std::string what;
  std::string remedy;
  friend bool operator==(ConfigProblem const&, ConfigProblem const&) = default;
};

std::variant<Config, std::vector<ConfigProblem>> read_config(std::string_view text);

inline constexpr std::int64_t help_checked_days_max = 183;  // half a year: numbers move

// What whoever keeps the installation is told at every start: help numbers that nobody made sure of for half
// a year, a sentence each (CF6). They are shown all the same: an old number may still be the right one.
std::vector<std::string> help_overdue(Config const&, Day today);

// "kith.conf, line 7: The port is no whole number from 1 to 65535. Write for example: port = 8420 (CF2)"
std::string text_of(ConfigProblem const&, std::string_view file_name);

std::string_view default_config();  // main/kith.conf, inside the program
// The same, for an installation that `kith init` has made in this folder.
std::string default_config(app::Purpose);

}  // namespace kith
