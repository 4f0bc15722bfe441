// A refusal: a rule says no. It is an answer, not a fault, and travels as a value.
//
// `rule` is the number of the rule in `spec/` ("PL6") and points at a string literal, so it lives for ever;
// `message` is what the reader is told, in plain words. Compare by rule; equal rules may speak about
// different things.
#pragma once
#include <string_view>
#include <utility>
#include <vector>

#include "core/words/message.hpp"

namespace kith {

struct Refusal {
  std::string_view rule;
  Message message;
  friend bool operator==(Refusal const&, Refusal const&) = default;
};

// The usual refusal: its words stand in the catalogue under "refusal.<rule>".
inline Refusal refuse(std::string_view rule, std::vector<MessageArg> args = {}) {
  return {rule, {"refusal." + std::string(rule), std::move(args)}};
}

}  // namespace kith
