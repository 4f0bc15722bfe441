#include "http/site.hpp"

#include <charconv>
#include <chrono>

#include "http/problem.hpp"
#include "http/target.hpp"

namespace kith::http {
namespace {

constexpr std::string_view known_methods[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

bool is_known(std::string_view method) {
  for (auto const known : known_methods) {
    if (known == method) return true;
  }
  return false;
}

// What the headers say about the body. nullopt: it comes in chunks, so its length is not known yet.
std::optional<std::size_t> announced_bytes(Request const& head) {
  if (!head.header("transfer-encoding").empty()) return std::nullopt;
  auto const text = head.header("content-length");
  std::size_t length = 0;
  std::from_chars(text.data(), text.data() + text.size(), length);
  return length;
}

bool has_content_type(Request const& head, std::string_view wanted) {
  auto const sent = head.header("content-type");
  return same_ignoring_case(trimmed(sent.substr(0, sent.find(';'))), wanted);
}

Admission admit_body(Request const& head, Takes const& takes) {
  auto const length = announced_bytes(head);
  if (length == 0) return Admitted{0};
  if (length.value_or(0) > takes.bytes_max || takes.bytes_max == 0) return body_too_large(takes.bytes_max);
  if (!has_content_type(head, takes.content_type)) return wrong_content_type(takes.content_type);
  return Admitted{takes.bytes_max};
}

// nullopt: the request shows no bearer token, and its cookie counts.
std::optional<std::string_view> bearer_of(Request const& request) {
  constexpr std::string_view scheme = "bearer ";
  auto const authorization = request.header("authorization");
  if (!same_ignoring_case(authorization.substr(0, scheme.size()), scheme)) return std::nullopt;
  return trimmed(authorization.substr(scheme.size()));
}

std::string_view header_of(Answer const& answer, std::string_view wanted) {
  for (auto const& [name, value] : answer.headers) {
    if (same_ignoring_case(name, wanted)) return value;
  }
  return {};
}

// RFC 9110 section 13.1.2; weak comparison, which is what a cache asks for.
bool is_unchanged(Request const& request, std::string_view etag) {
  if (etag.empty() || (request.method != "GET" && request.method != "HEAD")) return false;
  auto const strong = [](std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; };
  for (auto const& [name, value] : request.headers) {
    if (name != "if-none-match") continue;
    for (auto const part : cut(value, ',')) {
      auto const tag = trimmed(part);
      if (tag == "*" || strong(tag) == strong(etag)) return true;
    }
  }
  return false;
}

}  // namespace

Site::Site(Door door, Router router, StaticFiles const& files, WhoIs who_is, Metrics& metrics,
           HasEnded has_ended)
    : door_(std::move(door)),
      router_(std::move(router)),
      files_(files),
      who_is_(std::move(who_is)),
      metrics_(metrics),
      has_ended_(std::move(has_ended)) {}

Admission Site::admit(Request& head) {
  auto admission = admit_to_route(head);
  if (auto* const refused = std::get_if<Answer>(&admission)) {
    metrics_.count(is_known(head.method) ? head.method : "other", head.route ? head.route->path : "none",
                   refused->status, 0);
    dress(*refused);
  }
  return admission;
}

Admission Site::admit_to_route(Request& head) const {
  if (!is_known(head.method)) return problem(501, "HT10", "This method is not known here.");
  if (!is_our_host(door_, head)) return problem(421, "HT6", "This server does not answer to that name.");
  auto const target = std::move(head.path);
  if (!read_target(target, head)) return unreadable("HT3", "The address of the request cannot be read.");
  read_cookies(head);
  auto match = router_.find(head.method, head.segments);
  if (!match.route && match.allow.empty()) {
    auto const reading = head.method == "GET" || head.method == "HEAD";
    return reading ? admit_body(head, nothing) : Admission(not_found());
  }
  if (!match.route) {
    return problem(405, "HT10", "This method is not for this address.").with("Allow", match.allow);
  }
  head.route = match.route;
  head.named = std::move(match.named);
  if (!is_our_origin(door_, head)) return problem(403, "HT7", "A write must come from our own page.");
  return admit_body(head, match.route->takes);
}

std::optional<identity::SignedIn> Site::caller_of(Request const& request) const {
  if (auto const bearer = bearer_of(request)) return who_is_(*bearer, true);
  auto const token = request.cookie(door_.cookie_name());
  return token.empty() ? std::nullopt : who_is_(token, false);
}

Answer Site::sign_in_first(Request const& request) const {
  auto const token = bearer_of(request).value_or(request.cookie(door_.cookie_name()));
  return has_ended_ && has_ended_(token) ? account_is_gone() : not_signed_in();
}

Answer Site::answer_of(Request& request) const {
  if (!request.route) {
    auto file = files_.find(request);
    return file ? std::move(*file) : not_found();
  }
  if (!request.caller) request.caller = caller_of(request);
  if (request.route->who == Who::signed_in && !request.caller) return sign_in_first(request);
  return request.route->handler(request);
}

// A file of the app, or what a route keeps in memory.
bool Site::is_at_hand(Request& request) {
  bool const reads = request.method == "GET" || request.method == "HEAD";
  if (!reads || !request.route) return reads;
  if (!request.route->at_hand) return false;
  request.caller = caller_of(request);
  if (request.route->who == Who::signed_in && !request.caller) return true;
  return request.route->at_hand(request);
}

Answer Site::answer(Request request) {
  using std::chrono::steady_clock;
  auto const began = steady_clock::now();
  auto answer = answer_of(request);
  if (answer.status == 200 && is_unchanged(request, header_of(answer, "etag"))) {
    answer.status = 304;
    answer.body = std::string();
  }
  dress(answer);
  auto const took = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - began);
  metrics_.count(request.method, request.route ? request.route->path : "file", answer.status, took.count());
  return answer;
}

}  // namespace kith::http
