#include "wire/words.hpp"

#include "wire/json.hpp"

namespace kith::wire {

std::variant<Catalogue, Refusal> read_catalogue(CatalogueLanguage language, std::string_view text) {
  auto const read = read_json(text);
  auto const* json = std::get_if<Json>(&read);
  auto const* entries = json ? object_of(*json) : nullptr;
  if (!entries) return refuse("WO5");
  std::map<std::string, std::string> texts;
  for (auto const& [key, value] : *entries) {
    auto const* pattern = value.get_ptr<Json::string_t const*>();
    if (!pattern) return refuse("WO5");
    texts.emplace(key, *pattern);
  }
  return Catalogue(language, texts);
}

}  // namespace kith::wire
