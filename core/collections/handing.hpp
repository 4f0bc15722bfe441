// Handing a collection over to a person: it shows up among their ideas, to pick from. Rules CO6 and CO7
// (spec/collections.md).
//
// What was handed over is a copy: the list may change later, what the person was given does not. Nothing is
// asked back: nobody sees whether they looked. Values.
#pragma once
#include <string_view>
#include <vector>

#include "core/collections/collection.hpp"
#include "core/days.hpp"

namespace kith {

struct HandCollection {
  static constexpr std::string_view name_ = "hand_collection";
  HandingId handing;
  Name title;
  std::vector<CollectionLine> lines;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("handing", s.handing), v("title", s.title), v("lines", s.lines);
  }
};
struct PutAwayHanded {
  static constexpr std::string_view name_ = "put_away_handed";
  HandingId handing;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("handing", s.handing);
  }
};
struct CollectionHanded : HandCollection {
  static constexpr std::string_view name_ = "collection_handed";
};
struct HandedPutAway : PutAwayHanded {
  static constexpr std::string_view name_ = "handed_put_away";
};

}  // namespace kith
