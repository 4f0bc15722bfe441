// Which language an answer is said in (WO6): the one asked for by name, else what the browser prefers, else
// English.
//
// `lang` in the query names one of ours; anything else there is a request for a language that does not exist,
// and the caller refuses it. Accept-Language (RFC 9110, 12.5.4) is read in at most 16 parts and never
// refused.
#pragma once
#include <optional>
#include <string_view>

#include "core/words/format.hpp"
#include "http/message.hpp"

namespace kith::http {

inline constexpr int preferred_languages_max = 16;

CatalogueLanguage preferred_language(std::string_view accept_language);
std::optional<CatalogueLanguage> language_of(Request const&);  // nullopt: `lang` names none of ours

}  // namespace kith::http
