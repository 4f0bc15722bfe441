// The load: a real program started, and requests sent to it over many connections at once.
//
// One thread and one epoll; each connection asks again when it has its answer, and is opened anew before the
// server would close it. The load shares the machine with what it measures: say so beside a number.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "bench/measure.hpp"

namespace kith::bench {

// A child process, ended with this object. Its first line is where it says that it is ready.
class Program {
 public:
  enum class Says { on_output, on_error, nothing };
  Program(std::vector<std::string> const& words, Says);
  ~Program();
  Program(Program const&) = delete;
  Program& operator=(Program const&) = delete;

  int process() const { return process_; }
  std::string const& first_line() const { return first_line_; }
  std::uint16_t port() const;  // the last number of the first line's first address
  double wait();               // until it ends by itself; the most memory it held, in MB

 private:
  int process_ = -1, ear_ = -1;
  std::string first_line_;
};

struct Load {
  std::uint16_t port = 0;
  std::size_t connections = 64;
  std::size_t answers = 0;                                                // in all
  std::function<std::string(std::size_t connection, std::size_t n)> ask;  // the bytes of a request
};
struct Loaded {
  double seconds = 0;
  std::size_t answers = 0, unwanted = 0;  // unwanted: with another status than 200
  std::size_t body_bytes = 0;             // of the last answer
  std::string body;                       // the last one
  Times ms;
  double per_second() const { return seconds > 0 ? static_cast<double>(answers) / seconds : 0; }
};
Loaded put_under(Load const&);

// One request, on a connection of its own; the body of the answer.
std::string ask_once(std::uint16_t port, std::string const& request);
bool answers_at(std::uint16_t port);

std::string get(std::string const& path, std::string const& token = "");
std::string post(std::string const& path, std::string const& token, std::string const& json);

}  // namespace kith::bench
