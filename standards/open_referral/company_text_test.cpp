#include "standards/open_referral/company_text.hpp"

#include <gtest/gtest.h>

namespace kith::open_referral {
namespace {

TEST(CompanyText, DI30_only_what_has_one_meaning_is_read_and_never_as_a_no) {
  using ideas::GroupSize;
  using ideas::Known;
  struct Case {
    char const* text;
    GroupSize group;
    Known alone, with_somebody;
  };
  Case const cases[] = {
      {"We meet in a small group.", GroupSize::small, Known::unknown, Known::unknown},
      {"One-to-one support", GroupSize::one_or_two, Known::unknown, Known::unknown},
      {"One to one, or in a small group", GroupSize::unknown, Known::unknown, Known::unknown},
      {"Not a small group", GroupSize::unknown, Known::unknown, Known::unknown},
      {"Most people come on their own. Come on your own, or bring a friend!", GroupSize::unknown, Known::yes,
       Known::yes},
      {"You do not have to come alone.", GroupSize::unknown, Known::unknown, Known::unknown},
      {"Please do not bring a friend", GroupSize::unknown, Known::unknown, Known::unknown},
      {"Anybody welcome", GroupSize::unknown, Known::unknown, Known::unknown},
  };
  for (auto const& one : cases) {
    ideas::Service made;
    read_company_text(one.text, made);
    EXPECT_EQ(made.group, one.group) << one.text;
    EXPECT_EQ(made.come_alone, one.alone) << one.text;
    EXPECT_EQ(made.access.of(ideas::AccessNeed::companion_welcome), one.with_somebody) << one.text;
  }
}

}  // namespace
}  // namespace kith::open_referral
