// kith circle describe FILE.json [--json]: the type rule and the kind sentence, without a server.
#include <iostream>

#include "core/circle/sentence.hpp"
#include "main/commands.hpp"
#include "main/house.hpp"
#include "wire/circle_file.hpp"

namespace kith {

int run_circle(Arguments const& arguments) {
  if (auto const option = unknown_option(arguments, {"json"}))
    return misused("There is no option --" + *option + ".");
  if (arguments.words.size() != 3 || arguments.words[1] != "describe")
    return misused("kith circle describe FILE.json [--json]");
  auto const& catalogue = words_of_the_terminal();
  auto const bytes = read_file(arguments.words[2]);
  if (!bytes) return failed(arguments, "This file cannot be read: " + arguments.words[2]);
  auto read = wire::read_circle_file(*bytes);
  if (auto const* refusal = std::get_if<Refusal>(&read)) return refused(arguments, *refusal, catalogue);
  auto const description = describe(with_names(std::move(std::get<CircleDrawing>(read)), catalogue));
  if (arguments.has("json"))
    std::cout << wire::write_description(description, catalogue) << '\n';
  else
    std::cout << say_all(description.sentence, catalogue) << '\n';
  return exit_ok;
}

}  // namespace kith
