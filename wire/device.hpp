// The device machine's inputs, outputs and stored entries as JSON (spec/device.md).
#pragma once
#include <variant>
#include <vector>

#include "core/device/device.hpp"
#include "wire/json.hpp"

namespace kith::wire {

std::variant<Device, Refusal> read_opening(Json const&);  // what `device_open` is given
std::variant<DeviceInput, Refusal> read_input(Json const&);
Json write_outputs(Device const&, std::vector<DeviceOutput> const&);
std::optional<ZoneRules> read_zone(Json const&);  // {"transitions":[[instant_ms, offset_min]…]}
Json write_zone(ZoneRules const&);

}  // namespace kith::wire
