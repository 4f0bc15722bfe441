// The plain values the storage ports speak in: octets and hashes, and identifiers as octets.
//
// All are copied freely. Identifiers are stored most significant byte first, so that their order is memcmp's.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/ids.hpp"

namespace kith::app {

using Bytes = std::string;           // octets, not text: any byte may occur, also NUL
using BytesView = std::string_view;  // borrowed octets; valid only while the call lasts

using Hash = std::array<std::uint8_t, 32>;  // 256 bits, plain or keyed

// A plain hash needs no key, so it is a function and not a port: `kith verify` runs without any key.
// It must be pure and may be called from any thread.
using HashFunction = Hash (*)(BytesView);

inline constexpr std::size_t id_bytes = 16;

template <class Tag>
constexpr IdBits bits_of(Id<Tag> id) {
  return {id.hi, id.lo};
}

void append_number(Bytes& to, std::uint64_t number, int width_bytes = 8);  // most significant byte first
std::uint64_t read_number(BytesView from);                                 // at most 8 octets
Bytes bytes_of(IdBits);
std::optional<IdBits> id_of(BytesView);  // nullopt unless exactly id_bytes
inline BytesView view(Hash const& hash) { return {reinterpret_cast<char const*>(hash.data()), hash.size()}; }
std::optional<Hash> hash_of(BytesView);  // nullopt unless exactly 32

}  // namespace kith::app
