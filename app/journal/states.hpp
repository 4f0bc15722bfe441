// Several tentative states behind one writer: each hears of every batch and knows its own streams.
//
// The states are borrowed. The writer's thread only.
#pragma once
#include <utility>
#include <vector>

#include "app/journal/writer.hpp"

namespace kith::app {

class States final : public TentativeState {
 public:
  explicit States(std::vector<TentativeState*> states) : states_(std::move(states)) {}

  void begin() override {
    for (auto* state : states_) state->begin();
  }
  void publish(std::span<StreamHead const> changed, std::span<IdBits const> stale) override {
    for (auto* state : states_) state->publish(changed, stale);
  }
  void drop(std::span<IdBits const> touched) override {
    for (auto* state : states_) state->drop(touched);
  }

 private:
  std::vector<TentativeState*> const states_;
};

}  // namespace kith::app
