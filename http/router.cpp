#include "http/router.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "http/target.hpp"

namespace kith::http {
namespace {

bool is_name(std::string_view part) { return part.starts_with('{') && part.ends_with('}'); }

std::vector<std::string> pattern_of(std::string_view path) {
  std::vector<std::string> pattern;
  if (path == "/") return pattern;
  for (auto const part : cut(path.substr(1), '/')) pattern.emplace_back(part);
  return pattern;
}

// How well a pattern fits: one letter a segment, "=" for the same word, "{" for a name; "" when it does not.
// "=" sorts before "{", so the smallest fit is the most literal one.
std::optional<std::string> fit(std::vector<std::string> const& pattern,
                               std::vector<std::string> const& segments) {
  if (pattern.size() != segments.size()) return std::nullopt;
  std::string how;
  for (std::size_t n = 0; n < pattern.size(); ++n) {
    if (pattern[n] == segments[n]) {
      how += '=';
    } else if (is_name(pattern[n]) && !segments[n].empty()) {
      how += '{';
    } else {
      return std::nullopt;
    }
  }
  return how;
}

bool same_shape(std::vector<std::string> const& a, std::vector<std::string> const& b) {
  return std::ranges::equal(a, b,
                            [](auto const& x, auto const& y) { return is_name(x) ? is_name(y) : x == y; });
}

std::string listed(std::set<std::string> const& methods) {
  std::string list;
  for (auto const& method : methods) list += (list.empty() ? "" : ", ") + method;
  return list;
}

}  // namespace

void Router::add(Route route) {
  if (!route.path.starts_with('/'))
    throw std::logic_error("a route's path starts with a slash: " + route.path);
  auto pattern = pattern_of(route.path);
  for (std::size_t n = 0; n < routes_.size(); ++n) {
    if (routes_[n].method == route.method && same_shape(patterns_[n], pattern)) {
      throw std::logic_error("two routes of one shape: " + route.method + " " + route.path);
    }
  }
  routes_.push_back(std::move(route));
  patterns_.push_back(std::move(pattern));
}

void Router::add(std::vector<Route> routes) {
  for (auto& route : routes) add(std::move(route));
}

Router::Match Router::find(std::string_view method, std::vector<std::string> const& segments) const {
  auto const wanted = method == "HEAD" ? std::string_view("GET") : method;
  Match match;
  std::set<std::string> methods;
  std::string best;
  std::size_t found = routes_.size();
  for (std::size_t n = 0; n < routes_.size(); ++n) {
    auto const how = fit(patterns_[n], segments);
    if (!how) continue;
    methods.insert(routes_[n].method);
    if (routes_[n].method == "GET") methods.insert("HEAD");
    if (routes_[n].method != wanted || (found < routes_.size() && best <= *how)) continue;
    found = n;
    best = *how;
  }
  match.allow = listed(methods);
  if (found == routes_.size()) return match;
  match.route = &routes_[found];
  for (std::size_t n = 0; n < segments.size(); ++n) {
    auto const& part = patterns_[found][n];
    if (is_name(part)) match.named.emplace(part.substr(1, part.size() - 2), segments[n]);
  }
  return match;
}

}  // namespace kith::http
