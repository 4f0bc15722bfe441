// The program as its users meet it: a real `kith` behind real sockets, beside what SQLite, nginx and
// WeasyPrint do alone. Requirements Z-1, Z-2, Z-6 and Z-7.
//
// The load shares the machine's cores with the server.
#include <sqlite3.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <thread>

#include "adapters/sqlite/sqlite.hpp"
#include "bench/load.hpp"
#include "bench/town.hpp"

namespace kith {
namespace {

using namespace bench;

constexpr std::size_t crowd = 64, batch = 64;
constexpr std::size_t people_each = 4, commands_each = 150, reads = 60'000;  // of one connection

std::string const kith_program = KITH_PROGRAM;

class Serving {
 public:
  explicit Serving(std::string const& folder)
      : program_({kith_program, "serve", "--data=" + folder, "--port=0"}, Program::Says::on_error) {
    if (program_.port() == 0) throw std::runtime_error("kith serve did not start: " + program_.first_line());
  }
  std::uint16_t port() const { return program_.port(); }
  int process() const { return program_.process(); }

 private:
  Program program_;
};

std::string commands_at(RecordId record) { return "/api/records/" + text_of(record) + "/commands"; }

// A plan as people have after some months: enough ties, goals and steps to fill a page.
void tell_a_plan(Town& town, Citizen const& whose, std::string const& key) {
  auto const id = [&](std::string const& what) { return "\"" + id_for(key + what) + "\""; };
  for (int n = 0; n < 12; ++n) {
    auto const tie = std::to_string(n);
    town.tell(whose, whose.record, "draw_tie",
              R"({"tie":)" + id("tie" + tie) + R"(,"name":"Tie )" + tie +
                  R"(","kind":"friend","occasion":"everyday","ring":)" + std::to_string(n % 3 + 1) +
                  R"(,"angle":)" + std::to_string(n * 30) + "}");
  }
  for (int n = 0; n < 3; ++n) {
    auto const goal = std::to_string(n);
    town.tell(whose, whose.record, "place_goal",
              R"({"goal":)" + id("goal" + goal) + R"(,"statement":)" + id("words" + goal) +
                  R"(,"words":"Get my hands in the soil again, one morning a week."})");
    for (int step = 0; step < 3; ++step) {
      auto const name = goal + "." + std::to_string(step);
      town.tell(whose, whose.record, "place_step",
                R"({"step":)" + id("step" + name) + R"(,"goal":)" + id("goal" + goal) + R"(,"statement":)" +
                    id("step words" + name) +
                    R"(,"words":"Go and have a look. We only stay if it feels all right.","doer":"person"})");
    }
  }
}

// Every row that the commands wrote, put into the same tables by statements that are prepared once.
class SameRows {
 public:
  SameRows(std::string const& from, std::string const& to) : from_(from), to_(to) {}

  double seconds() {
    sqlite::Connection kith(from_, sqlite::Open::existing, sqlite::Access::read);
    sqlite::Connection bare(to_, sqlite::Open::create);
    auto schema = kith.query("SELECT sql FROM sqlite_schema WHERE name IN ('events','streams','commands')");
    while (schema.step()) bare.script(std::string(schema.octets(0)));
    read(kith);
    auto const from = Clock::now();
    for (std::size_t n = 0; n < rows_.size(); n += batch) write(bare, n, std::min(n + batch, rows_.size()));
    return ms_since(from) / 1000;
  }
  std::size_t commands() const { return rows_.size(); }

 private:
  struct Event {
    std::int64_t position, n, at, key;
    std::string body_hash, chain, body;
  };
  struct Row {
    std::string account, command, stream, command_hash, rule, answer;
    std::int64_t outcome, first, count;
    std::vector<Event> events;
  };

  void read(sqlite::Connection& kith) {
    auto commands = kith.query(
        "SELECT account, command, stream, command_hash, rule, answer, outcome, first_position, count FROM "
        "commands ORDER BY first_position, command");
    while (commands.step()) {
      auto const text = [&](int column) { return std::string(commands.octets(column)); };
      Row row{text(0),
              text(1),
              text(2),
              text(3),
              text(4),
              text(5),
              commands.integer(6),
              commands.integer(7),
              commands.integer(8),
              {}};
      auto events = kith.query(
          "SELECT position, n, recorded_at_ms, key_id, body_hash, chain, body FROM events WHERE stream = ?1 "
          "AND position >= ?2 AND position < ?3",
          sqlite::Blob{row.stream}, row.first, row.first + row.count);
      while (events.step()) {
        row.events.push_back({events.integer(0), events.integer(1), events.integer(2), events.integer(3),
                              std::string(events.octets(4)), std::string(events.octets(5)),
                              std::string(events.octets(6))});
      }
      rows_.push_back(std::move(row));
    }
  }

  void write(sqlite::Connection& bare, std::size_t from, std::size_t until) {
    using sqlite::Blob;
    sqlite::Transaction transaction(bare);
    for (auto n = from; n < until; ++n) {
      auto const& row = rows_[n];
      for (auto const& event : row.events) {
        bare.run("INSERT INTO events VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?8, ?9)", Blob{row.stream},
                 event.position, Blob{row.command}, event.n, event.at, event.key, Blob{event.body_hash},
                 Blob{event.chain}, Blob{event.body});
        bare.run("INSERT OR REPLACE INTO streams VALUES (?1, 1, ?2, ?3)", Blob{row.stream}, event.position,
                 Blob{event.chain});
      }
      bare.run("INSERT INTO commands VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", Blob{row.account},
               Blob{row.command}, Blob{row.stream}, Blob{row.command_hash}, row.outcome,
               sqlite::Text{row.rule}, row.first, row.count, Blob{row.answer});
    }
    transaction.commit();
  }

  std::string from_, to_;
  std::vector<Row> rows_;
};

BENCH(Z_1_durable_commands) {
  Folder const folder;
  std::vector<Citizen> people;
  {
    Town town(folder.path());
    for (std::size_t n = 0; n < crowd * people_each; ++n)
      people.push_back(town.person("Person " + std::to_string(n)));
  }
  Loaded loaded;
  {
    Serving const kith(folder.path());
    loaded = put_under({kith.port(), crowd, crowd * commands_each, [&](std::size_t one, std::size_t n) {
                          auto const key = std::to_string(one) + "." + std::to_string(n);
                          auto const body = R"({"talk":")" + id_for("talk " + key) +
                                            R"(","about":"to_talk_about","statement":")" +
                                            id_for("talk words " + key) +
                                            R"(","words":"The tablets still make my mornings foggy."})";
                          auto const& whose = people[one * people_each + n % people_each];
                          return post(commands_at(whose.record), whose.token,
                                      command_json(id_for("load " + key), "raise", body));
                        }});
  }
  if (loaded.unwanted > 0) return skip("refused: " + loaded.body);
  SameRows bare(folder / "journal.db", folder / "bare.db");
  auto const bare_seconds = bare.seconds();
  auto const bare_rate = static_cast<double>(bare.commands()) / bare_seconds;
  say({"of raw SQLite, the same rows in batches of 64",
       loaded.per_second() / bare_rate,
       "",
       at_least(0.25),
       {}});
  say({"commands a second, 64 connections", loaded.per_second(), "", {}, Beside{"SQLite alone", bare_rate}});
  say({"one command, p50", loaded.ms.at(0.5), "ms", {}, {}});
  say({"  p99", loaded.ms.at(0.99), "ms", {}, {}});
}

// nginx with the same bytes in a file; nullptr where it is not installed.
std::unique_ptr<Program> nginx_with(Folder const& folder, std::string const& bytes, std::uint16_t port) {
  constexpr char const* nginx = "/usr/sbin/nginx";
  if (::access(nginx, X_OK) != 0) return nullptr;
  auto const root = (folder.path() / "static").string();
  std::filesystem::create_directories(root);
  std::ofstream(root + "/view.json") << bytes;
  std::ofstream(root + "/nginx.conf")
      << "daemon off; worker_processes 2; pid " << root << "/pid; error_log stderr crit;\n"
      << "events { worker_connections 256; }\n"
      << "http { access_log off; keepalive_requests 100000; open_file_cache max=10; client_body_temp_path "
      << root << "/b; proxy_temp_path " << root << "/p; fastcgi_temp_path " << root << "/f; uwsgi_temp_path "
      << root << "/u; scgi_temp_path " << root << "/s;\n"
      << "server { listen 127.0.0.1:" << port << "; root " << root << "; } }\n";
  auto program = std::make_unique<Program>(
      std::vector<std::string>{nginx, "-p", root, "-c", root + "/nginx.conf"}, Program::Says::nothing);
  for (int tries = 0; tries < 200 && !answers_at(port); ++tries)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return program;
}

BENCH(Z_2_read_a_restricted_view) {
  Folder const folder;
  std::vector<Citizen> people;
  Citizen reader;
  {
    Town town(folder.path());
    reader = town.practitioner("Amina");
    for (std::size_t n = 0; n < crowd; ++n) {
      auto const person = town.person("Person " + std::to_string(n));
      tell_a_plan(town, person, std::to_string(n));
      town.tell(person, person.record, "give_grant",
                R"({"grant":")" + id_for("grant " + std::to_string(n)) + R"(","to":")" +
                    text_of(reader.account) + R"(","see":["together","plan"],"tell":["together"]})");
      people.push_back(person);
    }
  }
  Serving const kith(folder.path());
  auto const read = [&](std::size_t answers) {
    return put_under({kith.port(), crowd, answers, [&](std::size_t one, std::size_t) {
                        return get("/api/records/" + text_of(people[one].record), reader.token);
                      }});
  };
  read(2 * crowd);  // each record is opened once
  auto loaded = read(reads);
  if (loaded.unwanted > 0) return skip("refused: " + loaded.body);
  say({"reads a second, 64 connections", loaded.per_second(), "", {}, {}});
  say({"one read, p50", loaded.ms.at(0.5), "ms", {}, {}});
  say({"  p99", loaded.ms.at(0.99), "ms", {}, {}});
  say({"bytes of the view", static_cast<double>(loaded.body.size()), "", {}, {}});
  constexpr std::uint16_t port = 18'420;
  auto const nginx = nginx_with(folder, loaded.body, port);
  if (!nginx) return skip("the peer, nginx, is not installed: apt-get install nginx-light");
  auto const peer =
      put_under({port, crowd, reads, [](std::size_t, std::size_t) { return get("/view.json"); }});
  say({"of nginx with the same bytes in a file",
       loaded.per_second() / peer.per_second(),
       "",
       at_least(0.4),
       {}});
  say({"nginx: reads a second", peer.per_second(), "", {}, {}});
}

BENCH(Z_6_idle_memory) {
  Folder const folder;
  Town(folder.path());
  Program const demo({kith_program, "demo", "--json", "--port=0"}, Program::Says::on_output);
  Serving const empty(folder.path());
  std::this_thread::sleep_for(std::chrono::seconds(2));
  say({"resident with the demo", resident_mb(demo.process()), "MB", at_most(40),
       Beside{"with nobody in it", resident_mb(empty.process())}});
  say({"of it private",
       private_mb(demo.process()),
       "MB",
       {},
       Beside{"the same", private_mb(empty.process())}});
}

BENCH(Z_7_one_page_pdf) {
  constexpr std::size_t sheets = 12;
  Folder const folder;
  std::vector<Citizen> people;
  {
    Town town(folder.path());
    people.push_back(town.person("Sam"));
    tell_a_plan(town, people[0], "paper");
  }
  Serving const kith(folder.path());
  auto const path = "/api/records/" + text_of(people[0].record) + "/paper?style=one-page&lang=en&as=";
  auto const print = [&](std::size_t at_once, std::size_t count) {
    return put_under({kith.port(), at_once, count,
                      [&](std::size_t, std::size_t) { return get(path + "pdf", people[0].token); }});
  };
  auto const html = ask_once(kith.port(), get(path + "html", people[0].token));
  std::ofstream(folder / "sheet.html") << html;
  Times alone;
  for (std::size_t n = 0; n < sheets; ++n) {
    auto const from = Clock::now();
    Program({"/usr/bin/weasyprint", folder / "sheet.html", folder / "sheet.pdf"}, Program::Says::nothing)
        .wait();
    alone.add(ms_since(from));
  }
  auto one = print(1, sheets), four = print(4, sheets);
  if (one.unwanted + four.unwanted > 0) return skip("refused: " + one.body);
  Times rested;
  for (std::size_t n = 0; n < sheets / 2; ++n) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1'500));
    rested.add(print(1, 1).ms.at(0.5));
  }
  say({"one page after a pause, p50", rested.at(0.5) / 1000, "s", at_most(0.5), {}});
  say({"one right after the other, p50", one.ms.at(0.5) / 1000, "s", at_most(0.5),
       Beside{"weasyprint's own command", alone.at(0.5) / 1000}});
  say({"  slowest of 12", one.ms.at(1) / 1000, "s", {}, {}});
  say({"four ask at once: p50, queue included", four.ms.at(0.5) / 1000, "s", {}, {}});
}

}  // namespace
}  // namespace kith
