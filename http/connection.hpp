// One connection: requests read one after the other, each answered before the next is looked at.
//
// For server.cpp and connection.cpp only: the one header that includes Beast. A connection lives on its own
// strand; the coroutine `run` owns it through a shared pointer until the socket is closed.
#pragma once
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "http/live.hpp"
#include "http/server.hpp"

namespace kith::http {

namespace asio = boost::asio;
namespace beast = boost::beast;

class Connection;

// What all connections of one server share.
struct Hall {
  Hall(ServerOptions options_, Application& application_)
      : options(std::move(options_)),
        application(application_),
        workers(static_cast<std::size_t>(options.worker_threads)),
        readers(static_cast<std::size_t>(options.reader_threads)) {}

  ServerOptions const options;
  Application& application;
  asio::thread_pool workers, readers;
  std::atomic<bool> stopping = false;
  std::atomic<std::size_t> waiting = 0;  // requests accepted and not yet answered

  // Counted in and out by the connections themselves.
  std::mutex mutex;
  std::set<Connection*> open;
  std::multiset<std::string> addresses;

  bool is_at_hand(Request& request) noexcept;
  Answer answer(Request request) noexcept;  // the application's, or 503 when it broke (HT18)

  Limits const& limits() const { return options.limits; }
  void log(std::string_view line) const {
    if (options.log) options.log(line);
  }
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Hall& hall, asio::ip::tcp::socket socket, std::string address);
  ~Connection();

  asio::awaitable<void> run();
  void hurry();  // the server stops: finish what is under way, wait for nothing more; from any thread

 private:
  struct Exchange;  // one request on its way in
  enum class Next { keep, close };

  asio::awaitable<Next> serve_one();
  asio::awaitable<bool> wait_for_request();
  asio::awaitable<bool> read_head(Exchange& exchange);
  asio::awaitable<bool> read_body(Exchange& exchange, std::size_t bytes_max);
  asio::awaitable<Next> refuse(Exchange& exchange, bool more_may_come);
  asio::awaitable<Answer> answer_to(Request request);
  asio::awaitable<bool> write(Answer const& answer, bool head_only, bool keep);
  asio::awaitable<bool> write_bytes(std::string_view first, std::string_view second);
  asio::awaitable<void> stream(std::shared_ptr<LiveStream> live);
  asio::awaitable<void> linger();
  std::string asker(Request const& request) const;

  Hall& hall_;
  std::string const address_;
  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  std::shared_ptr<LiveStream> live_;
  bool idle_ = true;
};

}  // namespace kith::http
