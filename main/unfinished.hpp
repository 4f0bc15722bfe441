// A folder that is being filled under another name. It gets its own when it is whole and on the disk, and is
// gone when that never happens: nobody finds half of it (KP1).
//
// Owns what lies in it until `finish`. Faults: the disk's.
#pragma once
#include <filesystem>

namespace kith {

class Unfinished {
 public:
  explicit Unfinished(std::filesystem::path name);  // made beside it, for its owner only
  ~Unfinished();
  Unfinished(Unfinished const&) = delete;
  Unfinished& operator=(Unfinished const&) = delete;
  void finish();
  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path name_, path_;
};

}  // namespace kith
