#include "standards/open_referral/cost_options.hpp"

#include <algorithm>
#include <array>

#include "standards/open_referral/cleaner.hpp"
#include "standards/open_referral/hsds_text.hpp"
#include "standards/open_referral/keywords.hpp"
#include "standards/open_referral/schedule_parts.hpp"

namespace kith::open_referral {
namespace {

using wire::Json;

constexpr std::int64_t low_cost_pence_max = 500;
constexpr std::size_t money_digits_max = 7;
constexpr std::string_view pound = "\xC2\xA3", dash = "\xE2\x80\x93";

constexpr std::array<std::string_view, 7> ways_to_say_free = {
    " free of charge ", " no charge ", " no charges ",    " no cost ",
    " no fee ",         " no fees ",   " without charge "};
// What "free" is not about, or about only some people or some times.
constexpr std::array<std::string_view, 50> doubts_of_free = {"not free",
                                                             "isn t free",
                                                             "isn't free",
                                                             "first",
                                                             "trial",
                                                             "taster*",
                                                             "then",
                                                             "after",
                                                             "unless",
                                                             "except*",
                                                             "member*",
                                                             "concession*",
                                                             "under",
                                                             "over",
                                                             "aged",
                                                             "age",
                                                             "child*",
                                                             "kid*",
                                                             "baby",
                                                             "babies",
                                                             "student*",
                                                             "carer*",
                                                             "companion*",
                                                             "resident*",
                                                             "if",
                                                             "some",
                                                             "most",
                                                             "may",
                                                             "can be",
                                                             "sometimes",
                                                             "often",
                                                             "usually",
                                                             "eligib*",
                                                             "qualif*",
                                                             "means test*",
                                                             "subject",
                                                             "free from",
                                                             "free park*",
                                                             "free tea*",
                                                             "free wi*",
                                                             "free refreshment*",
                                                             "gluten free",
                                                             "sugar free",
                                                             "smoke free",
                                                             "dairy free",
                                                             "charge*",
                                                             "pay",
                                                             "paid",
                                                             "payable",
                                                             "a fee"};
constexpr std::array<std::string_view, 6> more_than_said = {"from",     "plus",    "minimum",
                                                            "at least", "deposit", "upwards"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
std::string_view without_spaces(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

struct Amount {
  std::int64_t pence;
  std::size_t until;  // in the text
};
// The number that begins here: "1,000", "4.50"; nullopt when it is too long for money.
std::optional<Amount> number_at(std::string_view text, std::size_t at) {
  std::string digits;
  while (at < text.size()) {
    bool const mark = (text[at] == '.' || text[at] == ',') && at + 1 < text.size() && is_digit(text[at + 1]);
    if (!is_digit(text[at]) && !mark) break;
    if (text[at] != ',') digits += text[at];
    ++at;
  }
  auto const millionths = millionths_of_text(digits, money_digits_max);
  if (!millionths) return std::nullopt;
  return Amount{*millionths / 10'000, at};
}

// Every sum of money in pounds and pence: "£2", "£4-6", "5 pounds", "GBP 5", "50p".
std::vector<std::int64_t> amounts_in(std::string_view text) {
  std::vector<std::int64_t> amounts;
  std::optional<std::size_t> money_until;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    auto const number = number_at(text, at);
    if (!number) return amounts;
    auto const before = upper(without_spaces(text.substr(0, at).substr(at > 8 ? at - 8 : 0)));
    auto const after = words_of(text.substr(number->until, 10));
    bool const pounds = before.ends_with(pound) || before.ends_with("GBP") || after.starts_with(" pound") ||
                        after.starts_with(" gbp ") || after.starts_with(" quid ");
    bool const pence = !before.ends_with(pound) && (after.starts_with(" p ") || after.starts_with(" pence "));
    bool in_range = false;
    if (money_until) {
      auto const between = without_spaces(text.substr(*money_until, at - *money_until));
      in_range = between == "-" || between == dash || between == "/" || between == "to" || between == "or";
    }
    if (pounds || pence || in_range) {
      amounts.push_back(pence ? number->pence / 100 : number->pence);
      money_until = number->until;
    }
    at = number->until - 1;
  }
  return amounts;
}

bool has_any(std::string const& words, auto const& keywords) {
  return std::any_of(keywords.begin(), keywords.end(), [&](auto one) { return has_keyword(words, one); });
}

std::string replaced(std::string words, std::string_view what, std::string_view with) {
  for (auto at = words.find(what); at != std::string::npos; at = words.find(what, at + 1))
    words.replace(at, what.size(), with);
  return words;
}

}  // namespace

std::optional<std::int64_t> pence_of(Json const& option) {
  auto const text = text_of(option, "amount");
  auto const millionths = millionths_of_text(text, money_digits_max);
  if (millionths) return *millionths < 0 ? std::nullopt : std::optional(*millionths / 10'000);
  auto const amounts = amounts_in(text);
  return amounts.size() == 1 ? std::optional(amounts.front()) : std::nullopt;
}

std::string cost_option_text(Json const& option) {
  auto const pence = pence_of(option);
  auto const said = text_of(option, "amount_description"), who = text_of(option, "option");
  std::string text;
  if (pence && *pence > 0) {
    auto const currency = words_of(text_of(option, "currency"));
    auto const cents = std::to_string(*pence % 100);
    auto const amount = std::to_string(*pence / 100) +
                        (*pence % 100 == 0 ? "" : "." + std::string(2 - cents.size(), '0') + cents);
    text = currency == " gbp " || currency == " " ? "£" + amount : amount + " " + text_of(option, "currency");
  } else if (pence) {
    text = "Free";
  } else if (auto const amount = text_of(option, "amount"); !amount.starts_with("-")) {
    text = amount;  // words, where a number should be
  }
  if (!said.empty()) text += (text.empty() ? "" : " ") + said;
  if (!who.empty()) text += (text.empty() ? "" : ", ") + who;
  return text;
}

ideas::Cost cost_of_pence(std::int64_t pence) {
  if (pence == 0) return ideas::Cost::free;
  return pence <= low_cost_pence_max ? ideas::Cost::low : ideas::Cost::paid;
}

ideas::Cost cost_of_text(std::string_view text) {
  auto words = words_of(text);
  auto const amounts = amounts_in(text);
  if (!amounts.empty()) {
    auto const most = cost_of_pence(*std::max_element(amounts.begin(), amounts.end()));
    bool const more = has_any(words, more_than_said) || text.find('+') != std::string_view::npos;
    bool const doubt = most == ideas::Cost::free ? has_any(words, doubts_of_free) : more;
    return doubt && most != ideas::Cost::paid ? ideas::Cost::unknown : most;
  }
  if (text.find(pound) != std::string_view::npos) return ideas::Cost::unknown;
  words = replaced(words, " feel free ", " ");
  for (auto const way : ways_to_say_free) words = replaced(words, way, " free ");
  bool const free = has_keyword(words, "free") && !has_any(words, doubts_of_free);
  return free ? ideas::Cost::free : ideas::Cost::unknown;
}

CostSaid cost_said(Json const& service, Day today) {
  CostSaid made;
  std::optional<std::int64_t> most_pence;
  bool unknown = false, all_for_some = true;
  std::string options;
  for (auto const& option : list_of(&service, "cost_options")) {
    auto const from = day_in(text_of(option, "valid_from")), until = day_in(text_of(option, "valid_to"));
    if ((until && *until < today) || (from && *from > today)) {
      made.left_out = true;
      continue;
    }
    auto const said = cost_option_text(option);
    auto pence = pence_of(option);
    if (!pence && cost_of_text(said) == ideas::Cost::free) pence = 0;
    if (pence)
      most_pence = std::max(most_pence.value_or(*pence), *pence);
    else
      unknown = true;
    all_for_some = all_for_some && has_any(words_of(said), doubts_of_free);
    if (!said.empty() && options.size() <= ideas::service_line_bytes_max)
      options += (options.empty() ? "" : "; ") + said;
  }
  auto const fees = text_of(service, "fees_description");
  made.text = fees.empty() ? options : fees;
  if (!most_pence) {
    made.cost = cost_of_text(made.text);
    return made;
  }
  made.cost = cost_of_pence(*most_pence);
  bool const doubt = unknown || (made.cost == ideas::Cost::free && all_for_some);
  if (doubt && made.cost != ideas::Cost::paid) made.cost = ideas::Cost::unknown;
  return made;
}

}  // namespace kith::open_referral
