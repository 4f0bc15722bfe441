#include "wire/words.hpp"

#include <gtest/gtest.h>

namespace kith::wire {
namespace {

TEST(read_catalogue, WO5_is_one_flat_object_of_texts) {
  auto const good = read_catalogue(CatalogueLanguage::en, R"({"a":"Hello {name}","b":"Good night"})");
  ASSERT_TRUE(std::holds_alternative<Catalogue>(good));
  EXPECT_EQ(say({"a", {{"name", "Sam"}}}, std::get<Catalogue>(good)), "Hello Sam");
  for (auto const* text : {"", "[]", R"({"a":1})", R"({"a":{"b":"c"}})", R"({"a":"b","a":"c"})"}) {
    auto const read = read_catalogue(CatalogueLanguage::en, text);
    ASSERT_TRUE(std::holds_alternative<Refusal>(read)) << text;
    EXPECT_EQ(std::get<Refusal>(read).rule, "WO5") << text;
  }
}

}  // namespace
}  // namespace kith::wire
