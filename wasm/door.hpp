// One door of a browser module: an op of spec/device.md and what answers it.
//
// There are two modules. The first has what the first screen needs, so that it comes quickly; the whole one
// has every door and takes its place as soon as it is here. A module holds only the doors in its list.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "wasm/out_doors.hpp"

namespace kith::wasm {

struct Door {
  std::string_view op;
  Answer (*open)(wire::Json const&);
};

Answer words_load(wire::Json const&);
Answer say_message(wire::Json const&);
Answer device_open(wire::Json const&);
Answer device_step(wire::Json const&);
Answer device_view(wire::Json const&);
Answer device_close(wire::Json const&);
Answer ideas_near(wire::Json const&);
Answer directory_load(wire::Json const&);
Answer service_at(wire::Json const&);
Answer picture(wire::Json const&);
Answer paper(wire::Json const&);
Answer copy_door(wire::Json const&);
Answer calendar_door(wire::Json const&);

// As `answer` of doors.hpp, by these doors and no others.
std::string answer_by(std::span<Door const>, std::string_view op, std::string_view json);

}  // namespace kith::wasm
