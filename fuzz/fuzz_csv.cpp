// Any bytes as a table: every row is accounted for, and nothing that is kept is unfit to keep.
#include <cstdlib>

#include "standards/open_referral/directory_files.hpp"
#include "wire/json.hpp"

using namespace kith;

namespace {

void hold(bool true_always) {
  if (!true_always) std::abort();
}

bool is_fit(std::string const& text) {
  if (!wire::is_utf8(text) || text.size() > ideas::service_text_bytes_max) return false;
  for (auto const c : text) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n') return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  auto made = open_referral::read_directory({{"fuzzed.csv", bytes}}, {.imported_on = Day()});
  auto* draft = std::get_if<ideas::DirectoryDraft>(&made);
  if (!draft) return 0;
  for (auto const& one : draft->drafts) {
    auto const& s = one.service;
    hold(!s.name.empty());
    for (auto const* text :
         {&s.name, &s.description, &s.address, &s.opening, &s.phone, &s.email, &s.external_id}) {
      hold(is_fit(*text));
    }
    hold(s.website.empty() || s.website.find("://") != std::string::npos);
    for (auto const row : one.rows) draft->ledger.settle(row, true);
  }
  auto const counts = draft->ledger.counts();
  hold(counts.imported + counts.unchanged + counts.rejected == counts.rows);
  return 0;
}
