// The file of `kith circle describe`: whatever it holds, it is described or refused in plain words.
#include <cstdlib>

#include "wire/circle_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  kith::Catalogue const catalogue;
  auto const read = kith::wire::read_circle_file(text);
  if (auto const* refusal = std::get_if<kith::Refusal>(&read)) {
    if (!refusal->rule.starts_with("CI2")) std::abort();
    return 0;
  }
  auto const drawing = kith::with_names(std::get<kith::CircleDrawing>(read), catalogue);
  if (kith::wire::write_description(kith::describe(drawing), catalogue).empty()) std::abort();
  return 0;
}
