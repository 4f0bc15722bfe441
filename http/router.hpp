// Routes describe themselves: path, who may call, body, answers and refusals stand beside the handler, and
// /openapi.json is made from them.
//
// A pattern is cut at "/"; a segment such as {id} takes any one non-empty segment, and a literal segment wins
// over it. GET answers HEAD too. The table is built once at start and then only read: any thread may use it.
// Two routes of the same method and shape are a fault at start (std::logic_error).
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "http/limits.hpp"
#include "http/message.hpp"

namespace kith::http {

using Handler = std::function<Answer(Request const&)>;

enum class Who {
  anyone,
  signed_in,  // others are answered 401 before the handler is called; what they may see is not decided here
};

// What a route takes. bytes_max 0: it takes no body.
struct Takes {
  std::string_view content_type = "";
  std::size_t bytes_max = 0;
  std::string_view schema = "";  // JSON Schema, as JSON text; "" says only that it is an object
};
inline constexpr Takes nothing{};
constexpr Takes json_of(std::string_view schema, std::size_t bytes_max = small_body_bytes_max) {
  return {"application/json", bytes_max, schema};
}

struct Said {
  int status;
  std::string_view meaning;  // one short sentence
  std::string_view rule = "";
};

struct Route {
  std::string method;
  std::string path;
  std::string summary;
  Who who = Who::signed_in;
  Takes takes = {};
  std::vector<Said> says;  // besides those that any route can answer (400, 401, 404, 405, 413, 415, 503)
  Handler handler;
  // Although it only reads: a sheet to be printed, a whole record to be taken away, an entry to be kept
  // first.
  bool takes_long = false;
  // Whether this request only reads, and nearly always from memory: handing it to another thread would cost
  // more than answering. Asked on an I/O thread once the caller is known; none: never at hand.
  std::function<bool(Request const&)> at_hand = {};
};

class Router {
 public:
  void add(Route route);
  void add(std::vector<Route> routes);

  struct Match {
    Route const* route = nullptr;  // null: no such method there
    std::string allow;             // the methods of this path, "GET, HEAD"; "" when there is no such path
    std::map<std::string, std::string, std::less<>> named;
  };
  Match find(std::string_view method, std::vector<std::string> const& segments) const;

  std::vector<Route> const& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
  std::vector<std::vector<std::string>> patterns_;  // the path of each route, cut
};

std::string openapi_json(Router const&, std::string_view title, std::string_view version);

}  // namespace kith::http
