// Fuzzes the reader of JSON beside the one of nlohmann: what ours reads theirs reads the same, and what ours
// refuses is either no JSON to both or refused for a reason of our own.
#include <cstdlib>

#include "wire/json.hpp"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* bytes, std::size_t size) {
  using namespace kith::wire;
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const theirs = Json::parse(text, nullptr, /* allow_exceptions */ false);
  auto const read = read_json(text);
  if (auto const* ours = std::get_if<Json>(&read)) {
    if (theirs.is_discarded() || theirs != *ours) std::abort();
    auto const again = read_json(write_json(*ours));
    if (!std::holds_alternative<Json>(again) || std::get<Json>(again) != *ours) std::abort();
    return 0;
  }
  auto const fault = std::get<JsonRefusal>(read).fault;
  bool const is_no_json = fault == JsonFault::not_json || fault == JsonFault::not_utf8;
  bool const has_mark = text.starts_with("\xEF\xBB\xBF");  // which theirs skips
  if (is_no_json && !has_mark && !theirs.is_discarded()) std::abort();
  return 0;
}
