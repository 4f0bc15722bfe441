#include "adapters/paper_weasy/paper_weasy.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>
#include <utility>

#include "adapters/paper_weasy/confine.hpp"
#include "app/fault.hpp"
#include "paper_worker.hpp"

namespace kith::adapters {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int tries_max = 2;

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

struct Ends {
  File ours, theirs;
  static Ends of_pipe() {  // we read
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) give_up("There is no pipe for the paper worker.");
    return {File(ends[0]), File(ends[1])};
  }
  static Ends of_door() {  // we send whole messages
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
      give_up("There is no door to the paper worker.");
    return {File(ends[0]), File(ends[1])};
  }
};

// Hands two open files to whoever holds the other end of a door. false: nobody does any more.
bool hand_over(File const& door, File const& first, File const& second) {
  std::array<int, 2> const files{first.number(), second.number()};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof files)> control{};
  char mark = 's';
  iovec letter{&mark, 1};
  msghdr message{};
  message.msg_iov = &letter;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  auto* const head = CMSG_FIRSTHDR(&message);
  head->cmsg_level = SOL_SOCKET;
  head->cmsg_type = SCM_RIGHTS;
  head->cmsg_len = CMSG_LEN(sizeof files);
  std::memcpy(CMSG_DATA(head), files.data(), sizeof files);
  return ::sendmsg(door.number(), &message, MSG_NOSIGNAL) == 1;
}

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

// The worker process, which begins a child for each sheet; all are ended at the latest when this goes. Any
// thread may have a sheet made, several at a time.
class PaperWeasy::Worker {
 public:
  Worker(std::string const& python, PaperLimits const& limits) {
    auto const sheet_s_max = (limits.run_ms_max + 999) / 1000;
    auto const seconds = std::to_string(sheet_s_max);
    std::array<char const*, 7> const words = {python.c_str(),  "-I",   "-B", "-c", paper_worker_script,
                                              seconds.c_str(), nullptr};
    char const* const no_environment[] = {nullptr};
    File const silence(::open("/dev/null", O_WRONLY | O_CLOEXEC));
    process_ = ::fork();
    if (process_ < 0) give_up("The paper worker could not be started.");
    if (process_ > 0) {
      door_.theirs.close_now();
      return;
    }
    // In the child: system calls only, for another thread may hold the lock of the allocator.
    constexpr int cannot_run = 127, first_free = 3;
    if (::dup2(door_.theirs.number(), 0) < 0 || ::dup2(silence.number(), 1) < 0 ||
        ::dup2(silence.number(), 2) < 0) {
      ::_exit(cannot_run);
    }
    ::close_range(first_free, ~0u, 0);  // whatever another library left open
    ::setsid();                         // a group of its own, so that its children can be ended with it
    if (!confine_this_process(limits.memory_bytes_max, sheet_s_max)) ::_exit(cannot_run);
    ::execve(words[0], const_cast<char* const*>(words.data()), const_cast<char* const*>(no_environment));
    ::_exit(cannot_run);
  }
  Worker(Worker const&) = delete;
  ~Worker() {
    ::kill(-process_, SIGKILL);
    ::kill(process_, SIGKILL);  // it may not have a group yet
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  // The sheet; nullopt when it takes too long, grows too large, is not whole, or the worker has ended.
  std::optional<app::Bytes> make(std::string_view html, Clock::time_point until) {
    auto const sheet = in_memory();
    write_all(sheet, html);
    auto pdf = Ends::of_pipe();
    if (!hand_over(door_.ours, sheet, pdf.theirs)) return std::nullopt;
    pdf.theirs.close_now();
    auto bytes = read_all(pdf.ours, until);
    return bytes && is_whole(*bytes) ? std::move(bytes) : std::nullopt;
  }

 private:
  static bool is_whole(std::string_view pdf) {
    auto const last = pdf.find_last_not_of("\r\n");
    return pdf.starts_with("%PDF-") && pdf.substr(0, last + 1).ends_with("%%EOF");
  }

  Ends door_ = Ends::of_door();
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

// The worker that stands ready, or a new one in place of `gone`, which ends after its sheets under way.
std::shared_ptr<PaperWeasy::Worker> PaperWeasy::worker(std::shared_ptr<Worker> const& gone) {
  std::lock_guard const lock(mutex_);
  if (!worker_ || worker_ == gone) worker_ = std::make_shared<Worker>(python_, limits_);
  return worker_;
}

void PaperWeasy::forget(std::shared_ptr<Worker> const& gone) {
  std::lock_guard const lock(mutex_);
  if (worker_ == gone) worker_.reset();
}

app::Bytes PaperWeasy::make(std::string_view html) {
  auto const until = Clock::now() + std::chrono::milliseconds(limits_.run_ms_max);
  std::shared_ptr<Worker> gone;  // it had ended since the last sheet, or could not make this one
  for (int tries = 0; tries < tries_max; ++tries) {
    auto const ready = worker(gone);
    if (auto pdf = ready->make(html, until)) return std::move(*pdf);
    gone = ready;
    if (Clock::now() >= until) break;
  }
  forget(gone);
  give_up("The paper worker could not make the sheet in its bounds.");
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
  return make(html);
}

}  // namespace kith::adapters
