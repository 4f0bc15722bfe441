// kith_doors: answers each line `op<tab>json` with a line, by the same doors as the browser module.
//
// web/e2e/same-rules.spec.ts asks both the same and compares: whatever the compiler, the same bytes.
#include <algorithm>
#include <iostream>
#include <string>

#include "wasm/doors.hpp"

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    auto const tab = std::min(line.find('\t'), line.size());
    std::string_view const whole = line;
    std::cout << kith::wasm::answer(whole.substr(0, tab), whole.substr(std::min(tab + 1, whole.size())))
              << "\n";
  }
}
