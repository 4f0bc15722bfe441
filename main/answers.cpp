// How commands end: one object for a program, or a sentence for a person.
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "main/commands.hpp"

namespace kith {

int done(Arguments const& arguments, wire::Json result, std::string_view in_words) {
  if (arguments.has("json"))
    std::cout << wire::write_json({{"ok", true}, {"result", std::move(result)}}) << '\n';
  else
    std::cout << in_words << '\n';
  return exit_ok;
}

int refused(Arguments const& arguments, Refusal const& refusal, Catalogue const& catalogue) {
  auto const text = say(refusal.message, catalogue);
  if (arguments.has("json")) {
    wire::Json const said{{"rule", std::string(refusal.rule)}, {"message", text}};
    std::cout << wire::write_json({{"ok", false}, {"refusal", said}}) << '\n';
  } else {
    std::cerr << refusal.rule << "  " << text << '\n';
  }
  return exit_refused;
}

int failed(Arguments const& arguments, std::string_view why) {
  if (arguments.has("json")) {
    wire::Json const said{{"rule", ""}, {"message", std::string(why)}};
    std::cout << wire::write_json({{"ok", false}, {"refusal", said}}) << '\n';
  } else {
    std::cerr << why << '\n';
  }
  return exit_refused;
}

int misused(std::string_view why) {
  std::cerr << why << "\nkith --help lists the commands.\n";
  return exit_usage;
}

std::string data_folder(Arguments const& arguments) {
  auto const* from_environment = std::getenv("KITH_DATA");
  return arguments.value("data", from_environment ? from_environment : "kith-data");
}

std::optional<std::string> read_start(std::string const& path, std::size_t bytes_max) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes;
  std::string chunk(64u << 10, '\0');
  while (bytes.size() <= bytes_max &&
         (file.read(chunk.data(), static_cast<std::streamsize>(chunk.size())), file.gcount() > 0)) {
    bytes.append(chunk, 0, static_cast<std::size_t>(file.gcount()));
  }
  return bytes;
}

std::optional<std::string> read_file(std::string const& path, std::size_t bytes_max) {
  auto bytes = read_start(path, bytes_max);
  return bytes && bytes->size() <= bytes_max ? std::move(bytes) : std::nullopt;
}

}  // namespace kith
