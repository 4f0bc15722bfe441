// The data that lies beside the repository, for tests that read the real thing.
#pragma once
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

namespace kith::open_referral {

inline std::string house_folder() {
  auto const* set = std::getenv("KITH_SOURCE");
  return set ? set : ".";
}
inline std::optional<std::string> file_bytes(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}
// KITH_SHARED, or ../shared beside the repository; nullopt: the data is not there, and the test says so.
inline std::optional<std::string> shared_file(std::string const& path) {
  auto const* set = std::getenv("KITH_SHARED");
  auto const folder = set ? std::string(set) : house_folder() + "/../shared";
  return file_bytes(folder + "/data/" + path);
}

}  // namespace kith::open_referral
