// The folder of an installation as a whole: one server holds it, and what was put there is on the disk.
//
// Any thread. Owns a lock for as long as it lives; the system gives it back when the process dies. Faults: a
// disk that is full, missing or not ours. Rules KP8 and KP10 (spec/keeping.md).
#pragma once
#include <filesystem>
#include <optional>
#include <string_view>

namespace kith::adapters {

// Held by the one server of a folder. On a network disk without locks nothing is held.
class FolderLock {
 public:
  static std::optional<FolderLock> take(std::filesystem::path const& folder);  // nullopt: held by another
  ~FolderLock();
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&&) = delete;

 private:
  explicit FolderLock(int handle) : handle_(handle) {}
  int handle_;
};

// The line stands whole at the file's end and on the disk, or not at all. Makes the file, for its owner only.
void append_durably(std::filesystem::path const& file, std::string_view line);
// Everything in the folder, and its own name in the folder above, is on the disk.
void make_durable(std::filesystem::path const& folder);

}  // namespace kith::adapters
