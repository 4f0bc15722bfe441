#include "app/bytes.hpp"

#include <algorithm>

namespace kith::app {

void append_number(Bytes& to, std::uint64_t number, int width_bytes) {
  for (int shift = (width_bytes - 1) * 8; shift >= 0; shift -= 8)
    to += static_cast<char>(number >> shift & 0xFF);
}

std::uint64_t read_number(BytesView from) {
  std::uint64_t number = 0;
  for (char const octet : from) number = number << 8 | static_cast<unsigned char>(octet);
  return number;
}

Bytes bytes_of(IdBits id) {
  Bytes bytes;
  bytes.reserve(id_bytes);
  append_number(bytes, id.hi);
  append_number(bytes, id.lo);
  return bytes;
}

std::optional<IdBits> id_of(BytesView bytes) {
  if (bytes.size() != id_bytes) return std::nullopt;
  return IdBits{read_number(bytes.substr(0, 8)), read_number(bytes.substr(8))};
}

std::optional<Hash> hash_of(BytesView bytes) {
  Hash hash;
  if (bytes.size() != hash.size()) return std::nullopt;
  std::ranges::copy(bytes, hash.begin());
  return hash;
}

}  // namespace kith::app
