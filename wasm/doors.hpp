// The doors of the browser module: one function per op of spec/device.md, each JSON in, JSON or a refusal
// out.
#pragma once
#include <functional>
#include <string_view>
#include <variant>

#include "core/refusal.hpp"
#include "wire/json.hpp"

namespace kith::wasm {

using Answer = std::variant<wire::Json, Refusal>;

Answer call(std::string_view op, wire::Json const& in);

}  // namespace kith::wasm
