// What a person said they would like, and what they need: everything that decides which ideas they are shown.
//
// Each part is optional; nothing said at all is a sound value. Values; no identity in them.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/ideas/access.hpp"
#include "core/ideas/distance.hpp"
#include "core/ideas/suits.hpp"
#include "core/ideas/taxonomy.hpp"
#include "core/ids.hpp"

namespace kith::ideas {

enum class Answer : std::uint8_t { no, maybe, yes };
constexpr auto names_of(Answer) { return name_table("no", "maybe", "yes"); }

enum class NeedLevel : std::uint8_t { essential, preferred };
constexpr auto names_of(NeedLevel) { return name_table("essential", "preferred"); }

// A point is "near here". An area is "anywhere round there": inside it all are equally near. From home is
// what needs no journey at all, and so no place: national and online only (rule ID28).
enum class NearKind : std::uint8_t { none, point, area, from_home };
constexpr auto names_of(NearKind) { return name_table("none", "point", "area", "from_home"); }
constexpr bool is_a_place(NearKind kind) { return kind == NearKind::point || kind == NearKind::area; }

inline constexpr std::int32_t how_far_m_default = 5'000;  // until the person says (rule ID8)
inline constexpr std::int32_t how_far_m_max = 200'000;

struct Company {
  ServiceId service;
  std::string name;  // the person's own word for who would come along
  friend bool operator==(Company const&, Company const&) = default;
};

struct Preferences {
  std::array<std::optional<Answer>, count_of<Theme>> answers{};  // by theme; absent: not answered
  SubCategorySet wanted_back;                                    // used to enjoy, and would like again
  AccessNeedSet essential, preferred;
  Suits suits;
  NearKind near = NearKind::none;
  Point here;  // the point, or the middle of the area; unused when near is none
  std::int32_t how_far_m = how_far_m_default;
  std::optional<std::uint8_t> age;
  std::vector<Company> company;
  std::vector<ServiceId> not_again;  // chosen already, or set aside

  std::optional<Answer> answer(Theme theme) const { return answers[static_cast<std::size_t>(theme)]; }
  std::int32_t way_m() const { return std::clamp(how_far_m, 0, how_far_m_max); }
  void set(Theme theme, std::optional<Answer> to) { answers[static_cast<std::size_t>(theme)] = to; }
  friend bool operator==(Preferences const&, Preferences const&) = default;
};

}  // namespace kith::ideas
