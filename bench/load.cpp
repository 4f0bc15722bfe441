#include "bench/load.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <stdexcept>

namespace kith::bench {
namespace {

constexpr std::size_t requests_per_connection = 900;  // servers close after 1,000

int connected(std::uint16_t port) {
  int const socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int const yes = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0) return socket;
  ::close(socket);
  return -1;
}

// What has come of one answer. Every server here says Content-Length.
class Hearing {
 public:
  bool read_some(int socket) {
    std::array<char, 64 * 1024> part;
    auto const count = ::read(socket, part.data(), part.size());
    if (count > 0) bytes_.append(part.data(), static_cast<std::size_t>(count));
    return count > 0;
  }
  bool is_whole() {
    if (head_ == 0) {
      auto const end = bytes_.find("\r\n\r\n");
      if (end == std::string::npos) return false;
      head_ = end + 4;
      auto const name = bytes_.find("ontent-");
      auto at = bytes_.find("ength: ", name == std::string::npos ? 0 : name);
      while (at != std::string::npos && at < head_ && bytes_[at - 1] != 'L' && bytes_[at - 1] != 'l')
        at = bytes_.find("ength: ", at + 1);
      if (at != std::string::npos && at < head_)
        std::from_chars(bytes_.data() + at + 7, bytes_.data() + end, length_);
    }
    return bytes_.size() >= head_ + length_;
  }
  bool is_ok() const { return bytes_.compare(9, 3, "200") == 0; }
  std::string body() const { return bytes_.substr(head_); }
  void clear() { bytes_.clear(), head_ = 0, length_ = 0; }

 private:
  std::string bytes_;
  std::size_t head_ = 0, length_ = 0;
};

struct Line {
  int socket = -1;
  std::size_t asked = 0;
  Hearing heard;
  Clock::time_point since;
};

class Crowd {
 public:
  Crowd(Load const& load) : load_(load), lines_(load.connections), poll_(::epoll_create1(EPOLL_CLOEXEC)) {}
  ~Crowd() {
    for (auto const& line : lines_) ::close(line.socket);
    ::close(poll_);
  }

  Loaded run() {
    auto const from = Clock::now();
    for (std::size_t n = 0; n < lines_.size(); ++n) ask(n);
    std::array<epoll_event, 64> events;
    while (loaded_.answers < asked_) {
      auto const count = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), 10'000);
      if (count <= 0) throw std::runtime_error("the server says nothing");
      for (int n = 0; n < count; ++n) hear(events[static_cast<std::size_t>(n)].data.u64);
    }
    loaded_.seconds = ms_since(from) / 1000;
    return std::move(loaded_);
  }

 private:
  void ask(std::size_t n) {
    auto& line = lines_[n];
    if (asked_ >= load_.answers) return;
    if (line.asked % requests_per_connection == 0) renew(n);
    auto const request = load_.ask(n, line.asked++);
    ++asked_;
    line.heard.clear();
    line.since = Clock::now();
    if (::send(line.socket, request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size()))
      throw std::runtime_error("the server takes nothing");
  }
  void renew(std::size_t n) {
    auto& line = lines_[n];
    if (line.socket >= 0) ::close(line.socket);
    line.socket = connected(load_.port);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = n;
    ::epoll_ctl(poll_, EPOLL_CTL_ADD, line.socket, &event);
  }
  void hear(std::size_t n) {
    auto& line = lines_[n];
    if (!line.heard.read_some(line.socket)) throw std::runtime_error("the server closed");
    if (!line.heard.is_whole()) return;
    loaded_.ms.add(ms_since(line.since));
    if (!line.heard.is_ok()) ++loaded_.unwanted;
    if (++loaded_.answers == load_.answers || loaded_.unwanted == 1) loaded_.body = line.heard.body();
    ask(n);
  }

  Load const& load_;
  std::vector<Line> lines_;
  int poll_;
  std::size_t asked_ = 0;
  Loaded loaded_;
};

std::string head(std::string const& method, std::string const& path, std::string const& token) {
  return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" +
         (token.empty() ? "" : "Authorization: Bearer " + token + "\r\n");
}

}  // namespace

Program::Program(std::vector<std::string> const& words, Says says) {
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe for the bench");
  std::vector<char*> arguments;
  for (auto const& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  process_ = ::fork();
  if (process_ == 0) {
    int const silence = ::open("/dev/null", O_RDWR);
    ::dup2(says == Says::on_output ? ends[1] : silence, 1);
    ::dup2(says == Says::on_error ? ends[1] : silence, 2);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  ear_ = ends[0];
  for (char letter = 0; says != Says::nothing && letter != '\n' && ::read(ear_, &letter, 1) == 1;)
    first_line_ += letter;
}

Program::~Program() {
  if (process_ > 0) {
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
  }
  ::close(ear_);
}

std::uint16_t Program::port() const {
  std::uint16_t port = 0;
  auto const at = first_line_.find("127.0.0.1:");
  if (at != std::string::npos)
    std::from_chars(first_line_.data() + at + 10, first_line_.data() + first_line_.size(), port);
  return port;
}

double Program::wait() {
  rusage used{};
  int status = 0;
  ::wait4(process_, &status, 0, &used);
  process_ = -1;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error("the program failed");
  return static_cast<double>(used.ru_maxrss) / 1024;
}

Loaded put_under(Load const& load) { return Crowd(load).run(); }

std::string ask_once(std::uint16_t port, std::string const& request) {
  return put_under({port, 1, 1, [&](std::size_t, std::size_t) { return request; }}).body;
}

bool answers_at(std::uint16_t port) {
  int const socket = connected(port);
  if (socket >= 0) ::close(socket);
  return socket >= 0;
}

std::string get(std::string const& path, std::string const& token) {
  return head("GET", path, token) + "\r\n";
}
std::string post(std::string const& path, std::string const& token, std::string const& json) {
  return head("POST", path, token) +
         "Content-Type: application/json\r\nContent-Length: " + std::to_string(json.size()) + "\r\n\r\n" +
         json;
}

}  // namespace kith::bench
