#include "wire/words.hpp"

#include "wire/json.hpp"

namespace kith::wire {

// "x@charity" stands for "x" where that variant is asked for, and is left out elsewhere (WI3).
std::variant<Catalogue, Refusal> read_catalogue(CatalogueLanguage language, std::string_view text,
                                                std::string_view variant) {
  auto const read = read_json(text);
  auto const* json = std::get_if<Json>(&read);
  auto const* entries = json ? object_of(*json) : nullptr;
  if (!entries) return refuse("WO5");
  std::map<std::string, std::string> texts;
  for (auto const& [key, value] : *entries) {
    auto const* pattern = value.get_ptr<Json::string_t const*>();
    if (!pattern) return refuse("WO5");
    auto const at = key.find('@');
    if (at == key.npos)
      texts.emplace(key, *pattern);  // never over a variant, which comes after it
    else if (std::string_view(key).substr(at + 1) == variant)
      texts[key.substr(0, at)] = *pattern;
  }
  return Catalogue(language, texts);
}

}  // namespace kith::wire
