#include "http/test_client.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "http/target.hpp"
#include "wire/json.hpp"

namespace kith::http {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (auto& letter : out) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
  return out;
}

Heard read_head(std::string_view head) {
  Heard heard;
  heard.status = std::atoi(std::string(head.substr(head.find(' ') + 1, 3)).c_str());
  for (auto line : cut(head, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    auto const colon = line.find(':');
    if (colon == line.npos || line.starts_with("HTTP/")) continue;
    heard.headers.emplace_back(lower(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
  }
  return heard;
}

}  // namespace

std::string Heard::rule() const {
  auto const read = wire::read_json(body);
  auto const* const json = std::get_if<wire::Json>(&read);
  auto const* const rule = json ? wire::string_at(*json, "rule") : nullptr;
  return rule ? *rule : "";
}

TestClient::TestClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0) {
    throw std::runtime_error("the test server does not answer");
  }
}

TestClient::~TestClient() { ::close(socket_); }

bool TestClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    auto const count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool TestClient::fill() {
  pollfd ready{socket_, POLLIN, 0};
  if (poll(&ready, 1, patience_ms) <= 0) throw std::runtime_error("the test server says nothing");
  char buffer[16 * 1024];
  auto const count = recv(socket_, buffer, sizeof buffer, 0);
  if (count <= 0) return false;
  read_.append(buffer, static_cast<std::size_t>(count));
  return true;
}

std::string TestClient::read_until(std::string_view end) {
  for (;;) {
    auto const at = read_.find(end);
    if (at != std::string::npos || !fill()) {
      auto const length = at == std::string::npos ? read_.size() : at + end.size();
      auto text = read_.substr(0, length);
      read_.erase(0, length);
      return text;
    }
  }
}

Heard TestClient::answer(bool to_head) {
  auto const head = read_until("\r\n\r\n");
  if (head.empty()) return {};
  auto heard = read_head(head);
  auto const length = heard.header("content-length");
  if (to_head || length.empty()) return heard;
  auto const bytes = static_cast<std::size_t>(std::atoll(std::string(length).c_str()));
  while (read_.size() < bytes && fill()) {
  }
  heard.body = read_.substr(0, bytes);
  read_.erase(0, bytes);
  return heard;
}

bool TestClient::is_closed() {
  while (fill()) {
  }
  return true;
}

void TestClient::finish_sending() { shutdown(socket_, SHUT_WR); }

void TestClient::break_off() { shutdown(socket_, SHUT_RDWR); }

Heard heard(std::uint16_t port, std::string_view bytes) {
  TestClient client(port);
  client.send(bytes);
  return client.answer();
}

std::string request_text(std::string_view method, std::string_view path, std::string_view headers,
                         std::optional<std::string_view> json) {
  std::string text;
  text.append(method).append(" ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n").append(headers);
  if (json) {
    text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(json->size()) + "\r\n";
  }
  return text.append("\r\n").append(json.value_or(""));
}

}  // namespace kith::http
