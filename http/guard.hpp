// The guard at the door: is this our name, is this write from our own page, what may the browser do with the
// answer? Rules HT6, HT7 and HT11.
//
// A page of another site can make a browser send us requests, and can point its own name at 127.0.0.1. The
// Host check stops the second, the Origin check and SameSite cookies the first. Pure functions of the
// request.
#pragma once
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace kith::http {

struct Door {
  std::string public_origin;  // "https://kith.example.org"; "" means reached on this machine only

  bool secure() const { return public_origin.starts_with("https://"); }
  // __Host- keeps a cookie from being set by a neighbouring site, and needs https.
  std::string cookie_name() const { return secure() ? "__Host-kith" : "kith"; }
  std::string known_cookie_name() const { return cookie_name() + "-known"; }
};

bool is_loopback_name(std::string_view host);  // "localhost:8420", "127.0.0.1", "[::1]:8420"
bool is_loopback_address(std::string_view address);

bool is_our_host(Door const&, Request const&);    // HT6
bool is_our_origin(Door const&, Request const&);  // HT7: a write of a browser comes from our own page

void add_security_headers(Door const&, Answer&);  // HT11; a header the answer already has is left alone

}  // namespace kith::http
