// A message: what is to be said, before it is said in any language.
//
// The core never holds sentences. It names a pattern of the catalogue (`web/src/words/<language>.json`) and
// hands over the person's own words as arguments; `core/words/format.hpp` turns both into text. Values,
// UTF-8.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace kith {

using MessageValue = std::variant<std::string, std::int64_t, std::vector<std::string>>;

struct MessageArg {
  std::string name;
  MessageValue value;
  friend bool operator==(MessageArg const&, MessageArg const&) = default;
};

struct Message {
  std::string key;
  std::vector<MessageArg> args;
  friend bool operator==(Message const&, Message const&) = default;
};

}  // namespace kith
