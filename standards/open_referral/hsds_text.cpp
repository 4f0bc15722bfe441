#include "standards/open_referral/hsds_text.hpp"

#include <algorithm>
#include <cmath>

#include "standards/open_referral/keywords.hpp"

namespace kith::open_referral {
namespace {

using wire::Json;

constexpr double number_max = 1e9;             // beyond it a fraction is a mistake and no text
constexpr double whole_number_max = 9.007e15;  // beyond it two numbers look like one

// A JSON fraction as text with six decimals at most: the only use of floating point, on the way in.
std::string text_of_number(double number) {
  bool const whole_one = std::abs(number) < whole_number_max && std::floor(number) == number;
  if (whole_one) return std::to_string(static_cast<std::int64_t>(number));
  if (!(std::abs(number) < number_max)) return {};
  auto const millionths = std::llround(std::abs(number) * 1e6);
  auto decimals = std::to_string(millionths % 1'000'000);
  decimals.insert(0, 6 - decimals.size(), '0');
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  auto const whole = std::to_string(millionths / 1'000'000);
  bool const below = number < 0 && millionths != 0;
  return (below ? "-" : "") + whole + (decimals.empty() ? "" : "." + decimals);
}

}  // namespace

std::string text_of(Json const& object, std::string_view name) {
  auto const* value = wire::member(object, name);
  if (!value) return {};
  if (auto const* text = value->get_ptr<Json::string_t const*>()) return *text;
  if (auto const* whole = value->get_ptr<Json::number_integer_t const*>()) return std::to_string(*whole);
  if (auto const* number = value->get_ptr<Json::number_float_t const*>()) return text_of_number(*number);
  return {};
}

Json::array_t const& list_of(Json const* object, std::string_view name) {
  static Json::array_t const none;
  auto const* found = object ? wire::array_at(*object, name) : nullptr;
  return found ? *found : none;
}

ideas::Newcomers newcomers_of(std::string_view text) {
  auto const words = words_of(text);
  auto const any = [&](std::initializer_list<std::string_view> keywords) {
    return std::any_of(keywords.begin(), keywords.end(), [&](auto one) { return has_keyword(words, one); });
  };
  if (any({"no waiting list", "no wait"})) return ideas::Newcomers::open;
  if (any({"waiting list", "wait list", "waitlist", "currently full"})) return ideas::Newcomers::waiting_list;
  bool const open =
      any({"drop in", "just turn up", "just come", "turn up on the day", "no need to book", "no booking",
           "no appointment", "newcomers welcome", "new members welcome", "walk in"});
  return open ? ideas::Newcomers::open : ideas::Newcomers::ask_first;
}

}  // namespace kith::open_referral
