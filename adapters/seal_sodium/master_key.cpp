#include "adapters/seal_sodium/master_key.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "app/fault.hpp"

namespace kith::adapters {
namespace {

using app::Fault;
using app::FaultKind;

[[noreturn]] void fail(std::string const& what) { throw Fault(FaultKind::unavailable, what); }

class File {
 public:
  File(std::string const& path, int flags)
      : handle_(::open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)) {}
  ~File() {
    if (handle_ >= 0) ::close(handle_);
  }
  File(File const&) = delete;
  File& operator=(File const&) = delete;
  bool is_open() const { return handle_ >= 0; }
  int handle() const { return handle_; }

 private:
  int handle_;
};

}  // namespace

bool has_master_key(std::string const& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

Key make_master_key(std::string const& path) {
  auto key = Key::random();
  File const file(path, O_WRONLY | O_CREAT | O_EXCL);
  if (!file.is_open())
    fail("The master key " + path + " cannot be made. Does its folder exist, does the file already?");
  bool const written = ::write(file.handle(), key.data(), Key::size_bytes) == Key::size_bytes;
  if (!written || ::fsync(file.handle()) != 0) fail("The master key " + path + " cannot be written.");
  // The name is on the disk only when its folder is.
  auto const folder = std::filesystem::absolute(path).parent_path().string();
  File const parent(folder, O_RDONLY | O_DIRECTORY);
  if (!parent.is_open() || ::fsync(parent.handle()) != 0)
    fail("The folder " + folder + " cannot be written.");
  return key;
}

Key read_master_key(std::string const& path) {
  File const file(path, O_RDONLY);
  if (!file.is_open()) fail("The master key " + path + " cannot be read. Put it back from its backup.");
  struct stat facts {};
  if (::fstat(file.handle(), &facts) != 0 || !S_ISREG(facts.st_mode)) fail(path + " is not a file.");
  if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    fail("The master key " + path + " can be read by others. Run: chmod 600 " + path);
  }
  Key key;
  if (facts.st_size != Key::size_bytes ||
      ::read(file.handle(), key.data(), Key::size_bytes) != Key::size_bytes) {
    fail("The master key " + path + " does not have 32 octets. Put it back from its backup.");
  }
  return key;
}

}  // namespace kith::adapters
