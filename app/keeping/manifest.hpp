// The manifest of a backup: which files it has, how long they are, and what they hash to. A folder without
// it, or with a file that is not as it says, is no backup (rules KP1 and KP3, spec/keeping.md).
//
// JSON, written last. Pure.
#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/bytes.hpp"
#include "core/days.hpp"
#include "core/refusal.hpp"

namespace kith::app {

inline constexpr char const* manifest_name = "manifest.json";
inline constexpr std::size_t manifest_bytes_max = 64u << 10;

struct BackedUpFile {
  std::string name;  // a plain name of the folder
  std::uint64_t bytes = 0;
  Hash hash{};
  friend bool operator==(BackedUpFile const&, BackedUpFile const&) = default;
};

struct Manifest {
  Instant made_at;
  IdBits installation{};  // whose backup it is
  std::string erasures;   // where the list of erased people lies on the machine of the backup
  std::vector<BackedUpFile> files;
  friend bool operator==(Manifest const&, Manifest const&) = default;
};

std::string write_manifest(Manifest const&);
std::variant<Manifest, Refusal> read_manifest(std::string_view text);  // KP3

}  // namespace kith::app
