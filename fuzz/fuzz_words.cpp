// Patterns come from catalogue files that translators edit: whatever they hold, saying must stay bounded and
// whole.
#include <cstdlib>

#include "core/words/format.hpp"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  auto const half = text.size() / 2;
  std::vector<std::string> const list = {std::string(text.substr(0, half)), std::string(text.substr(half)),
                                         "x"};
  kith::Message const message{
      "k", {{"name", std::string(text)}, {"n", static_cast<std::int64_t>(size % 8)}, {"names", list}}};
  for (auto const language : kith::all<kith::CatalogueLanguage>()) {
    kith::Catalogue const catalogue(language, {{"k", std::string(text)}});
    if (kith::say(message, catalogue).size() > kith::said_bytes_max) std::abort();
    if (kith::differences(catalogue, catalogue).size() != 0) std::abort();
  }
  return 0;
}
