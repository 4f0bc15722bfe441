#include "http/server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <condition_variable>
#include <csignal>
#include <stdexcept>
#include <thread>
#include <vector>

#include "app/fault.hpp"
#include "http/connection.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"

namespace kith::http {
namespace {

using asio::ip::tcp;
using std::chrono::milliseconds;

tcp::endpoint endpoint_of(ServerOptions const& options) {
  boost::system::error_code error;
  auto const address = asio::ip::make_address(options.address, error);
  if (error) throw std::runtime_error("not an address to listen on: " + options.address);
  return {address, options.port};
}

ServerOptions checked(ServerOptions options) {
  if (!options.clock) throw std::logic_error("a server needs a clock");
  return options;
}

constexpr auto poll_ms = milliseconds(10);
constexpr auto accept_pause_ms = milliseconds(100);

}  // namespace

// A fault is logged and told as "ask again". Only one with a rule of its own is explained, in that rule's
// words.
Answer Hall::answer(Request request) noexcept {
  auto const what = request.method + ' ' + (request.route ? request.route->path : "a file");
  auto answer = busy("HT18", "Something broke on our side. Please ask again.");
  try {
    return application.answer(std::move(request));
  } catch (app::Fault const& fault) {
    log("fault in " + what + ": " + fault.what());
    if (!fault.rule().empty()) answer = busy(refuse(fault.rule()));
  } catch (std::exception const& fault) {
    log("fault in " + what + ": " + fault.what());
  } catch (...) {
    log("fault in " + what);
  }
  application.dress(answer);
  return answer;
}

// What breaks here breaks again when it is answered, and is told there.
bool Hall::is_at_hand(Request& request) noexcept {
  try {
    return application.is_at_hand(request);
  } catch (...) {
    return false;
  }
}

class Server::Inside {
 public:
  Inside(ServerOptions options, Application& application)
      : hall_(checked(std::move(options)), application), acceptor_(io_) {
    auto const endpoint = endpoint_of(hall_.options);
    try {
      acceptor_.open(endpoint.protocol());
      acceptor_.set_option(tcp::acceptor::reuse_address(true));
      acceptor_.bind(endpoint);
      acceptor_.listen();
      port_ = acceptor_.local_endpoint().port();
    } catch (boost::system::system_error const& fault) {
      throw std::runtime_error("cannot listen on " + hall_.options.address + ":" +
                               std::to_string(hall_.options.port) + ": " + fault.code().message());
    }
  }
  ~Inside() { stop(); }

  std::uint16_t port() const { return port_; }
  std::size_t connections() {
    std::lock_guard const lock(hall_.mutex);
    return hall_.open.size();
  }

  void start() {
    asio::co_spawn(io_, accept(), asio::detached);
    for (int n = 0; n < hall_.options.io_threads; ++n) threads_.emplace_back([this] { io_.run(); });
  }

  void stop();
  void heed_signals();
  void wait();

 private:
  void leave();
  asio::awaitable<void> accept();
  bool has_room_for(std::string const& address);
  void welcome(tcp::socket socket, std::string address) noexcept;

  Hall hall_;  // outlives io_, because connections leave it when they are destroyed
  asio::io_context io_;
  asio::signal_set signals_{io_};
  tcp::acceptor acceptor_;
  std::uint16_t port_ = 0;
  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::condition_variable left_;
  bool stopping_ = false;  // stop() was called
  bool leaving_ = false;   // wait() may return
};

asio::awaitable<void> Server::Inside::accept() {
  asio::steady_timer pause(io_);
  while (!hall_.stopping) {
    boost::system::error_code error;
    tcp::socket socket(asio::make_strand(io_));
    co_await acceptor_.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
    if (hall_.stopping) co_return;
    if (error) {  // no file handles left, most likely: those who are here shall finish first
      pause.expires_after(accept_pause_ms);
      co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
      continue;
    }
    auto const peer = socket.remote_endpoint(error);
    auto address = error ? std::string() : peer.address().to_string();
    if (error || !has_room_for(address)) continue;  // closed by its destructor (HT2)
    welcome(std::move(socket), std::move(address));
  }
}

void Server::Inside::welcome(tcp::socket socket, std::string address) noexcept {
  try {
    auto const executor = socket.get_executor();
    auto connection = std::make_shared<Connection>(hall_, std::move(socket), std::move(address));
    auto run = [connection]() -> asio::awaitable<void> { co_await connection->run(); };
    asio::co_spawn(executor, std::move(run), asio::detached);
  } catch (std::exception const& fault) {  // no memory: this one is lost, the next may be served
    hall_.log(std::string("fault while accepting: ") + fault.what());
  }
}

bool Server::Inside::has_room_for(std::string const& address) {
  std::lock_guard const lock(hall_.mutex);
  if (hall_.open.size() >= hall_.limits().connections_max) return false;
  return address == hall_.options.trusted_proxy ||
         hall_.addresses.count(address) < hall_.limits().connections_per_address_max;
}

void Server::Inside::stop() {
  {
    std::lock_guard const lock(mutex_);
    if (std::exchange(stopping_, true)) return;
  }
  hall_.stopping = true;
  asio::post(io_, [this] { acceptor_.close(); });
  {
    std::lock_guard const lock(hall_.mutex);
    for (auto* const connection : hall_.open) connection->hurry();
  }
  auto const patience = std::chrono::steady_clock::now() + milliseconds(hall_.limits().stop_ms_max);
  while (connections() > 0 && std::chrono::steady_clock::now() < patience) {
    std::this_thread::sleep_for(poll_ms);
  }
  hall_.workers.join();
  hall_.readers.join();
  io_.stop();
  for (auto& thread : threads_) thread.join();
  leave();
}

void Server::Inside::leave() {
  std::lock_guard const lock(mutex_);
  leaving_ = true;
  left_.notify_all();
}

void Server::Inside::heed_signals() {
  signals_.add(SIGINT);
  signals_.add(SIGTERM);
  signals_.async_wait([this](boost::system::error_code error, int) {
    if (!error) leave();
  });
}

void Server::Inside::wait() {
  std::unique_lock lock(mutex_);
  left_.wait(lock, [this] { return leaving_; });
}

Server::Server(ServerOptions options, Application& application)
    : inside_(std::make_unique<Inside>(std::move(options), application)) {}
Server::~Server() = default;

std::uint16_t Server::port() const { return inside_->port(); }
std::size_t Server::connections() const { return inside_->connections(); }
void Server::start() { inside_->start(); }
void Server::stop() { inside_->stop(); }
void Server::heed_signals() { inside_->heed_signals(); }
void Server::wait() { inside_->wait(); }

}  // namespace kith::http
