#include "http/problem.hpp"

#include "wire/json.hpp"

namespace kith::http {
namespace {

using wire::Json;

Json json_of(MessageValue const& value) {
  if (auto const* text = std::get_if<std::string>(&value)) return *text;
  if (auto const* number = std::get_if<std::int64_t>(&value)) return *number;
  auto list = Json::array();
  for (auto const& text : std::get<std::vector<std::string>>(value)) list.push_back(text);
  return list;
}

Answer answer_of(int status, std::string_view rule, Json members) {
  members["type"] = "about:blank";
  members["title"] = std::string(reason_of(status));
  members["status"] = status;
  members["rule"] = std::string(rule);
  return {status, {{"Content-Type", "application/problem+json"}}, wire::write_json(members)};
}

}  // namespace

std::string_view reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    default:
      return "Unknown";
  }
}

Answer problem(int status, std::string_view rule, std::string_view detail) {
  return answer_of(status, rule, {{"detail", std::string(detail)}});
}

Answer problem(int status, Refusal const& refusal) {
  auto args = Json::object();
  for (auto const& arg : refusal.message.args) args[arg.name] = json_of(arg.value);
  return answer_of(status, refusal.rule,
                   {{"message", {{"key", refusal.message.key}, {"args", std::move(args)}}}});
}

Answer unreadable(std::string_view rule, std::string_view detail) { return problem(400, rule, detail); }

Answer not_signed_in() {
  return problem(401, "HT8", "Please sign in first.").with("WWW-Authenticate", "Bearer");
}

Answer account_is_gone() {
  return problem(401, "AC21", "This account has ended.").with("WWW-Authenticate", "Bearer");
}

Answer not_found() { return problem(404, "HT9", "There is nothing here for you to see."); }

Answer body_too_large(std::size_t bytes_max) {
  return problem(413, "HT4", "The body may be at most " + std::to_string(bytes_max) + " bytes.");
}

Answer wrong_content_type(std::string_view wanted) {
  return problem(415, "HT5", "The body must be " + std::string(wanted) + ".");
}

Answer slow_down(Refusal const& refusal, std::int64_t wait_ms) {
  auto const wait_s = (wait_ms + 999) / 1000;
  return problem(429, refusal).with("Retry-After", std::to_string(wait_s));
}

Answer busy(std::string_view rule, std::string_view detail) {
  return problem(503, rule, detail).with("Retry-After", "1");
}

Answer busy(Refusal const& refusal) { return problem(503, refusal).with("Retry-After", "60"); }

}  // namespace kith::http
