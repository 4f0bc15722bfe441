// HTTP/1.1 on one socket (RFC 9112). Every wait has an end: idle, headers, body and writing each have their
// own span, and it is not moved on by single bytes, so that a sender who drips cannot hold a place (HT1,
// HT2).
#include "http/connection.hpp"

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <ctime>

#include "http/problem.hpp"
#include "http/router.hpp"
#include "http/target.hpp"

namespace kith::http {
namespace {

using Parser = beast::http::request_parser<beast::http::string_body>;
using beast::error_code;
using std::chrono::milliseconds;

std::string date_now() {
  auto const now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 64> text{};
  auto const length = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc);
  return {text.data(), length};
}

bool is_one_line(std::string_view value) { return value.find_first_of("\r\n\0", 0, 3) == value.npos; }

std::string head_of(Answer const& answer, bool keep) {
  auto const live = std::holds_alternative<std::shared_ptr<LiveStream>>(answer.body);
  auto head = "HTTP/1.1 " + std::to_string(answer.status) + ' ' + std::string(reason_of(answer.status));
  head += "\r\nDate: " + date_now() + "\r\n";
  for (auto const& [name, value] : answer.headers) {
    // A line break inside a header would start a second answer: leave such a header out altogether.
    if (is_one_line(name) && is_one_line(value)) head += name + ": " + value + "\r\n";
  }
  auto const bodiless = answer.status == 204 || answer.status == 304;
  if (!live && !bodiless) head += "Content-Length: " + std::to_string(bytes_of(answer).size()) + "\r\n";
  head += keep ? "\r\n" : "Connection: close\r\n\r\n";
  return head;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (auto& letter : out) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
  }
  return out;
}

Request head_of(Parser const& parser) {
  auto const& message = parser.get();
  Request request;
  request.method = std::string(message.method_string());
  request.path = std::string(message.target());
  for (auto const& field : message) {
    request.headers.emplace_back(lower(field.name_string()), std::string(field.value()));
  }
  return request;
}

// Framing that two readers could understand differently is refused (RFC 9112 section 6.3).
bool is_framed_clearly(Parser const& parser) {
  auto const& message = parser.get();
  auto const coding = message[beast::http::field::transfer_encoding];
  if (coding.empty()) return true;
  auto const length = message.find(beast::http::field::content_length);
  return message.version() == 11 && length == message.end() && same_ignoring_case(coding, "chunked");
}

bool expects_continue(Request const& head) {
  return same_ignoring_case(head.header("expect"), "100-continue");
}

Answer answer_to_bad_head(error_code error) {
  if (error == beast::http::error::header_limit || error == beast::http::error::buffer_overflow) {
    return problem(431, "HT1", "The headers are too large.");
  }
  return unreadable("HT19", "This is not an HTTP request that can be read.");
}

bool reads(Request const& request) { return request.method == "GET" || request.method == "HEAD"; }

// What would have been at hand and is not waits for a commit, as a command does.
bool only_reads(Request const& request) {
  return reads(request) && !(request.route && (request.route->takes_long || request.route->at_hand));
}

// Too slow counts as gone: Beast has closed the socket by then.
bool is_gone(error_code error) {
  return error == beast::error::timeout || error == beast::http::error::end_of_stream ||
         error == asio::error::connection_reset || error == asio::error::operation_aborted ||
         error == asio::error::broken_pipe;
}

}  // namespace

struct Connection::Exchange {
  Parser parser;
  Request request;
  std::optional<Answer> refusal;
};

Connection::Connection(Hall& hall, asio::ip::tcp::socket socket, std::string address)
    : hall_(hall),
      address_(std::move(address)),
      stream_(std::move(socket)),
      buffer_(hall.limits().header_bytes_max + 64 * 1024) {
  std::lock_guard const lock(hall_.mutex);
  hall_.open.insert(this);
  hall_.addresses.insert(address_);
}

Connection::~Connection() {
  std::lock_guard const lock(hall_.mutex);
  hall_.open.erase(this);
  hall_.addresses.erase(hall_.addresses.find(address_));
}

void Connection::hurry() {
  auto self = weak_from_this().lock();
  if (!self) return;  // already leaving
  asio::post(stream_.get_executor(), [self = std::move(self)] {
    if (self->live_) self->live_->end();
    if (self->idle_) self->stream_.cancel();
  });
}

asio::awaitable<void> Connection::run() {
  auto const self = shared_from_this();
  error_code ignored;
  stream_.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
  for (std::size_t n = 0; n < hall_.limits().requests_per_connection_max; ++n) {
    if (co_await serve_one() == Next::close) break;
  }
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
  stream_.close();
}

asio::awaitable<bool> Connection::wait_for_request() {
  idle_ = true;
  error_code error;
  if (buffer_.size() == 0 && !hall_.stopping) {
    stream_.expires_after(milliseconds(hall_.limits().idle_ms_max));
    auto const space = buffer_.prepare(4096);
    auto const count =
        co_await stream_.async_read_some(space, asio::redirect_error(asio::use_awaitable, error));
    buffer_.commit(count);
  }
  idle_ = false;
  co_return !error && !hall_.stopping;
}

// False: nobody to answer, or `refusal` says what to answer.
asio::awaitable<bool> Connection::read_head(Exchange& exchange) {
  auto& parser = exchange.parser;
  parser.header_limit(hall_.limits().header_bytes_max);
  parser.body_limit(boost::none);  // the route decides, once it is known
  stream_.expires_after(milliseconds(hall_.limits().header_ms_max));
  error_code error;
  co_await beast::http::async_read_header(stream_, buffer_, parser,
                                          asio::redirect_error(asio::use_awaitable, error));
  if (is_gone(error)) co_return false;
  if (error) {
    exchange.refusal = answer_to_bad_head(error);
  } else if (!is_framed_clearly(parser)) {
    exchange.refusal = unreadable("HT19", "The length of the body is unclear.");
  }
  exchange.request = head_of(parser);
  exchange.request.address = asker(exchange.request);
  co_return !exchange.refusal;
}

asio::awaitable<bool> Connection::read_body(Exchange& exchange, std::size_t bytes_max) {
  auto& parser = exchange.parser;
  if (parser.is_done()) co_return true;
  parser.body_limit(bytes_max);
  if (expects_continue(exchange.request)) co_await write_bytes("HTTP/1.1 100 Continue\r\n\r\n", "");
  stream_.expires_after(milliseconds(hall_.limits().body_ms_max));
  error_code error;
  co_await beast::http::async_read(stream_, buffer_, parser,
                                   asio::redirect_error(asio::use_awaitable, error));
  if (!error) {
    exchange.request.body = std::move(parser.get().body());
  } else if (error == beast::http::error::body_limit) {
    exchange.refusal = body_too_large(bytes_max);
  } else if (!is_gone(error)) {
    exchange.refusal = unreadable("HT19", "The body cannot be read.");
  }
  co_return !error;
}

asio::awaitable<Connection::Next> Connection::serve_one() {
  if (!co_await wait_for_request()) co_return Next::close;
  Exchange exchange;
  if (!co_await read_head(exchange)) co_return co_await refuse(exchange, true);
  auto const head_only = exchange.request.method == "HEAD";
  auto admission = hall_.application.admit(exchange.request);
  if (auto* const refusal = std::get_if<Answer>(&admission)) {
    exchange.refusal = std::move(*refusal);
    co_return co_await refuse(exchange, !exchange.parser.is_done());
  }
  if (!co_await read_body(exchange, std::get<Admitted>(admission).body_bytes_max)) {
    co_return co_await refuse(exchange, true);
  }
  auto const answer = co_await answer_to(std::move(exchange.request));
  auto const* const live = std::get_if<std::shared_ptr<LiveStream>>(&answer.body);
  if (live && !head_only) {
    auto const written = co_await write(answer, false, false);
    if (written) co_await stream(*live);
    co_return Next::close;
  }
  auto const keep = exchange.parser.keep_alive() && !hall_.stopping;
  auto const written = co_await write(answer, head_only, keep);
  co_return written&& keep ? Next::keep : Next::close;
}

// An early refusal: the sender may still be sending. Closing at once would break their connection before they
// have read why, so the rest is read and thrown away for a bounded while.
asio::awaitable<Connection::Next> Connection::refuse(Exchange& exchange, bool more_may_come) {
  if (!exchange.refusal) co_return Next::close;
  hall_.application.dress(*exchange.refusal);
  auto const head_only = exchange.request.method == "HEAD";
  auto const keep = !more_may_come && exchange.parser.keep_alive() && !hall_.stopping;
  auto const written = co_await write(*exchange.refusal, head_only, keep);
  if (written && keep) co_return Next::keep;
  if (written) co_await linger();
  co_return Next::close;
}

asio::awaitable<void> Connection::linger() {
  error_code error;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
  stream_.expires_after(milliseconds(hall_.limits().linger_ms_max));
  std::vector<char> thrown_away(16 * 1024);
  for (std::size_t total = 0; !error && total < hall_.limits().linger_bytes_max;) {
    total += co_await stream_.async_read_some(asio::buffer(thrown_away),
                                              asio::redirect_error(asio::use_awaitable, error));
  }
}

asio::awaitable<Answer> Connection::answer_to(Request request) {
  if (hall_.is_at_hand(request)) co_return hall_.answer(std::move(request));
  if (++hall_.waiting > hall_.limits().waiting_requests_max) {
    --hall_.waiting;
    auto answer = busy("HT15", "Too much is being asked just now.");
    hall_.application.dress(answer);
    co_return answer;
  }
  auto& pool = only_reads(request) ? hall_.readers : hall_.workers;
  auto work = [this, asked = std::move(request)]() mutable -> asio::awaitable<Answer> {
    co_return hall_.answer(std::move(asked));
  };
  auto answer = co_await asio::co_spawn(pool, std::move(work), asio::use_awaitable);
  --hall_.waiting;
  co_return answer;
}

asio::awaitable<bool> Connection::write(Answer const& answer, bool head_only, bool keep) {
  auto const head = head_of(answer, keep);
  co_return co_await write_bytes(head, head_only ? std::string_view() : bytes_of(answer));
}

asio::awaitable<bool> Connection::write_bytes(std::string_view first, std::string_view second) {
  std::array<asio::const_buffer, 2> const buffers{asio::buffer(first.data(), first.size()),
                                                  asio::buffer(second.data(), second.size())};
  error_code error;
  stream_.expires_after(milliseconds(hall_.limits().write_ms_max));
  co_await asio::async_write(stream_, buffers, asio::redirect_error(asio::use_awaitable, error));
  co_return !error;
}

// Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). The stream says what
// to do next; the browser says nothing, so a readable socket means that it is gone.
asio::awaitable<void> Connection::stream(std::shared_ptr<LiveStream> live) {
  auto const timer = std::make_shared<asio::steady_timer>(stream_.get_executor());
  live_ = live;
  live->on_wake([timer, on = stream_.get_executor()] { asio::post(on, [timer] { timer->cancel(); }); });
  stream_.expires_never();
  stream_.socket().async_wait(asio::ip::tcp::socket::wait_read, [live](error_code) { live->end(); });
  auto open = !hall_.stopping.load();
  while (open) {
    auto const step = live->step(hall_.options.clock());
    switch (step.what) {
      case LiveStep::Do::say_changed:
        open = co_await write_bytes("event: changed\ndata:\n\n", "");
        break;
      case LiveStep::Do::say_heartbeat:
        open = co_await write_bytes(":\n\n", "");
        break;
      case LiveStep::Do::end:
        open = false;
        break;
      case LiveStep::Do::wait: {
        error_code woken;
        timer->expires_after(milliseconds(step.wait_ms));
        co_await timer->async_wait(asio::redirect_error(asio::use_awaitable, woken));
      }
    }
  }
  live->on_wake({});
  live_.reset();
}

std::string Connection::asker(Request const& request) const {
  auto const forwarded = request.header("x-forwarded-for");
  if (address_ != hall_.options.trusted_proxy || forwarded.empty()) return address_;
  return std::string(trimmed(forwarded.substr(forwarded.rfind(',') + 1)));
}

}  // namespace kith::http
