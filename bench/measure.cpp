#include "bench/measure.hpp"

#include <stdlib.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace kith::bench {
namespace {

std::vector<Case const*>& cases() {
  static std::vector<Case const*> all;
  return all;
}

double from_status(int process, std::string_view file, std::string_view name) {
  std::ifstream lines("/proc/" + std::to_string(process) + "/" + std::string(file));
  double kb = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(name)) kb += std::stod(line.substr(name.size()));
  }
  return kb / 1024;
}

}  // namespace

double ms_since(Clock::time_point from) {
  return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

double Times::at(double part) {
  if (values_.empty()) return 0;
  std::sort(values_.begin(), values_.end());
  return values_[std::min(values_.size() - 1,
                          static_cast<std::size_t>(part * static_cast<double>(values_.size())))];
}

void say(Line const& line) {
  std::printf("  %-52s %10.3f %-4s", line.what.c_str(), line.value, line.unit.c_str());
  if (line.goal) {
    auto const met = line.goal->or_more ? line.value >= line.goal->value : line.value <= line.goal->value;
    std::printf("  goal %s %g: %s", line.goal->or_more ? ">=" : "<=", line.goal->value,
                met ? "met" : "missed");
    if (!met) std::printf(" (%.2f of it)", line.value / line.goal->value);
  }
  if (line.beside) {
    std::printf("  %.3f of %s (%.3f)", line.value / line.beside->value, line.beside->what.c_str(),
                line.beside->value);
  }
  std::puts("");
  std::fflush(stdout);
}

void skip(std::string const& why) { std::printf("  skipped: %s\n", why.c_str()); }

Folder::Folder() {
  auto pattern = (std::filesystem::temp_directory_path() / "kith-bench-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the bench");
  path_ = pattern;
}
Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

double peak_mb() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) / 1024;
}
double resident_mb(int process) { return from_status(process, "status", "VmRSS:"); }
double private_mb(int process) { return from_status(process, "smaps_rollup", "Private_Dirty:"); }

Case::Case(char const* case_name, void (*case_run)()) : name(case_name), run(case_run) {
  cases().push_back(this);
}

int run_cases(int count, char** values) {
  for (auto const* one : cases()) {
    bool wanted = count < 2;
    for (int n = 1; n < count; ++n) {
      wanted = wanted || std::string_view(one->name).find(values[n]) != std::string_view::npos;
    }
    if (!wanted) continue;
    std::printf("%s\n", one->name);
    one->run();
  }
  return 0;
}

}  // namespace kith::bench

int main(int count, char** values) { return kith::bench::run_cases(count, values); }
