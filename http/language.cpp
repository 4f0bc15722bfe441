#include "http/language.hpp"

namespace kith::http {
namespace {

std::string_view trimmed(std::string_view text) {
  auto const from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

// Cuts off and returns what stands before the next separator.
std::string_view next_part(std::string_view& rest, char separator) {
  auto const end = rest.find(separator);
  auto const part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return trimmed(part);
}

// "0.8" in thousandths; a weight that cannot be read counts as none at all.
int weight_of(std::string_view parameters) {
  if (parameters.empty()) return 1000;
  if (!parameters.starts_with("q=") && !parameters.starts_with("Q=")) return 0;
  auto const digits = parameters.substr(2);
  if (digits.empty() || digits.size() > 5 || (digits.size() > 1 && digits[1] != '.')) return 0;
  int weight = 0;
  for (std::size_t n = 0; n < 5; ++n) {
    if (n == 1) continue;
    char const digit = n < digits.size() ? digits[n] : '0';
    if (digit < '0' || digit > '9') return 0;
    weight = weight * 10 + (digit - '0');
  }
  return weight <= 1000 ? weight : 0;
}

// "cy-GB" is Welsh, "*" is whatever we have.
std::optional<CatalogueLanguage> known(std::string_view tag) {
  auto const begins = [&](char first, char second) {
    return tag.size() >= 2 && (tag[0] | 0x20) == first && (tag[1] | 0x20) == second &&
           (tag.size() == 2 || tag[2] == '-');
  };
  if (begins('c', 'y')) return CatalogueLanguage::cy;
  if (begins('e', 'n') || tag == "*") return CatalogueLanguage::en;
  return std::nullopt;
}

}  // namespace

CatalogueLanguage preferred_language(std::string_view accept_language) {
  auto chosen = CatalogueLanguage::en;
  int heaviest = 0;
  for (int n = 0; n < preferred_languages_max && !accept_language.empty(); ++n) {
    auto part = next_part(accept_language, ',');
    auto const tag = next_part(part, ';');
    auto const weight = weight_of(trimmed(part));
    auto const language = known(tag);
    if (!language || weight <= heaviest) continue;
    chosen = *language;
    heaviest = weight;
  }
  return chosen;
}

std::optional<CatalogueLanguage> language_of(Request const& request) {
  if (auto const asked = request.asked("lang"); !asked.empty()) return named<CatalogueLanguage>(asked);
  return preferred_language(request.header("accept-language"));
}

}  // namespace kith::http
