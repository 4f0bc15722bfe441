#include "http/guard.hpp"

#include <algorithm>

#include "http/target.hpp"

namespace kith::http {
namespace {

// Scripts only from us, WebAssembly allowed, nothing inline; nobody frames us and we frame nobody.
constexpr std::string_view content_security_policy =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:; object-src "
    "'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

constexpr std::pair<std::string_view, std::string_view> security_headers[] = {
    {"Content-Security-Policy", content_security_policy},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cache-Control", "no-store"},
};

std::string_view without_port(std::string_view host) {
  auto const after_address = host.starts_with('[') ? host.find(']') : std::size_t{0};
  if (after_address == host.npos) return {};
  return host.substr(0, host.find(':', after_address));
}

std::size_t count_of(Texts const& headers, std::string_view wanted) {
  return static_cast<std::size_t>(std::ranges::count(headers, wanted, &Texts::value_type::first));
}

bool has(Answer const& answer, std::string_view wanted) {
  return std::ranges::any_of(answer.headers,
                             [&](auto const& header) { return same_ignoring_case(header.first, wanted); });
}

}  // namespace

bool is_loopback_name(std::string_view host) {
  auto const name = without_port(host);
  return same_ignoring_case(name, "localhost") || name == "127.0.0.1" || name == "[::1]";
}

bool is_loopback_address(std::string_view address) {
  return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

bool is_our_host(Door const& door, Request const& request) {
  if (count_of(request.headers, "host") != 1) return false;
  auto const host = request.header("host");
  if (is_loopback_name(host) && is_loopback_address(request.address)) return true;
  auto const scheme_end = door.public_origin.find("://");
  return scheme_end != std::string::npos &&
         same_ignoring_case(std::string_view(door.public_origin).substr(scheme_end + 3), host);
}

bool is_our_origin(Door const& door, Request const& request) {
  if (request.method == "GET" || request.method == "HEAD") return true;
  auto const origin = request.header("origin");
  if (count_of(request.headers, "origin") > 1) return false;
  // A script sends no Origin and shows a bearer token. A cookie comes from a browser, which always says.
  if (origin.empty()) return request.cookie(door.cookie_name()).empty();
  if (!door.public_origin.empty() && same_ignoring_case(origin, door.public_origin)) return true;
  auto const host = std::string(request.header("host"));
  return is_loopback_name(host) && same_ignoring_case(origin, "http://" + host);
}

void add_security_headers(Door const& door, Answer& answer) {
  for (auto const& [name, value] : security_headers) {
    if (!has(answer, name)) answer.with(std::string(name), std::string(value));
  }
  if (door.secure() && !has(answer, "Strict-Transport-Security"))
    answer.with("Strict-Transport-Security", "max-age=31536000");
}

}  // namespace kith::http
