// The doors for what goes out: the text of a visit, a calendar file, and sheets other than the plan.
//
// Each obeys the safe ways inside the core; here JSON becomes its question and its answer. One thread.
#pragma once
#include <variant>

#include "core/device/device.hpp"
#include "core/paper/plan_page.hpp"
#include "wire/json.hpp"

namespace kith::wasm {

using Answer = std::variant<wire::Json, Refusal>;

// What a door needs of the page it opens on.
struct OnDevice {
  Device const& device;
  ViewContext context;
  Catalogue const& catalogue;
};
Answer copy_visit(OnDevice const&, wire::Json const& in);
Answer calendar(OnDevice const&);
Answer other_paper(OnDevice const&, PaperContext const&, std::string_view style, wire::Json const& in);

}  // namespace kith::wasm
