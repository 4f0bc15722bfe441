// A client for tests that sends exactly the bytes it is given, right or wrong, and reads what comes back.
//
// One thread. Every wait is bounded by `patience_ms`, so that a server that says nothing fails a test instead
// of hanging it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace kith::http {

struct Heard {
  int status = 0;  // 0: the connection was closed without an answer
  Texts headers;   // names in lower case
  std::string body;

  std::string_view header(std::string_view name) const { return first_of(headers, name); }
  std::string rule() const;  // the "rule" of problem details; "" when there is none
};

class TestClient {
 public:
  static constexpr int patience_ms = 10'000;

  explicit TestClient(std::uint16_t port);
  ~TestClient();
  TestClient(TestClient const&) = delete;
  TestClient& operator=(TestClient const&) = delete;

  bool send(std::string_view bytes);   // false: the server closed first
  Heard answer(bool to_head = false);  // the next whole answer of this connection
  std::string read_until(
      std::string_view end);  // bytes up to and with `end`, of a stream; shorter when closed
  bool is_closed();           // waits for the server to close
  void finish_sending();
  void break_off();  // as a browser whose tab was closed

 private:
  bool fill();  // reads some more; false at the end

  int socket_;
  std::string read_;
};

// One request on a connection of its own.
Heard heard(std::uint16_t port, std::string_view bytes);

// A request with the usual headers: get(8420, "/x", "Cookie: a=b\r\n").
std::string request_text(std::string_view method, std::string_view path, std::string_view headers = "",
                         std::optional<std::string_view> json = std::nullopt);

}  // namespace kith::http
