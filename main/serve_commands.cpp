// kith serve and kith demo: an installation, or an invented one, behind HTTP.
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "adapters/folder_posix/folder_posix.hpp"
#include "app/fault.hpp"
#include "http/problem.hpp"
#include "main/commands.hpp"
#include "main/config.hpp"
#include "main/demo_directory.hpp"
#include "main/demo_story.hpp"
#include "main/erasure_watch.hpp"
#include "main/serving.hpp"

extern "C" char const kith_demo_people[];
extern "C" char const kith_demo_people_end[];
asm(".section .rodata\n"
    ".global kith_demo_people\n.global kith_demo_people_end\n"
    "kith_demo_people:\n.incbin \"" KITH_DEMO_PEOPLE "\"\nkith_demo_people_end:\n.byte 0\n.previous\n");

namespace kith {
namespace {

constexpr std::int64_t demo_days_at_once_max = 400;

std::uint16_t port_of(Arguments const& arguments) {
  auto const* from_environment = std::getenv("KITH_PORT");
  auto const text = arguments.value("port", from_environment ? from_environment : "8420");
  auto const port = std::strtol(text.c_str(), nullptr, 10);
  return port < 0 || port > 65535 ? std::uint16_t{0} : static_cast<std::uint16_t>(port);
}

// What every demo shows under Help now. Real public numbers, so that nobody who needs one finds an invented
// one.
std::vector<app::HelpNumber> demo_help() {
  auto const checked = parse_day("2026-11-20").value_or(Day());
  return {{"Emergency services", "999", "If a life is in danger now. Any time.", checked},
          {"NHS 111, mental health", "111", "Choose the mental health option. Any time, free.", checked},
          {"Samaritans", "116123", "To talk to somebody. Any time, free.", checked},
          {"Shout", "text SHOUT to 85258", "To text with somebody. Any time, free.", checked}};
}

// The demo's folder goes when the program ends, unless one was named.
class DemoFolder {
 public:
  explicit DemoFolder(std::string named) : named_(!named.empty()), path_(std::move(named)) {
    if (named_) {
      std::filesystem::create_directories(path_);
      return;
    }
    std::string pattern = (std::filesystem::temp_directory_path() / "kith-demo-XXXXXX").string();
    if (!mkdtemp(pattern.data()))
      throw app::Fault(app::FaultKind::unavailable, "There is no room for the demo's folder.");
    path_ = pattern;
  }
  ~DemoFolder() {
    std::error_code ignored;
    if (!named_) std::filesystem::remove_all(path_, ignored);
  }
  std::filesystem::path const& path() const { return path_; }

 private:
  bool named_;
  std::filesystem::path path_;
};

wire::Json json_of(DemoPerson const& person, std::string const& url) {
  return {{"name", person.name},
          {"role", person.role},
          {"account", text_of(person.account)},
          {"record", person.record ? wire::Json(text_of(*person.record)) : wire::Json(nullptr)},
          {"link", url + "/in/" + person.link},
          {"token", person.token}};
}

void print_people(Arguments const& arguments, std::vector<DemoPerson> const& people, std::string const& url) {
  wire::Json list = wire::Json::array();
  for (auto const& person : people) list.push_back(json_of(person, url));
  if (arguments.has("json")) {
    std::cout << wire::write_json({{"url", url}, {"people", std::move(list)}}) << std::endl;
    return;
  }
  std::cout << "Kith is at " << url << "\nEverybody here is invented. One link each:\n";
  for (auto const& person : people) {
    std::cout << "  " << person.name << " (" << person.role << ")\n    " << url << "/in/" << person.link
              << '\n';
  }
  std::cout << "Ctrl-C ends it." << std::endl;
}

// The clock in the demo's corner: everybody's day moves on.
http::Route clock_route(House& house) {
  return {.method = "POST",
          .path = "/api/demo/clock",
          .summary = "The demo only: moves the day on.",
          .who = http::Who::anyone,
          .takes = http::json_of(
              R"({"type":"object","required":["days"],"properties":{"days":{"type":"integer"}}})"),
          .says = {{200, "The new moment."}},
          .handler = [&house](http::Request const& request) {
            auto const body = wire::read_json(request.body);
            auto const* json = std::get_if<wire::Json>(&body);
            auto const days = json ? wire::integer_at(*json, "days") : std::nullopt;
            if (!days || *days < 0 || *days > demo_days_at_once_max)
              return http::problem(400, wire::unreadable("CM4", "days"));
            house.clock.move_by(*days * day_ms);
            return http::ok_json(wire::write_json({{"now", text_of(house.clock.now())}}));
          }};
}

// A folder that one server may hold now, or the refusal for whoever asked (KP10).
std::variant<adapters::FolderLock, Refusal> hold(std::filesystem::path const& folder) {
  auto lock = adapters::FolderLock::take(folder);
  if (!lock) return refuse("KP10");
  return std::move(*lock);
}

// Something was written later than the clock says it is (KP11).
std::optional<Refusal> clock_refusal(House const& house) {
  house.clock.has_told(house.journal.last_recorded_at());
  if (!house.clock.is_back()) return std::nullopt;
  auto const last = house.journal.last_recorded_at();
  return refuse("KP11",
                {{"now", text_of(Instant{last.ms - house.clock.back_ms()})}, {"last", text_of(last)}});
}

// --config, else the one that `kith init` wrote into the folder; "" when there is none.
std::string config_file(Arguments const& arguments) {
  auto const written = files_in(data_folder(arguments)).config;
  return arguments.value("config", std::filesystem::exists(written) ? written.string() : "");
}

// --data or KITH_DATA, else what the configuration says, else where the configuration lies.
std::filesystem::path folder_of(Arguments const& arguments, Config const& config,
                                std::filesystem::path const& file) {
  if (arguments.has("data") || std::getenv("KITH_DATA")) return data_folder(arguments);
  if (!config.data.empty()) return config.data;
  return file.empty() ? std::filesystem::path(data_folder(arguments))
                      : std::filesystem::absolute(file).parent_path();
}

// --now: another day than the machine's. False: it is no day.
bool move_clock(Arguments const& arguments, House& house) {
  if (!arguments.has("now")) return true;
  auto const day = parse_day(arguments.value("now"));
  if (!day) return false;
  auto const today = local_day(HouseClock::of_machine(), house.zone);
  house.clock.move_by(days_between(today, *day) * day_ms);
  return true;
}

}  // namespace

int run_demo(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"json", "data", "port", "now", "for"}))
    return misused("There is no option --" + *option + ".");
  auto const purpose = named<app::Purpose>(arguments.value("for", "team"));
  if (!purpose) return misused("--for is charity, team or trust.");
  DemoFolder const folder(arguments.value("data"));
  auto const held = hold(folder.path());
  if (auto const* refusal = std::get_if<Refusal>(&held))
    return refused(arguments, *refusal, words_of_the_terminal());
  House house({folder.path(), sqlite::Open::create, "Europe/London", identity::Links::let_in, *purpose});
  if (!move_clock(arguments, house)) return misused("--now is a day, as 2027-03-01.");
  load_demo_directory(house);
  std::string const stories(kith_demo_people,
                            static_cast<std::size_t>(kith_demo_people_end - kith_demo_people));
  auto const people = tell_stories(house, stories);
  ServingOptions options;
  options.port = port_of(arguments);
  options.installation = {"Kith demo", demo_help(), "", *purpose};
  options.more_routes.push_back(clock_route(house));
  options.add_to_installation = [](wire::Json& told) { told["demo"] = true, told["demo_pin"] = "2468"; };
  options.add_to_me = [&people](identity::SignedIn const& who, wire::Json& me) {
    me["demo_pin"] = "2468";
    for (auto const& person : people)
      if (person.account == who.account) me["demo_card"] = person.card;
  };
  Serving serving(house, std::move(options));
  ErasureWatch const watch(house, files_in(folder.path()).erased);
  serving.start();
  print_people(arguments, people, "http://127.0.0.1:" + std::to_string(serving.port()));
  serving.wait();
  return exit_ok;
}

int run_serve(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"data", "port", "config", "now"}))
    return misused("There is no option --" + *option + ".");
  auto const file = config_file(arguments);
  auto const text =
      file.empty() ? std::optional(std::string(default_config())) : read_file(file, config_bytes_max);
  if (!text) return failed(arguments, "This configuration cannot be read: " + file);
  auto const read = read_config(*text);
  if (auto const* problems = std::get_if<std::vector<ConfigProblem>>(&read)) {
    for (auto const& problem : *problems)
      std::cerr << text_of(problem, file.empty() ? "kith.conf" : file) << '\n';
    return exit_refused;
  }
  auto const& config = std::get<Config>(read);
  if (arguments.has("now") && !config.installation.is_practice())
    return misused("--now is for a practice system. This one has a clinical safety officer.");
  auto const folder = folder_of(arguments, config, file);
  if (!std::filesystem::exists(files_in(folder).journal))
    return failed(arguments, "There is no installation in " + folder.string() + ". kith init makes one.");
  auto const held = hold(folder);
  if (auto const* refusal = std::get_if<Refusal>(&held))
    return refused(arguments, *refusal, words_of_the_terminal());
  House house(
      {folder, sqlite::Open::existing, config.zone, identity::Links::refused, config.installation.purpose});
  if (!move_clock(arguments, house)) return misused("--now is a day, as 2027-03-01.");
  if (auto const refusal = clock_refusal(house)) return refused(arguments, *refusal, house.catalogue);
  ServingOptions options;
  options.address = config.listen;
  options.port = arguments.has("port") ? port_of(arguments) : config.port;
  options.trusted_proxy = config.trusted_proxy;
  options.door.public_origin = config.public_origin;
  options.installation = config.installation;
  house.directory.catch_up();  // after an import that was cut off
  Serving serving(house, std::move(options));
  ErasureWatch const watch(house, files_in(folder).erased);
  serving.start();
  std::cerr << "Kith listens on " << config.listen << ":" << serving.port() << '\n';
  for (auto const& line : help_overdue(config, local_day(house.clock.now(), house.zone)))
    std::cerr << line << '\n';
  serving.wait();
  return exit_ok;
}

}  // namespace kith
