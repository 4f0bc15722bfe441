// The later dates: at about three, six and twelve months, shall we look at your circle again?
//
// They are set when a circle is finished for the first time (genie 1.7, G-84). Each can be moved, held or
// stopped on its own; one that nobody answers becomes quiet. Rules RV1-RV5 (spec/reviews.md). `fields` as in
// commands.hpp.
#pragma once
#include <optional>
#include <string_view>

#include "core/days.hpp"
#include "core/ids.hpp"
#include "core/names.hpp"

namespace kith {

enum class ReviewAt : std::uint8_t { three_months, six_months, twelve_months };
constexpr auto names_of(ReviewAt) { return name_table("three_months", "six_months", "twelve_months"); }
constexpr std::int64_t months_of(ReviewAt at) {
  return at == ReviewAt::three_months ? 3 : at == ReviewAt::six_months ? 6 : 12;
}

enum class ReviewState : std::uint8_t { waiting, held, stopped };
constexpr auto names_of(ReviewState) { return name_table("waiting", "held", "stopped"); }

struct MoveReview {
  static constexpr std::string_view name_ = "move_review";
  ReviewAt review = ReviewAt::three_months;
  Day due;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("review", s.review), v("due", s.due);
  }
};
struct HoldReview {
  static constexpr std::string_view name_ = "hold_review";
  ReviewAt review = ReviewAt::three_months;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("review", s.review);
  }
};
struct StopReview {
  static constexpr std::string_view name_ = "stop_review";
  ReviewAt review = ReviewAt::three_months;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("review", s.review);
  }
};

struct ReviewSet : MoveReview {
  static constexpr std::string_view name_ = "review_set";
};
struct ReviewMoved : MoveReview {
  static constexpr std::string_view name_ = "review_moved";
};
struct ReviewHeld : HoldReview {
  static constexpr std::string_view name_ = "review_held";
};
struct ReviewStopped : StopReview {
  static constexpr std::string_view name_ = "review_stopped";
};

struct ReviewRow {
  static constexpr std::string_view kind = "review";
  ReviewAt review = ReviewAt::three_months;
  CommandId version;
  Day due;
  ReviewState state = ReviewState::waiting;
  std::optional<Day> answered_on;
  ReviewAt id() const { return review; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("review", s.review), v("version", s.version), v("due", s.due), v("state", s.state);
    v.maybe("answered_on", s.answered_on);
  }
};

}  // namespace kith
