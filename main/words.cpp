// The catalogues, inside the program: the same files that the pages are built from.
#include "wire/words.hpp"

#include <cstddef>
#include <cstdlib>
#include <map>
#include <mutex>

#include "app/fault.hpp"
#include "main/house.hpp"

// KITH_WORDS_EN and KITH_WORDS_CY are the paths of web/src/words/en.json and cy.json, given by the build.
asm(".section .rodata\n"
    ".global kith_words_en\n.global kith_words_en_end\n"
    "kith_words_en:\n.incbin \"" KITH_WORDS_EN
    "\"\nkith_words_en_end:\n.byte 0\n"
    ".global kith_words_cy\n.global kith_words_cy_end\n"
    "kith_words_cy:\n.incbin \"" KITH_WORDS_CY "\"\nkith_words_cy_end:\n.byte 0\n.previous\n");
extern "C" char const kith_words_en[];
extern "C" char const kith_words_en_end[];
extern "C" char const kith_words_cy[];
extern "C" char const kith_words_cy_end[];

namespace kith {
namespace {

Catalogue read_inside(CatalogueLanguage language, app::Purpose purpose, char const* from, char const* to) {
  auto read = wire::read_catalogue(language, {from, static_cast<std::size_t>(to - from)}, name_of(purpose));
  auto* catalogue = std::get_if<Catalogue>(&read);
  if (!catalogue)
    throw app::Fault(app::FaultKind::misuse,
                     "A catalogue inside the program cannot be read: " + std::string(name_of(language)));
  return std::move(*catalogue);
}

}  // namespace

Catalogues const& catalogues(app::Purpose purpose) {
  static std::mutex mutex;
  static std::map<app::Purpose, Catalogues> all;
  std::lock_guard const lock(mutex);
  auto const known = all.find(purpose);
  if (known != all.end()) return known->second;
  Catalogues read{read_inside(CatalogueLanguage::en, purpose, kith_words_en, kith_words_en_end),
                  read_inside(CatalogueLanguage::cy, purpose, kith_words_cy, kith_words_cy_end)};
  return all.emplace(purpose, std::move(read)).first->second;
}

// POSIX reads LC_ALL, then LC_MESSAGES, then LANG; "cy_GB.UTF-8" is Welsh.
Catalogue const& words_of_the_terminal() {
  for (auto const* name : {"KITH_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    auto const* value = std::getenv(name);
    if (!value || !*value) continue;
    std::string_view const tag = value;
    bool const welsh = tag == "cy" || tag.starts_with("cy_") || tag.starts_with("cy.");
    return catalogues().in(welsh ? CatalogueLanguage::cy : CatalogueLanguage::en);
  }
  return catalogues().en;
}

}  // namespace kith
