// The English catalogue, inside the program: the same file that the pages are built from.
#include "wire/words.hpp"

#include <cstddef>

#include "app/fault.hpp"
#include "main/house.hpp"

// KITH_WORDS_EN is the path of web/src/words/en.json, given by the build.
asm(".section .rodata\n"
    ".global kith_words_en\n.global kith_words_en_end\n"
    "kith_words_en:\n.incbin \"" KITH_WORDS_EN "\"\nkith_words_en_end:\n.byte 0\n.previous\n");
extern "C" char const kith_words_en[];
extern "C" char const kith_words_en_end[];

namespace kith {

Catalogue english() {
  std::string_view const text(kith_words_en, static_cast<std::size_t>(kith_words_en_end - kith_words_en));
  auto read = wire::read_catalogue(CatalogueLanguage::en, text);
  auto* catalogue = std::get_if<Catalogue>(&read);
  if (!catalogue)
    throw app::Fault(app::FaultKind::misuse, "The English catalogue inside the program cannot be read.");
  return std::move(*catalogue);
}

}  // namespace kith
