// Fuzzes what a device sends: any bytes are a request or a refusal, and what was read is read again the same.
#include <cstdlib>

#include "wire/commands.hpp"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* bytes, std::size_t size) {
  using namespace kith::wire;
  auto const read = read_commands({reinterpret_cast<char const*>(bytes), size});
  if (auto const* commands = std::get_if<0>(&read)) {
    for (auto const& one : *commands) {
      auto const* command = std::get_if<kith::Command>(&one.command);
      if (!command) continue;
      auto const again = read_command(write_command(*command));
      if (!std::holds_alternative<kith::Command>(again.command) || again.canonical != one.canonical)
        std::abort();
    }
  }
  return 0;
}
