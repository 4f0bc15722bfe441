// Opaque tokens that a client keeps for us: a sync cookie, a page cursor. Sealed, with an end, in URL-safe
// text.
//
// A forged, altered, ended or foreign token is simply not a token: nullopt, whatever the reason.
#pragma once
#include <optional>
#include <string>

#include "app/seal/seal.hpp"

namespace kith::app {

inline constexpr std::size_t cookie_text_bytes_max = 4096;

// `purpose` keeps a token of one kind from being used as another, for example "sync".
std::string seal_cookie(Seal&, BytesView purpose, BytesView content, Instant ends_at);
std::optional<Bytes> unseal_cookie(Seal&, BytesView purpose, std::string_view text, Instant now);

// An unguessable URL-safe text of 256 bits, for sign-in links and sessions.
std::string random_token(Seal&);

}  // namespace kith::app
