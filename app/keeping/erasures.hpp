// The list of forgotten people: which streams were erased, and when. It lies outside journal and keys, so
// that a restore of yesterday's files does not bring anybody back (rules KP8 and KP9, spec/keeping.md).
//
// The first line, "of <uuid>", says whose list it is: another installation's would bring people back as well.
// Then one line each, "2026-11-22T10:15:00.000Z <uuid>". Pure; a line that cannot be read is a refusal, never
// skipped, because the person behind it would come back.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/days.hpp"
#include "core/ids.hpp"
#include "core/refusal.hpp"

namespace kith::app {

inline constexpr std::size_t erasures_bytes_max = 64u << 20;

struct Erasure {
  Instant at;
  IdBits stream{};
  friend bool operator==(Erasure const&, Erasure const&) = default;
};

struct Erasures {
  std::optional<IdBits> installation;  // nullopt: nothing was written yet
  std::vector<Erasure> list;
  friend bool operator==(Erasures const&, Erasures const&) = default;
};

std::string first_line_of(IdBits installation);  // with its line break, as the next
std::string line_of(Erasure const&);
std::variant<Erasures, Refusal> read_erasures(std::string_view text);

}  // namespace kith::app
