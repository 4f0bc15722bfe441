// The browser module's exports. One call: an op and JSON in, JSON out; memory is handed over by address and
// length.
//
// `kith_call` answers (address << 32 | bytes); the caller frees what it allocated and what it was given. No
// text from outside can trap: everything is read by the checked getters of wire/. After a trap the page
// throws the module away.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "wasm/doors.hpp"

#define KITH_EXPORT(name) __attribute__((export_name(name))) __attribute__((used))

extern "C" {

KITH_EXPORT("kith_alloc") void* kith_alloc(std::uint32_t bytes) {
  return std::malloc(bytes == 0 ? 1 : bytes);
}

KITH_EXPORT("kith_free") void kith_free(void* at) { std::free(at); }

KITH_EXPORT("kith_call")
std::uint64_t kith_call(char const* op, std::uint32_t op_bytes, char const* json, std::uint32_t json_bytes) {
  auto const text = kith::wasm::answer({op, op_bytes}, {json, json_bytes});
  auto* out = static_cast<char*>(kith_alloc(static_cast<std::uint32_t>(text.size())));
  if (!out) return 0;
  std::memcpy(out, text.data(), text.size());
  return (static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(out)) << 32) | text.size();
}

}  // extern "C"
