// A fault: the machine broke, nobody did anything wrong. A refusal is a value and never a Fault.
//
// Thrown by adapters, caught by the journal's writer (which answers everybody in its batch), by verify (which
// names the place) and at the two outermost doors, http/server.cpp and main/.
#pragma once
#include <stdexcept>
#include <string>
#include <string_view>

namespace kith::app {

enum class FaultKind {
  unavailable,  // try again later: the disk is full, the database is busy, the file cannot be opened
  corrupted,    // stored bytes are not what was written: stop and run `kith verify`
  misuse,       // a caller broke a port's contract (a bound, an order): an error in Kith itself
};

// `what()` is one sentence for the person who runs the installation; it never quotes stored content.
class Fault : public std::runtime_error {
 public:
  // `rule`: of spec/, where a rule says what then holds, and has words for whoever asked; a literal.
  Fault(FaultKind kind, std::string const& what, std::string_view rule = {})
      : std::runtime_error(what), kind_(kind), rule_(rule) {}
  FaultKind kind() const { return kind_; }
  std::string_view rule() const { return rule_; }

 private:
  FaultKind kind_;
  std::string_view rule_;
};

}  // namespace kith::app
