// Records: opening one with 5,000 events, and starting the program beside 100,000 of them. Requirements Z-2
// and Z-6.
#include <functional>
#include <stdexcept>

#include "bench/load.hpp"
#include "bench/town.hpp"
#include "wire/commands.hpp"
#include "wire/view.hpp"

namespace kith {
namespace {

using namespace bench;

// 5,000, and nearly as many as there may be after the newest snapshot.
constexpr std::size_t long_records = 4, events_long = 5'240, warm_reads = 200;
constexpr std::size_t many_records = 100'000, events_each = 4;

// Some years of a life: a circle that moves, steps that are done, things to talk about that are settled.
void live_long(Town& town, Citizen const& whose, std::string const& key) {
  auto const id = [&](std::string const& what, int n) {
    return "\"" + id_for(key + what + std::to_string(n)) + "\"";
  };
  auto const tell = [&](std::string const& act, std::string const& body) {
    town.tell(whose, whose.record, act, body);
  };
  constexpr int ties = 40, goals = 10;
  for (int n = 0; n < ties; ++n)
    tell("draw_tie", R"({"tie":)" + id("tie", n) +
                         R"(,"name":"Somebody","kind":"friend","occasion":"everyday","ring":2,"angle":9})");
  for (int n = 0; n < goals; ++n)
    tell("place_goal", R"({"goal":)" + id("goal", n) + R"(,"statement":)" + id("goal words", n) +
                           R"(,"words":"Get my hands in the soil again, one morning a week."})");
  for (int n = 0; town.events_of(whose.record) < events_long; ++n) {
    if (n % 20 == 0)
      tell("place_step", R"({"step":)" + id("step", n) + R"(,"goal":)" + id("goal", n / 20 % goals) +
                             R"(,"statement":)" + id("step words", n) +
                             R"(,"words":"Go and have a look.","doer":"person"})");
    if (n % 20 == 1) tell("set_step", R"({"step":)" + id("step", n - 1) + R"(,"state":"done"})");
    if (n % 20 == 2)
      tell("raise", R"({"talk":)" + id("talk", n) + R"(,"about":"to_talk_about","statement":)" +
                        id("talk words", n) + R"(,"words":"The tablets still make my mornings foggy."})");
    if (n % 20 == 3) tell("settle_talk", R"({"talk":)" + id("talk", n - 1) + "}");
    tell("move_tie", R"({"tie":)" + id("tie", n % ties) + R"(,"occasion":"everyday","ring":)" +
                         std::to_string(n % 3 + 1) + R"(,"angle":)" + std::to_string(n % 360) + "}");
  }
}

BENCH(Z_2_open_a_record_of_5000_events) {
  Folder const folder;
  std::vector<Citizen> people;
  {
    Town town(folder.path());
    for (std::size_t n = 0; n < long_records; ++n) {
      people.push_back(town.person("Person " + std::to_string(n)));
      live_long(town, people.back(), std::to_string(n));
    }
  }
  House house({folder.path(), sqlite::Open::existing});
  Times folded, cold, warm, made, bytes;
  auto const no_words = [](std::vector<Message> const&) { return std::string(); };
  for (auto const& person : people) {
    auto const id = app::bits_of(person.record);
    auto const before = Clock::now();
    std::size_t read = 0;
    for (std::uint64_t at = 1; at <= events_long; at += app::events_per_page)
      for (auto const& event : house.journal.events(id, at, app::events_per_page)) read += event.body->size();
    bytes.add(ms_since(before) + (read == 0 ? 1 : 0));
    auto from = Clock::now();
    house.records.store().load(person.record);
    folded.add(ms_since(from));
    house.records.view_text(person.caller, person.record, house.catalogue);
    cold.add(ms_since(from));
    for (std::size_t n = 0; n < warm_reads; ++n) {
      from = Clock::now();
      house.records.view_text(person.caller, person.record, house.catalogue);
      warm.add(ms_since(from));
      from = Clock::now();
      house.records.view(person.caller, person.record, no_words);
      made.add(ms_since(from));
    }
  }
  Beside const limit{"reading its 5,240 rows", bytes.at(0.5)};
  say({"cold, p50", cold.at(0.5), "ms", at_most(5), limit});
  say({"  of it until folded", folded.at(0.5), "ms", {}, limit});
  say({"a view of it made anew, p50", made.at(0.5), "ms", {}, limit});
  say({"warm, p50", warm.at(0.5), "ms", at_most(0.2), limit});
}

// Straight through the journal: sealed and chained like any record, without the decisions.
void make_records(House& house, std::size_t count) {
  std::vector<app::AppendItem> items;
  auto& store = house.records.store();
  for (std::size_t n = 0; n < count; ++n) {
    RecordId const record{n + 1, 0x8000'0000'0000'0000};
    AccountId const account{n + 1, 0x8000'0000'0000'0001};
    std::vector<Event> events;
    for (std::uint32_t e = 0; e < events_each; ++e) {
      Event event;
      event.command = {n + 1, 0x8000'0000'0000'0002};
      event.n = e;
      event.actor = account;
      event.made_at = house.clock.now();
      event.day_made = local_day(event.made_at, house.zone);
      if (e == 0)
        event.fact = RecordStarted{Name{"Person " + std::to_string(n)}, account, {}};
      else
        event.fact = PersonNamed{{Name{"Person " + std::to_string(n)}}};
      events.push_back(std::move(event));
    }
    app::Folded folded{{}, store.start_of(record), 0};
    app::AppendItem item;
    item.parts.push_back(store.extend(record, folded, events, house.clock.now()));
    items.push_back(std::move(item));
    if (items.size() == app::items_per_append_max || n + 1 == count) {
      house.journal.append(items);
      items.clear();
    }
  }
}

double seconds_to_start(std::string const& folder) {
  auto const from = Clock::now();
  Program const kith({KITH_PROGRAM, "serve", "--data=" + folder, "--port=0"}, Program::Says::on_error);
  if (kith.port() == 0) throw std::runtime_error("kith serve did not start: " + kith.first_line());
  ask_once(kith.port(), get("/readyz"));
  return ms_since(from) / 1000;
}

BENCH(Z_6_start_with_100000_records) {
  Folder const full, empty;
  { Town(empty.path()); }
  {
    Town town(full.path());
    make_records(town.house(), many_records);
  }
  Times with_all, with_none;
  for (int n = 0; n < 5; ++n) {
    with_all.add(seconds_to_start(full.path()));
    with_none.add(seconds_to_start(empty.path()));
  }
  say({"until it answers, p50", with_all.at(0.5), "s", at_most(1),
       Beside{"with no record", with_none.at(0.5)}});
}

}  // namespace
}  // namespace kith
