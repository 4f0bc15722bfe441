#include "standards/open_referral/cleaner.hpp"

#include <gtest/gtest.h>

#include "standards/open_referral/access_text.hpp"
#include "standards/open_referral/keywords.hpp"
#include "standards/open_referral/markup.hpp"

namespace kith::open_referral {
namespace {

// One cleaner over a ledger of one row, and what it noted.
struct Desk {
  ideas::ImportLedger ledger;
  ideas::LedgerRow row = ledger.add_row(ledger.add_file("x.csv"), 1);
  ideas::Places places{
      std::vector<ideas::District>{{"M33", "", "Trafford", "", "England", {53'420'000, -2'320'000}}}};
  Cleaner cleaner{ledger, row, &places};
  std::string notes() const {
    std::string text;
    for (auto const& repair : ledger.repairs()) text += repair.field + ": " + std::string(repair.how) + "\n";
    return text;
  }
};

struct Case {
  char const* sentence;
  std::string raw, kept, note;
};

TEST(Cleaner, DI11_and_DI12_text_is_made_fit_to_keep_and_each_change_is_noted) {
  Case const cases[] = {
      {"good text is kept as it is", "Choir, for all.", "Choir, for all.", ""},
      {"DI11 a NUL byte", std::string("Cho\0ir", 6), "Choir", "f: control characters were taken out\n"},
      {"DI11 an escape", "Cho\x1B[31mir", "Cho[31mir", "f: control characters were taken out\n"},
      {"DI11 a mark that turns the reading direction", "Cho\xE2\x80\xAEir", "Choir",
       "f: control characters were taken out\n"},
      {"DI11 mark-up", "<p>Come &amp; sing</p><br/>Free", "Come & sing Free", "f: mark-up was taken out\n"},
      {"DI11 a script's words are not text", "Hi<script>alert(1)</script>", "Hi",
       "f: mark-up was taken out\n"},
      {"a lone < is text", "a < b", "a < b", ""},
      {"spaces are tidied without a word", "  a \t b\n c ", "a b c", ""},
      {"a space without a break is a space",
       "a\xC2\xA0\xC2\xA0"
       "b",
       "a b", ""},
      {"DI11 too long", std::string(30, 'x'), std::string(20, 'x'), "f: was too long and was cut\n"},
      {"DI11 never half a letter", std::string(19, 'x') + "é", std::string(19, 'x'),
       "f: was too long and was cut\n"},
      {"DI12 a formula", "=HYPERLINK(A1)", "=HYPERLINK(A1)", "f: begins like a formula; kept as text\n"},
      {"DI12 a formula with a minus", "-SUM(A1)", "-SUM(A1)", "f: begins like a formula; kept as text\n"},
      {"an international number is no formula", "+44 161 000", "+44 161 000", ""},
  };
  for (auto const& c : cases) {
    Desk desk;
    EXPECT_EQ(desk.cleaner.text("f", c.raw, 20), c.kept) << c.sentence;
    EXPECT_EQ(desk.notes(), c.note) << c.sentence;
  }
}

TEST(Markup, DI11_entities_become_their_characters_and_mark_up_of_mark_up_goes) {
  struct Said {
    char const* raw;
    char const* kept;
  };
  Said const cases[] = {
      {"caf&eacute; &hellip; &mdash; &bull; &pound;3", "café … — • £3"},
      {"it&#8217;s &#x2019; &#X2019; &#146;", "it’s ’ ’ ’"},
      {"&lt;p&gt;Hello&lt;/p&gt;", "Hello"},
      {"a&amp;nbsp;b &amp;amp; c", "a b & c"},
      {"Hi &lt;script&gt;alert(1)&lt;/script&gt;", "Hi"},
      {"write to &lt;your name&gt;", "write to <your name>"},
      {"a<b, I <3 dogs. <i>So</i>", "a<b, I <3 dogs. So"},
      {"&#0; &#xD800; &#1114112; &#99999999999; &nosuch; R&D; &;",
       "&#0; &#xD800; &#1114112; &#99999999999; &nosuch; R&D; &;"},
  };
  for (auto const& c : cases) {
    Desk desk;
    EXPECT_EQ(desk.cleaner.line("f", c.raw), c.kept) << c.raw;
  }
}

TEST(Cleaner, paragraphs_stay_in_prose) {
  Desk desk;
  EXPECT_EQ(desk.cleaner.prose("f", "One. \r\n\n\n\nTwo.\n Three."), "One.\n\nTwo.\nThree.");
}

TEST(Cleaner, DI13_only_web_links_are_kept) {
  Case const cases[] = {
      {"https", "https://example.org/a?b=c", "https://example.org/a?b=c", ""},
      {"http in capitals", "HTTP://example.org", "HTTP://example.org", ""},
      {"no scheme", "www.example.org/x", "https://www.example.org/x", "put in front"},
      {"a script", "javascript:alert(1)", "", "left out"},
      {"another scheme", "ftp://example.org", "", "left out"},
      {"a file", "file:///etc/passwd", "", "left out"},
      {"another host in the name's place", "https://example.org@evil.example", "", "left out"},
      {"a quote that would end an attribute", "https://example.org/\"onclick=", "", "left out"},
      {"no host", "https://", "", "left out"},
      {"no dot", "http://localhost/x", "", "left out"},
      {"a sentence", "ask at the desk", "", "left out"},
      {"several", "http://a.example http://b.example", "http://a.example", "first of several"},
      {"nothing", "  ", "", ""},
  };
  for (auto const& c : cases) {
    Desk desk;
    EXPECT_EQ(desk.cleaner.website(c.raw), c.kept) << c.sentence;
    EXPECT_EQ(desk.notes().find(c.note) != std::string::npos, true) << c.sentence << ": " << desk.notes();
    EXPECT_EQ(desk.notes().empty(), c.note.empty()) << c.sentence;
  }
}

TEST(Cleaner, DI14_numbers_and_addresses_are_kept_mended_or_left_out) {
  struct Contact {
    char const* sentence;
    char const* raw;
    char const* phone;
    char const* email;
  };
  Contact const cases[] = {
      {"a number", "0161 832 3736", "0161 832 3736", ""},
      {"a number that lost its 0", "1617903377", "01617903377", ""},
      {"a letter O for a 0", "O1706 369 777", "01706 369 777", ""},
      {"quoted", "\"+44 1234 234567\"", "+44 1234 234567", ""},
      {"zeros", "00000 000000", "", ""},
      {"an address", "info@example.org", "", "info@example.org"},
      {"both",
       "info@example.org\xC2\xA0"
       "0161 832 3736",
       "0161 832 3736", "info@example.org"},
      {"both the other way round", "0161 832 3736\ninfo@example.org;", "0161 832 3736", "info@example.org"},
      {"an address without a host", "info@", "", ""},
      {"two at signs", "a@b@example.org", "", ""},
      {"an address that would add a copy", "a@example.org?cc=b@example.org", "", ""},
      {"words", "Information will be posted", "", ""},
      {"DI14 a spreadsheet's rounding", "1.61E+09", "", ""},
      {"DI14 a spreadsheet's sign for text", "=\"0161 912 0000\"", "0161 912 0000", ""},
      {"DI14 from abroad", "0044 161 912 0000", "+44 161 912 0000", ""},
      {"DI14 a link to ring", "tel:0161 912 0000", "0161 912 0000", ""},
      {"DI14 a link to write", "mailto:jo@example.org", "", "jo@example.org"},
      {"DI14 a name before the address", "Jo <jo@example.org>", "", "jo@example.org"},
  };
  for (auto const& c : cases) {
    Desk desk;
    ideas::Service service;
    desk.cleaner.contact(c.raw, service);
    EXPECT_EQ(service.phone, c.phone) << c.sentence;
    EXPECT_EQ(service.email, c.email) << c.sentence;
  }
  Desk desk;
  EXPECT_EQ(desk.cleaner.age("age_min", "18"), 18);
  EXPECT_EQ(desk.cleaner.age("age_min", "eighteen"), std::nullopt);
  EXPECT_EQ(desk.cleaner.age("age_max", "300"), std::nullopt);
  EXPECT_EQ(desk.cleaner.day("checked_on", "2026-05-04T10:00:00Z"), day_of({2026, 5, 4}));
  EXPECT_EQ(desk.cleaner.day("checked_on", "4 May"), std::nullopt);
  EXPECT_EQ(desk.ledger.repairs().size(), 3u);
  EXPECT_EQ(desk.cleaner.day("checked_on", "13/05/2026"), day_of({2026, 5, 13}));
  EXPECT_EQ(desk.cleaner.day("checked_on", "13/05/2026 10:30"), day_of({2026, 5, 13}));
  EXPECT_EQ(desk.cleaner.day("checked_on", "4.5.2026"), day_of({2026, 5, 4})) << "day first";
  EXPECT_EQ(desk.cleaner.day("checked_on", "13-May-26"), day_of({2026, 5, 13}));
  EXPECT_EQ(desk.cleaner.day("checked_on", "05/13/2026"), std::nullopt);
  EXPECT_EQ(desk.cleaner.day("checked_on", "31/02/2026"), std::nullopt);
}

TEST(Cleaner, DI15_a_service_stands_at_its_coordinates_or_in_its_postcode_district) {
  struct Place {
    char const* sentence;
    char const* lat;
    char const* lon;
    char const* postcode;
    std::optional<ideas::Point> point;
    bool rough;
  };
  ideas::Point const middle{53'420'000, -2'320'000};
  Place const cases[] = {
      {"coordinates", "53.4239", "-2.3", "M33 1AA", ideas::Point{53'423'900, -2'300'000}, false},
      {"more decimals than needed are rounded", "53.37195383282586", "-2.3600202903966987", "",
       ideas::Point{53'371'954, -2'360'020}, false},
      {"no coordinates", "", "", "M33 1AA", middle, true},
      {"off this world", "100", "101", "M33 1AA", middle, true},
      {"the sea off Africa", "0", "0.0", "", {}, false},
      {"words", "north", "west", "", {}, false},
      {"an unknown district", "", "", "ZZ9 9ZZ", {}, false},
      {"nothing known", "", "", "", {}, false},
  };
  for (auto const& c : cases) {
    Desk desk;
    ideas::Service service;
    service.postcode = c.postcode;
    desk.cleaner.place(service, c.lat, c.lon);
    EXPECT_EQ(service.point, c.point) << c.sentence;
    EXPECT_EQ(service.point_is_rough, c.rough) << c.sentence;
  }
}

TEST(Cleaner, DI15_a_named_area_stands_at_its_middle_and_reaches_its_edge) {
  Desk desk;
  ideas::Service service;
  service.area = "Trafford";
  desk.cleaner.place_area(service);
  EXPECT_EQ(service.point, (ideas::Point{53'420'000, -2'320'000}));
  EXPECT_GT(service.radius_m, 0);
}

TEST(AccessText, ID9_what_no_sentence_names_stays_unknown) {
  using enum ideas::AccessNeed;
  struct Said {
    char const* text;
    ideas::AccessNeed need;
    ideas::Known known;
  };
  Said const cases[] = {
      {"Step-free from the car park.", step_free, ideas::Known::yes},
      {"Wheelchair access is possible on all levels.", step_free, ideas::Known::yes},
      {"No steps at all.", step_free, ideas::Known::yes},
      {"Not wheelchair accessible: four steps up.", step_free, ideas::Known::no},
      {"No step-free way in.", step_free, ideas::Known::no},
      {"There is an accessible toilet but no hearing loop.", toilet, ideas::Known::yes},
      {"There is an accessible toilet but no hearing loop.", hearing_loop, ideas::Known::no},
      {"Not far from the bus stop.", near_bus_stop, ideas::Known::yes},
      {"A ramp. Sorry, the ramp is not there in winter.", step_free, ideas::Known::no},
      {"A lovely old hall.", step_free, ideas::Known::unknown},
      {"", quiet, ideas::Known::unknown},
  };
  for (auto const& c : cases) {
    ideas::AccessFacts facts;
    read_access_text(c.text, facts);
    EXPECT_EQ(facts.of(c.need), c.known) << c.text;
  }
}

TEST(Keywords, DI16_whole_words_only_unless_a_keyword_ends_in_a_star) {
  struct Word {
    char const* text;
    char const* keyword;
    bool found;
  };
  Word const cases[] = {
      {"Arts and crafts", "art", false},
      {"Art for all", "art", true},
      {"A party", "art", false},
      {"Gardening", "garden*", true},
      {"The rear-garden", "garden", true},
      {"Men's shed", "men s shed", true},
      {"MEN'S SHED", "men s shed", true},
      {"", "art", false},
      {"art", "", false},
  };
  for (auto const& c : cases)
    EXPECT_EQ(has_keyword(words_of(c.text), c.keyword), c.found) << c.text << " / " << c.keyword;
}

TEST(Keywords, DI16_words_with_two_meanings_do_not_mislead) {
  EXPECT_TRUE(
      general_sub_categories(words_of("A fund run by volunteers for the benefit of the public")).empty());
  using enum ideas::SubCategory;
  EXPECT_TRUE(general_sub_categories(words_of("Learning disabilities group")).has(health_conditions));
  EXPECT_FALSE(general_sub_categories(words_of("Learning disabilities group")).has(education_and_learning));
}

}  // namespace
}  // namespace kith::open_referral
