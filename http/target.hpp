// The target of a request, read once and strictly: "/api/records/…?as=html" into segments and query. HT3.
//
// Percent-encoding is undone once, after cutting, so that an encoded slash can never make a second path. Dot
// segments are refused rather than walked: no path of ours has one.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.hpp"

namespace kith::http {

// Fills path, segments and query out of the target as sent. False: unreadable, answer 400 (HT3).
bool read_target(std::string_view target, Request&);

// Fills cookies out of the Cookie headers. Whatever is not name=value is skipped: browsers send what others
// set.
void read_cookies(Request&);

std::vector<std::string_view> cut(std::string_view text, char at);
std::string_view trimmed(std::string_view text);              // of spaces and tabs
bool same_ignoring_case(std::string_view, std::string_view);  // of ASCII letters

}  // namespace kith::http
