// A collection: a named list of places to print or to hand over. Rules CO1-CO7 (spec/collections.md).
//
// It is about no person: whoever makes it gathers entries of the directory and puts a line of their own words
// to each. A line keeps the name the entry had, for the day when the entry is gone. Values, pure.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/ids.hpp"
#include "core/record/text.hpp"
#include "core/refusal.hpp"

namespace kith {

using CollectionId = Id<struct CollectionTag>;
using HandingId = Id<struct HandingTag>;

inline constexpr std::size_t collection_lines_max = 40;
inline constexpr std::size_t collections_per_account_max = 24;
using LineWords = Text<400>;  // a sentence or two of whoever gathered it

struct CollectionLine {
  ServiceId service;
  Name name;  // as the entry was called when it was put on
  std::optional<LineWords> words;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("service", s.service), v("name", s.name), v.maybe("words", s.words);
  }
  friend bool operator==(CollectionLine const&, CollectionLine const&) = default;
};

struct Collection {
  CollectionId id;
  Name name;
  bool shared = false;  // colleagues can see it, and pick up a copy
  std::vector<CollectionLine> lines;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("name", s.name), v.maybe("shared", s.shared), v("lines", s.lines);
  }
  friend bool operator==(Collection const&, Collection const&) = default;
};

// What one account has gathered.
struct Collections {
  std::vector<Collection> list;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("list", s.list);
  }
};

// nullopt: it is a sound list. CO1 otherwise.
std::optional<Refusal> refused(Name const& name, std::vector<CollectionLine> const& lines);

// Puts it in, or in the place of the one with its id. Refused: CO1, CO2.
std::optional<Refusal> put(Collections&, Collection);

}  // namespace kith
