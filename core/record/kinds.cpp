// What every kind of command and event shares, compiled once: with some sixty kinds each, every file that
// moves one would otherwise spend seconds on it.
#include "core/record/commands.hpp"
#include "core/record/events.hpp"

namespace kith {

Ask::Ask() = default;
Ask::Ask(Ask const&) = default;
Ask::Ask(Ask&&) noexcept = default;
Ask& Ask::operator=(Ask const&) = default;
Ask& Ask::operator=(Ask&&) noexcept = default;
Ask::~Ask() = default;

Fact::Fact() = default;
Fact::Fact(Fact const&) = default;
Fact::Fact(Fact&&) noexcept = default;
Fact& Fact::operator=(Fact const&) = default;
Fact& Fact::operator=(Fact&&) noexcept = default;
Fact::~Fact() = default;

std::string_view name_of(Ask const& ask) {
  return std::visit([](auto const& one) { return one.name_; }, ask);
}
std::string_view name_of(Fact const& fact) {
  return std::visit([](auto const& one) { return one.name_; }, fact);
}

}  // namespace kith
