// How a program of bench/ says what it measured: cases by name, and beside each number its goal and a limit
// or a peer taken in the same run.
//
//   BENCH(Z_3_match) { … say({"within 5 km, p50", ms, "ms", at_most(0.15), {"every point and a box",
//   limit}}); }
//
// A program runs the cases whose name holds one of its arguments, or all. It never fails for being slow: a
// time proves nothing on a busy machine. One thread; the clock is the steady one.
#pragma once
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kith::bench {

using Clock = std::chrono::steady_clock;
double ms_since(Clock::time_point);

// Many measurements of one thing, in any unit.
class Times {
 public:
  void add(double value) { values_.push_back(value); }
  double at(double part);  // at(0.5) is the median
  std::size_t size() const { return values_.size(); }

 private:
  std::vector<double> values_;
};

struct Goal {
  double value = 0;
  bool or_more = false;
};
constexpr Goal at_most(double value) { return {value, false}; }
constexpr Goal at_least(double value) { return {value, true}; }

// What the number is measured against, in the same unit.
struct Beside {
  std::string what;
  double value = 0;
};

struct Line {
  std::string what;
  double value = 0;
  std::string unit;  // empty: a ratio
  std::optional<Goal> goal;
  std::optional<Beside> beside;
};
void say(Line const&);
void skip(std::string const& why);

// A folder of its own in the system's temporary one, removed at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  std::string operator/(std::string const& name) const { return (path_ / name).string(); }
  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

double peak_mb();                 // of this process, since it began
double resident_mb(int process);  // now
double private_mb(int process);   // now: what no other process shares

struct Case {
  Case(char const* name, void (*run)());
  char const* name;
  void (*run)();
};
int run_cases(int count, char** values);

}  // namespace kith::bench

#define BENCH(name)                                          \
  static void name();                                        \
  static ::kith::bench::Case const name##_case{#name, name}; \
  static void name()
