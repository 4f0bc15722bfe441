#include "main/unfinished.hpp"

#include "adapters/folder_posix/folder_posix.hpp"

namespace kith {
namespace fs = std::filesystem;

namespace {
fs::path without_slash(fs::path const& name) {
  auto plain = fs::absolute(name).lexically_normal();
  return plain.has_filename() ? plain : plain.parent_path();
}
}  // namespace

Unfinished::Unfinished(fs::path name) : name_(without_slash(name)), path_(name_) {
  path_ += ".unfinished";
  fs::remove_all(path_);  // of one that was cut short
  fs::create_directories(path_);
  fs::permissions(path_, fs::perms::owner_all);
}

Unfinished::~Unfinished() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void Unfinished::finish() {
  adapters::make_durable(path_);
  fs::rename(path_, name_);
  adapters::make_durable(name_);
}

}  // namespace kith
