#include "adapters/folder_posix/folder_posix.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "app/fault.hpp"

namespace kith::adapters {
namespace {

[[noreturn]] void fail(std::filesystem::path const& path, char const* what) {
  throw app::Fault(app::FaultKind::unavailable, path.string() + what);
}

class Handle {
 public:
  Handle(std::filesystem::path const& path, int flags)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
    if (number_ < 0) fail(path, " cannot be opened. Does it exist, and who owns it?");
  }
  ~Handle() {
    if (number_ >= 0) ::close(number_);
  }
  Handle(Handle const&) = delete;
  Handle& operator=(Handle const&) = delete;
  int number() const { return number_; }
  int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

void flush(std::filesystem::path const& path) {
  Handle const handle(path, O_RDONLY);
  if (::fsync(handle.number()) != 0) fail(path, " cannot be written to the disk.");
}

}  // namespace

std::optional<FolderLock> FolderLock::take(std::filesystem::path const& folder) {
  Handle handle(folder / "kith.lock", O_RDWR | O_CREAT);
  if (::flock(handle.number(), LOCK_EX | LOCK_NB) != 0) return std::nullopt;
  return FolderLock(handle.release());
}

FolderLock::FolderLock(FolderLock&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}

FolderLock::~FolderLock() {
  if (handle_ >= 0) ::close(handle_);
}

void append_durably(std::filesystem::path const& file, std::string_view line) {
  Handle const handle(file, O_WRONLY | O_CREAT | O_APPEND);
  struct stat before {};
  if (::fstat(handle.number(), &before) != 0) fail(file, " does not answer.");
  bool const whole =
      ::write(handle.number(), line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
      ::fsync(handle.number()) == 0;
  if (whole) return flush(std::filesystem::absolute(file).parent_path());
  bool const undone = ::ftruncate(handle.number(), before.st_size) == 0;
  fail(file, undone ? " cannot be added to. Is the disk full?" : " has half a line at its end. Take it off.");
}

void make_durable(std::filesystem::path const& folder) {
  for (auto const& entry : std::filesystem::directory_iterator(folder)) flush(entry.path());
  flush(folder);
  flush(std::filesystem::absolute(folder).lexically_normal().parent_path());
}

}  // namespace kith::adapters
