// Keeping an installation: backing it up, bringing a backup back, and forgetting a person. Rules KP1-KP16 of
// spec/keeping.md.
//
// Each is a refusal or a report; Faults are those of disks and files. What was there before a refusal is
// there after it.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/keeping/erasures.hpp"
#include "app/keeping/manifest.hpp"
#include "main/house.hpp"

namespace kith {

inline constexpr std::int64_t key_backup_days_max = 30;  // docs/adr/forgetting.md

struct BackedUp {
  app::Manifest manifest;
  std::uint64_t streams = 0, events = 0;
};
// Works while a server runs on `data`. `to` must not be there, or be empty (KP1, KP2).
std::variant<BackedUp, Refusal> back_up(std::filesystem::path const& data, std::filesystem::path const& to);

struct RestoreAsk {
  std::filesystem::path from, to;
  std::string master_key;  // a file; "": the one in the backup, when somebody put it there
  std::string erasures;    // a file, or "none": nobody was erased since; "": where the backup says it lies
};
struct Restored {
  Instant made_at;
  std::uint64_t streams = 0, events = 0, erasures = 0;
};
std::variant<Restored, Refusal> restore(RestoreAsk const&);  // KP3 to KP9

// The list in a file; a file that is not there is an empty list.
std::variant<app::Erasures, Refusal> read_erased(std::filesystem::path const& list);
// Begins the list where there is none.
void begin_erased(std::filesystem::path const& list, IdBits installation);
IdBits installation_of(app::Seal&);  // known by its master key

// Writes the record into the list, and then makes it unreadable (KP14).
void erase(House&, std::filesystem::path const& data, RecordId);

// Something may be put under this name: there is nothing, or an empty folder.
bool is_free(std::filesystem::path const&);

}  // namespace kith
