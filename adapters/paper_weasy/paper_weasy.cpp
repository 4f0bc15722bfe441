#include "adapters/paper_weasy/paper_weasy.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <optional>
#include <utility>

#include "adapters/paper_weasy/confine.hpp"
#include "app/fault.hpp"
#include "paper_worker.hpp"

namespace kith::adapters {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void give_up(std::string const& why) { throw app::Fault(app::FaultKind::unavailable, why); }

class File {
 public:
  explicit File(int number) : number_(number) {}
  File(File&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  ~File() { close_now(); }
  int number() const { return number_; }
  void close_now() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

// A file that only memory holds, so that a worker which stops reading cannot stop us writing.
File in_memory() {
  File file(::memfd_create("paper", MFD_CLOEXEC));
  if (file.number() < 0) give_up("There is no memory for a sheet of paper.");
  return file;
}

void write_all(File const& file, std::string_view text) {
  while (!text.empty()) {
    auto const written = ::write(file.number(), text.data(), text.size());
    if (written <= 0) give_up("There is no memory for a sheet of paper.");
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  ::lseek(file.number(), 0, SEEK_SET);  // the worker has the same place in it
}

struct Pipe {
  File reading, writing;
  static Pipe open() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) give_up("There is no pipe for the paper worker.");
    return {File(ends[0]), File(ends[1])};
  }
};

// All that the worker writes until it closes its end; nullopt when it takes too long or writes too much.
std::optional<app::Bytes> read_all(File const& file, Clock::time_point until) {
  app::Bytes bytes;
  std::array<char, 64 * 1024> part;
  while (bytes.size() <= app::paper_pdf_bytes_max) {
    auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) return std::nullopt;
    pollfd wanted{file.number(), POLLIN, 0};
    if (::poll(&wanted, 1, static_cast<int>(left)) <= 0) continue;
    auto const count = ::read(file.number(), part.data(), part.size());
    if (count == 0) return bytes;
    if (count < 0 && errno != EINTR) return std::nullopt;
    if (count > 0) bytes.append(part.data(), static_cast<std::size_t>(count));
  }
  return std::nullopt;
}

}  // namespace

// A worker process, ended at the latest when this goes. Once it has begun it waits for its standard input to
// be closed: then the HTML is in its third descriptor.
class PaperWeasy::Worker {
 public:
  Worker(std::string const& python, PaperLimits const& limits) {
    std::array<char const*, 6> const words = {python.c_str(), "-I", "-B", "-c", paper_worker_script, nullptr};
    char const* const no_environment[] = {nullptr};
    File const silence(::open("/dev/null", O_WRONLY | O_CLOEXEC));
    process_ = ::fork();
    if (process_ < 0) give_up("The paper worker could not be started.");
    if (process_ > 0) {
      go_.reading.close_now();
      pdf_.writing.close_now();
      return;
    }
    // In the child: system calls only, for another thread may hold the lock of the allocator.
    constexpr int cannot_run = 127, html = 3;
    if (::dup2(go_.reading.number(), 0) < 0 || ::dup2(pdf_.writing.number(), 1) < 0 ||
        ::dup2(silence.number(), 2) < 0 || ::dup2(html_.number(), html) < 0 ||
        ::fcntl(html, F_SETFD, 0) < 0) {
      ::_exit(cannot_run);
    }
    ::close_range(html + 1, ~0u, 0);  // whatever another library left open
    ::setsid();
    if (!confine_this_process(limits.memory_bytes_max, (limits.run_ms_max + 999) / 1000)) ::_exit(cannot_run);
    ::execve(words[0], const_cast<char* const*>(words.data()), const_cast<char* const*>(no_environment));
    ::_exit(cannot_run);
  }
  Worker(Worker const&) = delete;
  ~Worker() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  // The sheet; nullopt when it takes too long, grows too large, or the worker does not end well.
  std::optional<app::Bytes> make(std::string_view html, Clock::time_point until) {
    write_all(html_, html);
    go_.writing.close_now();
    auto pdf = read_all(pdf_.reading, until);
    if (!pdf || !ended_well() || !pdf->starts_with("%PDF-")) return std::nullopt;
    return pdf;
  }

 private:
  bool ended_well() {
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0) {
      if (errno != EINTR) return false;
    }
    process_ = -1;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

  File const html_ = in_memory();
  Pipe go_ = Pipe::open(), pdf_ = Pipe::open();
  pid_t process_ = -1;
};

PaperWeasy::PaperWeasy(std::string python, PaperLimits limits)
    : python_(std::move(python)), limits_(limits) {}
PaperWeasy::~PaperWeasy() = default;

void PaperWeasy::take_place() {
  std::unique_lock lock(mutex_);
  if (working_ >= limits_.at_once_max) {
    if (waiting_ >= limits_.waiting_max) give_up("Too many sheets are waiting to be printed.");
    ++waiting_;
    bool const free = place_free_.wait_for(lock, std::chrono::milliseconds(limits_.wait_ms_max),
                                           [&] { return working_ < limits_.at_once_max; });
    --waiting_;
    if (!free) give_up("The sheets before this one took too long.");
  }
  ++working_;
}

void PaperWeasy::leave_place() {
  {
    std::lock_guard const lock(mutex_);
    --working_;
  }
  place_free_.notify_one();
}

// Most of a sheet's time is Python reading its libraries. So one worker that has read them stands ready after
// a sheet, for the next; after a minute without one it ends by itself.
void PaperWeasy::get_ready() {
  try {
    auto worker = std::make_unique<Worker>(python_, limits_);
    std::lock_guard const lock(mutex_);
    ready_.swap(worker);
  } catch (app::Fault const&) {  // the sheet is made all the same
  }
}

std::unique_ptr<PaperWeasy::Worker> PaperWeasy::take_ready() {
  std::lock_guard const lock(mutex_);
  return std::move(ready_);
}

app::Bytes PaperWeasy::make(std::string_view html) {
  auto const until = Clock::now() + std::chrono::milliseconds(limits_.run_ms_max);
  auto const ready = take_ready();
  auto pdf = ready ? ready->make(html, until) : std::nullopt;
  if (!pdf) pdf = Worker(python_, limits_).make(html, until);  // none was ready, or it had ended meanwhile
  if (!pdf) give_up("The paper worker could not make the sheet in its bounds.");
  return std::move(*pdf);
}

app::Bytes PaperWeasy::pdf(std::string_view html) {
  if (html.size() > app::paper_html_bytes_max) {
    throw app::Fault(app::FaultKind::misuse, "A sheet of paper is over its bound.");
  }
  take_place();
  struct Place {
    PaperWeasy& of;
    ~Place() { of.leave_place(); }
  } const place{*this};
  auto pdf = make(html);
  get_ready();
  return pdf;
}

}  // namespace kith::adapters
