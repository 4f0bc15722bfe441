#include "main/config.hpp"

#include <gtest/gtest.h>

namespace kith {
namespace {

constexpr auto help = "help = Samaritans | 116 123 | Any time. | 2026-01-18\n";

std::vector<ConfigProblem> problems_of(std::string const& text) {
  auto const read = read_config(text);
  auto const* const problems = std::get_if<std::vector<ConfigProblem>>(&read);
  return problems ? *problems : std::vector<ConfigProblem>();
}

Config config_of(std::string const& text) {
  auto const read = read_config(text);
  auto const* const config = std::get_if<Config>(&read);
  EXPECT_TRUE(config) << (config ? "" : text_of(problems_of(text).front(), "kith.conf"));
  return config ? *config : Config();
}

TEST(ConfigTest, CF1_the_default_file_is_a_practice_system_on_this_machine) {
  auto const config = config_of(std::string(default_config()));
  EXPECT_TRUE(config.installation.is_practice());
  EXPECT_EQ(config.installation.help.size(), 4);
  EXPECT_EQ(config.listen, "127.0.0.1");
  EXPECT_EQ(config.port, 8420);
  EXPECT_EQ(config.public_origin, "");
}

TEST(ConfigTest, CF1_every_key_is_read) {
  auto const config =
      config_of(std::string("name = Harbour = home\r\n") +
                "  clinical_safety_officer=Dr Wren Hughes  \n"
                "# a note = nothing\n\n" +
                help +
                "help = Shout | text SHOUT to 85258 |  | 2026-01-19\n"
                "for = charity\ndata = /var/lib/kith\nzone = Europe/Dublin\nlisten = 0.0.0.0\nport = 80\n"
                "public_origin = https://kith.example.org:8443\ntrusted_proxy = 10.0.0.2");
  EXPECT_EQ(config.installation.name, "Harbour = home");
  EXPECT_EQ(config.installation.clinical_safety_officer, "Dr Wren Hughes");
  ASSERT_EQ(config.installation.help.size(), 2);
  EXPECT_EQ(config.installation.help[1].number, "text SHOUT to 85258");
  EXPECT_EQ(config.installation.help[1].when, "");
  EXPECT_EQ(text_of(config.installation.help[1].checked_on), "2026-01-19");
  EXPECT_EQ(config.installation.purpose, app::Purpose::charity);
  EXPECT_EQ(config.data, "/var/lib/kith");
  EXPECT_EQ(config.zone, "Europe/Dublin");
  EXPECT_EQ(config.listen, "0.0.0.0");
  EXPECT_EQ(config.port, 80);
  EXPECT_EQ(config.public_origin, "https://kith.example.org:8443");
  EXPECT_EQ(config.trusted_proxy, "10.0.0.2");
}

TEST(ConfigTest, CF6_a_help_number_nobody_checked_for_half_a_year_is_named_at_the_start) {
  auto const config = config_of(std::string(help) + "help = Shout | 85258 | Any time. | 2026-07-19\n");
  auto const told_on = [&](char const* day) { return help_overdue(config, *parse_day(day)); };
  EXPECT_TRUE(told_on("2026-07-20").empty());
  ASSERT_EQ(told_on("2026-07-21").size(), 1u);
  EXPECT_NE(told_on("2026-07-21").front().find("Samaritans was last checked on 2026-01-18"),
            std::string::npos);
  EXPECT_EQ(told_on("2027-07-21").size(), 2u);
}

TEST(ConfigTest, each_problem_has_its_line_and_its_rule) {
  struct Case {
    char const* sentence;
    std::string text;
    int line;
    std::string_view rule;
  };
  auto const after_help = [](std::string line) { return help + line; };
  Case const cases[] = {
      {"CF1 no equals sign", after_help("port 8420"), 2, "CF1"},
      {"CF1 a file that is no text", after_help("name = \xff"), 0, "CF1"},
      {"CF1 a file with a NUL", after_help(std::string("name = \0", 8)), 0, "CF1"},
      {"CF1 a file that is far too large", std::string(config_bytes_max + 1, '\n'), 0, "CF1"},
      {"CF2 a key that is none", after_help("prot = 8420"), 2, "CF2"},
      {"CF2 a key twice", after_help("port = 1\nport = 2"), 3, "CF2"},
      {"CF3 a purpose there is not", after_help("for = everybody"), 2, "CF3"},
      {"CF3 a key without value", after_help("\nname ="), 3, "CF3"},
      {"CF3 a port that is no number", after_help("port = eight"), 2, "CF3"},
      {"CF3 a port with something behind", after_help("port = 8420x"), 2, "CF3"},
      {"CF3 a port that is too large", after_help("port = 65536"), 2, "CF3"},
      {"CF3 a port of nought", after_help("port = 0"), 2, "CF3"},
      {"CF3 an origin without https", after_help("public_origin = http://kith.example.org"), 2, "CF3"},
      {"CF3 an origin with a path", after_help("public_origin = https://kith.example.org/"), 2, "CF3"},
      {"CF3 an origin without a name", after_help("public_origin = https://"), 2, "CF3"},
      {"CF3 a help number without its day", after_help("help = Shout | 85258 | Any time."), 2, "CF3"},
      {"CF3 a help number checked on no day", after_help("help = Shout | 85258 | Any time. | soon"), 2,
       "CF3"},
      {"CF3 a help number without a number", after_help("help = Shout | | Any time. | 2026-01-18"), 2, "CF3"},
      {"CF4 no help number", "port = 8420", 0, "CF4"},
      {"CF5 beyond this machine without a safety officer",
       after_help("listen = 0.0.0.0\npublic_origin = https://kith.example.org"), 0, "CF5"},
      {"CF5 beyond this machine without an address",
       after_help("listen = 10.0.0.1\nclinical_safety_officer = Dr Wren Hughes"), 0, "CF5"},
  };
  for (auto const& [sentence, text, line, rule] : cases) {
    auto const problems = problems_of(text);
    ASSERT_EQ(problems.size(), 1) << sentence;
    EXPECT_EQ(problems[0].line, line) << sentence;
    EXPECT_EQ(problems[0].rule, rule) << sentence;
    EXPECT_NE(problems[0].remedy, "") << sentence;
  }
}

TEST(ConfigTest, CF1_all_problems_are_told_at_once) {
  auto const problems = problems_of("port = x\nprot = 1\nlisten = 0.0.0.0\n");
  std::vector<std::string_view> rules;
  for (auto const& problem : problems) rules.push_back(problem.rule);
  EXPECT_EQ(rules, (std::vector<std::string_view>{"CF3", "CF2", "CF4", "CF5", "CF5"}));
  EXPECT_EQ(
      text_of(problems[0], "kith.conf"),
      "kith.conf, line 1: port is not a whole number from 1 to 65535. Write for example: port = 8420 (CF3)");
}

TEST(ConfigTest, HT17_loopback_needs_nobody_s_name) {
  for (auto const* address : {"127.0.0.1", "127.0.0.2", "::1"}) {
    EXPECT_TRUE(config_of(std::string(help) + "listen = " + address).installation.is_practice()) << address;
  }
}

}  // namespace
}  // namespace kith
