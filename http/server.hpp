// The server: sockets in, requests to the application, answers out. The only part that knows Beast, and it
// keeps it in server.cpp and connection.cpp.
//
// A few I/O threads read and write, and answer what is at hand; worker threads run `answer` for the rest,
// which may block on a disk. One connection is answered in order, one request at a time. Everything it reads
// is bounded by `Limits` (HT1–HT4). A fault (an exception) inside `answer` becomes 503 and a line on the log,
// and the connection is closed.
#pragma once
#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <variant>

#include "http/limits.hpp"
#include "http/message.hpp"

namespace kith::http {

struct Admitted {
  std::size_t body_bytes_max = 0;
};
using Admission = std::variant<Admitted, Answer>;

// What the server serves. All three are called from several threads at once. `head` arrives with method, path
// (the target as sent, query included), headers and address; `admit` reads the rest out of them.
class Application {
 public:
  virtual ~Application() = default;
  virtual Admission admit(Request& head) = 0;  // before the body is read, on an I/O thread: must not block
  virtual bool is_at_hand(Request&) { return false; }  // on an I/O thread: it will wait for nothing
  virtual Answer answer(Request request) = 0;          // on a worker thread; may block, unless it is at hand
  virtual void dress(Answer&) = 0;  // adds the security headers to what the server itself says
};

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8420;  // 0: any free one
  int io_threads = std::max(2, static_cast<int>(std::thread::hardware_concurrency()));
  int worker_threads = 64;  // for whatever waits: a command does for its commit, and one commit takes 64
  int reader_threads = 4;   // for whatever only reads, so that it never stands behind what waits
  std::string trusted_proxy =
      {};  // an address whose last X-Forwarded-For entry is believed; "" believes nobody
  Limits limits = {};
  identity::Clock clock;  // the one the live hub was given
  std::function<void(std::string_view line)> log =
      {};  // faults only, one line each, never what a person wrote
};

class Server {
 public:
  Server(ServerOptions, Application&);  // binds and listens; std::runtime_error when the address is taken
  ~Server();                            // stops
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;

  std::uint16_t port() const;
  std::size_t connections() const;  // open now
  void start();                     // returns at once; the threads are its own
  void stop();                      // from any thread: ends streams, waits for answers at most stop_ms_max
  void heed_signals();              // from now on SIGINT and SIGTERM end wait()
  void wait();                      // until stop() was called, or a signal it heeds came, also before

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace kith::http
