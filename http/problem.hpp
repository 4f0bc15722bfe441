// Problem details (RFC 9457) for a request that is refused as a whole, with the number of the rule that says
// no.
//
// {"type":"about:blank","title","status","detail","rule"} as application/problem+json. `detail` never repeats
// what was sent, and never says whether a thing exists that the reader may not see (HT9).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "core/refusal.hpp"
#include "http/message.hpp"

namespace kith::http {

std::string_view reason_of(int status);  // "Not Found"; "Unknown" for a status we never send

Answer problem(int status, std::string_view rule, std::string_view detail);

// The same for a refusal of a rule: its message key and arguments ride along as "message", for the page to
// say in its reader's language.
Answer problem(int status, Refusal const&);

// The usual ones.
Answer unreadable(std::string_view rule, std::string_view detail);  // 400
Answer not_signed_in();                                             // 401, HT8
Answer account_is_gone();                                           // 401, AC21
Answer not_found();                                                 // 404, HT9: absent or not yours
Answer body_too_large(std::size_t bytes_max);                       // 413, HT4
Answer wrong_content_type(std::string_view wanted);                 // 415, HT5
Answer slow_down(Refusal const&, std::int64_t wait_ms);             // 429 with Retry-After
Answer busy(std::string_view rule, std::string_view detail);        // 503 with Retry-After: 1
Answer busy(Refusal const&);                                        // likewise, later: Retry-After: 60

}  // namespace kith::http
