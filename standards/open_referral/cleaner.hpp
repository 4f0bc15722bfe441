// Makes what a feed says fit to keep, and notes each thing it changed: the only door from a feed's text into
// a Service. Rules DI11-DI15 in spec/directory-import.md. One Cleaner per row; the ledger outlives it.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/ideas/import_ledger.hpp"
#include "core/ideas/places.hpp"

namespace kith::open_referral {

enum class Lines { one, many };

class Cleaner {
 public:
  Cleaner(ideas::ImportLedger& ledger, ideas::LedgerRow row, ideas::Places const* places)
      : ledger_(ledger), row_(row), places_(places) {}

  void note(std::string_view field, std::string_view how) { ledger_.repair(row_, field, how); }

  // Valid UTF-8 in; out: no control characters, no mark-up, spaces tidied, at most bytes_max.
  std::string text(std::string_view field, std::string_view raw, std::size_t bytes_max, Lines = Lines::one);
  std::string line(std::string_view field, std::string_view raw) {
    return text(field, raw, ideas::service_line_bytes_max);
  }
  std::string prose(std::string_view field, std::string_view raw) {
    return text(field, raw, ideas::service_text_bytes_max, Lines::many);
  }

  std::string website(std::string_view raw);
  std::string email(std::string_view raw);
  std::string phone(std::string_view raw);
  // A cell that holds an e-mail address, a phone number or both, in any order.
  void contact(std::string_view raw, ideas::Service&);
  std::string postcode(std::string_view raw);
  std::optional<Day> day(std::string_view field, std::string_view raw);
  std::optional<std::uint8_t> age(std::string_view field, std::string_view raw);

  // Where it is: from degrees as text or, without them, the middle of the postcode's district.
  void place(ideas::Service&, std::string_view lat, std::string_view lon);
  void place(ideas::Service&, ideas::Point said);
  // For what comes to people in a named area: the area's middle and reach, when the places table knows it.
  void place_area(ideas::Service&);

 private:
  void place_in_district(ideas::Service&);
  std::optional<ideas::Point> placed(ideas::Service const&, std::int64_t lat_udeg, std::int64_t lon_udeg);

  ideas::ImportLedger& ledger_;
  ideas::LedgerRow row_;
  ideas::Places const* places_;
};

// "53.4239", "-2.36" → millionths, rounded; nullopt: not a number, or more whole digits than allowed (3 are
// enough for degrees). No floating point on the way.
std::optional<std::int64_t> millionths_of_text(std::string_view decimal, std::size_t whole_digits_max = 3);

}  // namespace kith::open_referral
