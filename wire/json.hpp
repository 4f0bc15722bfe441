// JSON from outside, read once and strictly: the one place where bytes become values.
//
// Refused (not repaired): depth over 32, duplicate keys, NUL bytes, a byte order mark, invalid UTF-8,
// trailing bytes, numbers that are not whole, anything over the caller's bound. Getters return optional and
// never throw: the core and the browser module are compiled without exceptions (architecture section 7,
// measurements B1).
#pragma once
#include <cstdint>
#include <nlohmann/json.hpp>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/names.hpp"

namespace kith::wire {

using Json = nlohmann::json;  // objects keep their keys in byte order, so that writing is deterministic

inline constexpr std::size_t json_depth_max = 32;
inline constexpr std::size_t json_bytes_max = 2u << 20;

// Why a text was not JSON we accept. `offset_bytes` is where reading stopped.
enum class JsonFault { too_large, too_deep, not_utf8, has_nul, duplicate_key, not_json, not_whole_number };
struct JsonRefusal {
  JsonFault fault;
  std::size_t offset_bytes = 0;
};
constexpr auto names_of(JsonFault) {
  return name_table("too_large", "too_deep", "not_utf8", "has_nul", "duplicate_key", "not_json",
                    "not_whole_number");
}

// Reads a number that is no whole one. Only directory files have such numbers, for coordinates: everybody
// else hands in none, and the browser module is spared the reading of decimals.
using FractionReader = std::optional<double> (*)(std::string_view number);
std::optional<double> fraction_of(std::string_view number);

struct JsonLimits {
  std::size_t bytes_max = json_bytes_max;
  std::size_t depth_max = json_depth_max;
  FractionReader fractions = nullptr;  // none: they are refused
};
std::variant<Json, JsonRefusal> read_json(std::string_view text, JsonLimits const& = {});

// Checked getters: nullopt or nullptr when the member is absent or of another type.
Json const* member(Json const& object, std::string_view key);
std::string const* string_at(Json const& object, std::string_view key);
std::optional<std::int64_t> integer_at(Json const& object, std::string_view key);
std::optional<bool> bool_at(Json const& object, std::string_view key);
Json::array_t const* array_at(Json const& object, std::string_view key);
Json::object_t const* object_of(Json const& value);

// Compact, keys in byte order. Always valid UTF-8; a fraction is never written: it is null.
std::string write_json(Json const& value);

bool is_utf8(std::string_view text);
}  // namespace kith::wire
