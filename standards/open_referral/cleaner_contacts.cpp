// Web addresses, e-mail addresses and phone numbers as they are typed into cells. Rules DI13 and DI14.
#include <algorithm>
#include <vector>

#include "standards/open_referral/cleaner.hpp"
#include "standards/open_referral/letters.hpp"

namespace kith::open_referral {
namespace {

constexpr std::size_t email_bytes_max = 200;
constexpr std::size_t phone_bytes_max = 60;

// What people part several addresses in one cell with. A space without a break is two bytes.
std::string with_plain_spaces(std::string_view text) {
  std::string made;
  for (std::size_t n = 0; n < text.size(); ++n) {
    bool const no_break = text.substr(n).starts_with("\xC2\xA0");
    if (no_break) ++n;
    made.push_back(no_break || is_control(text[n]) ? ' ' : text[n]);
  }
  return made;
}
std::vector<std::string> parts_of(std::string_view cell) {
  std::vector<std::string> parts;
  auto const text = with_plain_spaces(cell);
  std::string_view rest = text;
  while (!rest.empty()) {
    auto const end = std::min(rest.find(' '), rest.size());
    auto part = rest.substr(0, end);
    while (!part.empty() && std::string_view(";,.").find(part.back()) != std::string_view::npos)
      part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return parts;
}

bool is_host(std::string_view host) {
  if (host.empty() || host.size() > 253 || host.front() == '.' || host.back() == '.') return false;
  if (host.find('.') == std::string_view::npos || host.find("..") != std::string_view::npos) return false;
  return std::all_of(host.begin(), host.end(), [](char c) {
    return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '.' ||
           (static_cast<unsigned char>(c) >= 0x80);
  });
}

// "1.61E+09": the last digits are gone.
bool is_shortened(std::string_view number) {
  auto const mark = number.find_first_of("Ee");
  if (mark == std::string_view::npos || mark == 0 || mark + 2 >= number.size()) return false;
  auto const all_of = [](std::string_view text, std::string_view marks) {
    return text.find_first_not_of(marks) == std::string_view::npos;
  };
  return all_of(number.substr(0, mark), "0123456789.,") && number[mark + 1] == '+' &&
         all_of(number.substr(mark + 2), "0123456789");
}

}  // namespace

std::string Cleaner::website(std::string_view raw) {
  auto const parts = parts_of(raw);
  if (parts.empty()) return {};
  auto link = parts.front();
  bool const several = parts.size() > 1 && parts[1].find('.') != std::string::npos;
  if (parts.size() > 1 && !several) link.push_back(' ');  // a link with a space in it is none
  auto const scheme_end = link.find("://");
  auto const bare = scheme_end == std::string::npos;
  if (bare) link.insert(0, "https://");
  auto const scheme = lower(link.substr(0, link.find("://")));
  auto const rest = std::string_view(link).substr(link.find("://") + 3);
  auto const host = rest.substr(0, std::min(rest.find_first_of("/?#:"), rest.size()));
  bool const clean = std::none_of(link.begin(), link.end(), [](char c) {
    return is_control(c) || std::string_view(" \"'<>\\^`{|}").find(c) != std::string_view::npos;
  });
  if ((scheme != "http" && scheme != "https") || !clean || !is_host(host) ||
      link.size() > ideas::service_line_bytes_max) {
    note("website", "is not a web address that can be opened; left out");
    return {};
  }
  if (several) note("website", "the first of several addresses was kept");
  if (bare) note("website", "https:// was put in front");
  return link;
}

std::string Cleaner::email(std::string_view raw) {
  raw = trim(raw);
  auto const open = raw.find('<'), close = raw.find('>', open == std::string_view::npos ? 0 : open);
  bool const in_brackets = open != std::string_view::npos && close != std::string_view::npos;
  bool const one_pair = in_brackets && raw.find('<', open + 1) == std::string_view::npos;
  if (one_pair && raw.substr(open, close - open).find('@') != std::string_view::npos) {
    raw = raw.substr(open + 1, close - open - 1);
    note("email", "the address was taken out of its brackets");
  }
  if (constexpr std::string_view scheme = "mailto:"; lower(raw.substr(0, scheme.size())) == scheme) {
    raw.remove_prefix(scheme.size());
    note("email", "mailto: was taken off");
  }
  auto const parts = parts_of(raw);
  if (parts.empty()) return {};
  std::string_view const address = parts.front();
  bool const several = parts.size() > 1;
  auto const at = address.find('@');
  bool const one =
      at != std::string_view::npos && at > 0 && address.find('@', at + 1) == std::string_view::npos;
  bool const clean = std::none_of(address.begin(), address.end(), [](char c) {
    return is_control(c) || std::string_view(" \"'<>()[],;:\\?&").find(c) != std::string_view::npos;
  });
  if (!one || !clean || address.size() > email_bytes_max || !is_host(address.substr(at + 1))) {
    note("email", "is not an e-mail address; left out");
    return {};
  }
  if (several) note("email", "the first of several addresses was kept");
  return std::string(address);
}

void Cleaner::contact(std::string_view raw, ideas::Service& service) {
  std::string others;
  for (auto const& part : parts_of(raw)) {
    if (part.find('@') == std::string::npos)
      others += (others.empty() ? "" : " ") + part;
    else if (service.email.empty())
      service.email = email(part);
  }
  bool const has_number = std::any_of(others.begin(), others.end(), is_digit);
  if (has_number || service.email.empty()) service.phone = phone(others);
}

std::string Cleaner::phone(std::string_view raw) {
  auto const bare = trim(raw);
  bool const as_formula = bare.starts_with("=\"") && bare.ends_with("\"") && bare.size() > 3;
  if (as_formula) {  // how a spreadsheet keeps a leading 0
    raw = bare.substr(2, bare.size() - 3);
    note("phone", "a spreadsheet's sign for text was taken off");
  }
  if (lower(bare.substr(0, 4)) == "tel:") raw = bare.substr(4);
  auto number = line("phone", raw);
  number.erase(std::remove(number.begin(), number.end(), '"'), number.end());
  number = std::string(trim(number));
  if (is_shortened(number)) {
    note("phone", "a spreadsheet has shortened it; left out");
    return {};
  }
  if (number.starts_with("0044")) {
    number.replace(0, 2, "+");
    note("phone", "00 was written as +");
  }
  if (number.empty()) return {};
  if ((number[0] == 'O' || number[0] == 'o') && number.size() > 1 && is_digit(number[1])) {
    number[0] = '0';
    note("phone", "a letter O was read as 0");
  }
  bool const all_digits = std::all_of(number.begin(), number.end(), is_digit);
  if (all_digits && number.size() == 10 && number[0] != '0') {  // a spreadsheet took it for a sum of money
    number.insert(0, "0");
    note("phone", "the leading 0 was put back");
  }
  if (ideas::dial_text(number).empty() || number.size() > phone_bytes_max) {
    note("phone", "is not a phone number; left out");
    return {};
  }
  return number;
}

}  // namespace kith::open_referral
