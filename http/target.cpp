#include "http/target.hpp"

#include <algorithm>

#include "http/limits.hpp"
#include "wire/json.hpp"

namespace kith::http {
namespace {

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

// One percent-decoding. nullopt: a broken escape, a control byte or bytes that are not UTF-8.
std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t n = 0; n < text.size(); ++n) {
    if (text[n] != '%') {
      out += text[n] == '+' && plus_is_space ? ' ' : text[n];
      continue;
    }
    if (n + 2 >= text.size()) return std::nullopt;
    auto const high = hex_value(text[n + 1]), low = hex_value(text[n + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    n += 2;
  }
  if (std::ranges::any_of(out, is_control) || !wire::is_utf8(out)) return std::nullopt;
  return out;
}

bool read_path(std::string_view path, Request& request) {
  if (!path.starts_with('/')) return false;
  request.segments.clear();
  if (path == "/") return true;
  for (auto const part : cut(path.substr(1), '/')) {
    auto segment = decoded(part, false);
    if (!segment || *segment == "." || *segment == "..") return false;
    if (segment->find_first_of("/\\") != std::string::npos) return false;
    request.segments.push_back(std::move(*segment));
    if (request.segments.size() > path_segments_max) return false;
  }
  return true;
}

bool read_query(std::string_view query, Request& request) {
  request.query.clear();
  for (auto const pair : cut(query, '&')) {
    if (pair.empty()) continue;
    auto const equals = pair.find('=');
    auto name = decoded(pair.substr(0, equals), true);
    auto value = decoded(equals == pair.npos ? "" : pair.substr(equals + 1), true);
    if (!name || !value || request.query.size() == query_pairs_max) return false;
    request.query.emplace_back(std::move(*name), std::move(*value));
  }
  return true;
}

}  // namespace

std::vector<std::string_view> cut(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    auto const end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
  auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

bool read_target(std::string_view target, Request& request) {
  auto const mark = target.find('?');
  auto const path = target.substr(0, mark);
  auto const query = mark == target.npos ? std::string_view() : target.substr(mark + 1);
  if (!read_path(path, request) || !read_query(query, request)) return false;
  request.path = path;
  return true;
}

void read_cookies(Request& request) {
  for (auto const& [name, value] : request.headers) {
    if (name != "cookie") continue;
    for (auto const part : cut(value, ';')) {
      auto const pair = trimmed(part);
      auto const equals = pair.find('=');
      if (equals == pair.npos || request.cookies.size() == cookies_max) continue;
      request.cookies.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    }
  }
}

}  // namespace kith::http
