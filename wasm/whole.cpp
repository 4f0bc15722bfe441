// Every door: the module of all pages but the first, and the program that is asked the same.
#include "wasm/door.hpp"
#include "wasm/doors.hpp"

namespace kith::wasm {
namespace {

constexpr Door doors[] = {
    {"words_load", words_load},
    {"say", say_message},
    {"device_open", device_open},
    {"device_step", device_step},
    {"device_view", device_view},
    {"device_close", device_close},
    {"ideas", ideas_near},
    {"directory_load", directory_load},
    {"service", service_at},
    {"picture", picture},
    {"paper", paper},
    {"copy", copy_door},
    {"calendar", calendar_door},
};

}  // namespace

std::string answer(std::string_view op, std::string_view json) { return answer_by(doors, op, json); }

}  // namespace kith::wasm
