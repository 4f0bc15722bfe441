// The doors that the first screen needs: a record is opened, shown and changed, and everything is said in
// words.
#include "wasm/door.hpp"
#include "wasm/doors.hpp"

namespace kith::wasm {
namespace {

constexpr Door doors[] = {
    {"words_load", words_load},   {"say", say_message},         {"device_open", device_open},
    {"device_step", device_step}, {"device_view", device_view}, {"device_close", device_close},
};

}  // namespace

std::string answer(std::string_view op, std::string_view json) { return answer_by(doors, op, json); }

}  // namespace kith::wasm
