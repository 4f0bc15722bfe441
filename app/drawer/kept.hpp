// What a drawer holds under a name, read as one of ours.
#pragma once
#include <optional>
#include <string_view>

#include "app/drawer/drawer.hpp"
#include "wire/fields.hpp"

namespace kith::app {

// nullopt: nothing was put there, or it is none of ours.
template <class Kept>
std::optional<Kept> kept_in(Drawer& drawer, AccountId account, std::string_view name) {
  auto const content = drawer.look(account, name);
  auto const json = content ? wire::read_json(*content) : wire::JsonRefusal{};
  Kept kept;
  wire::FieldFault fault;
  auto const* read = std::get_if<wire::Json>(&json);
  return read && wire::decode(*read, kept, fault) ? std::optional(std::move(kept)) : std::nullopt;
}

}  // namespace kith::app
