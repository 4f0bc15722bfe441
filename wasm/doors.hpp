// The doors of the browser module: one function per op of spec/device.md, each JSON in, JSON or a refusal
// out. What is open behind them belongs to the module; one thread.
#pragma once
#include <string>
#include <string_view>

namespace kith::wasm {

// `{"ok":…}` or `{"refusal":{rule, message}}`. Never fails: what cannot be read is refused (rule DV9).
std::string answer(std::string_view op, std::string_view json);

}  // namespace kith::wasm
