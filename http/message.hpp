// What is asked and what is answered, as plain values: everything above the server speaks these and no HTTP
// library.
//
// Values; a request belongs to the one worker thread that answers it. Texts from outside are untrusted: path
// and query are decoded exactly once, valid UTF-8 and free of control bytes (HT3), header names lower case.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/identity/identity.hpp"
#include "core/ids.hpp"

namespace kith::http {

class LiveStream;
struct Route;

using Texts = std::vector<std::pair<std::string, std::string>>;  // name and value, in the order they came

// The first value under a name; "" when there is none.
std::string_view first_of(Texts const&, std::string_view name);

struct Request {
  std::string method;                 // "GET"
  std::string path;                   // as sent, without the query: "/api/records/…"
  std::vector<std::string> segments;  // the decoded path: {"api", "records", "…"}
  Texts query;
  Texts headers;
  Texts cookies;
  std::string body;
  std::string address;  // of who asks, as text; the one that a trusted proxy names when there is one

  // Filled in before the handler is called.
  Route const* route = nullptr;
  std::map<std::string, std::string, std::less<>> named;  // what stands at {id} in the route's path
  std::optional<identity::SignedIn> caller;               // present wherever the route says signed_in

  std::string_view header(std::string_view name) const { return first_of(headers, name); }
  std::string_view asked(std::string_view name) const { return first_of(query, name); }
  std::string_view cookie(std::string_view name) const { return first_of(cookies, name); }

  // The id at {name}; nullopt when it is no id: answer not_found() then (HT9).
  template <class IdType>
  std::optional<IdType> id(std::string_view name = "id") const {
    auto const found = named.find(name);
    return found == named.end() ? std::nullopt : parse_id<IdType>(found->second);
  }
};

struct Embedded {
  std::string_view bytes;  // inside the program itself, so it lives for ever
};
using SharedText = std::shared_ptr<std::string const>;  // kept elsewhere too; never null
using Body = std::variant<std::string, Embedded, SharedText, std::shared_ptr<LiveStream>>;

struct Answer {
  int status = 200;
  Texts headers;  // Content-Length, Date and the security headers are added later
  Body body;

  Answer& with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

// The bytes to send; empty for a live stream.
std::string_view bytes_of(Answer const&);

Answer ok_json(std::string json);                    // 200, application/json, never stored by a cache
Answer ok_json(SharedText json);                     // likewise
Answer ok_text(std::string text, std::string type);  // 200 of another content type
Answer no_content();                                 // 204
Answer ok_live(std::shared_ptr<LiveStream> stream);  // 200, text/event-stream

}  // namespace kith::http
