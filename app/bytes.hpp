// The three plain values the storage ports speak in: octets, identifiers and hashes.
//
// All are copied freely, compared byte by byte and ordered as memcmp orders them.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace kith::app {

using Bytes = std::string;           // octets, not text: any byte may occur, also NUL
using BytesView = std::string_view;  // borrowed octets; valid only while the call lasts

using Id = std::array<std::uint8_t, 16>;    // a UUIDv4 in network byte order
using Hash = std::array<std::uint8_t, 32>;  // 256 bits, plain or keyed

// A plain hash needs no key, so it is a function and not a port: `kith verify` runs without any key.
// It must be pure and may be called from any thread.
using HashFunction = Hash (*)(BytesView);

inline BytesView view(Id const& id) { return {reinterpret_cast<char const*>(id.data()), id.size()}; }
inline BytesView view(Hash const& hash) { return {reinterpret_cast<char const*>(hash.data()), hash.size()}; }

}  // namespace kith::app
