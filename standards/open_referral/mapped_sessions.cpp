// Rows with one name and one place: sessions of one service, or services of their own. Rule DI37.
#include <algorithm>

#include "standards/open_referral/hsds_text.hpp"
#include "standards/open_referral/keywords.hpp"
#include "standards/open_referral/mapped.hpp"

namespace kith::open_referral {
namespace {

constexpr std::size_t compared_max = 64;  // rows of one name and place that are laid side by side
constexpr int id_lengths = 3;             // name and place; all of both; everything that tells them apart

bool same_but_for_times(ideas::Service a, ideas::Service const& b) {
  a.opening = b.opening;
  a.newcomers = b.newcomers;
  return a == b;
}

// Which service it is, said at more length. The first length is the id it has.
std::string longer_id(std::string const& id, ideas::Service const& service, int length) {
  auto made = id + words_of(service.name) + words_of(service.postcode) + words_of(service.address);
  if (length < 2) return made;
  made += words_of(service.organization) + words_of(service.description) + words_of(service.opening) +
          words_of(service.phone) + words_of(service.email) + words_of(service.website);
  if (service.point)
    made += std::to_string(service.point->lat_udeg) + " " + std::to_string(service.point->lon_udeg);
  return made;
}

}  // namespace

// True when what is left are services of their own.
bool MappedRows::put_sessions_together(Group const& group) {
  Group different;
  for (auto const at : group) {
    auto& one = waiting_[at];
    auto const first = std::find_if(different.begin(), different.end(), [&](std::size_t other) {
      return same_but_for_times(waiting_[other].service, one.service);
    });
    if (first == different.end()) {
      if (different.size() < compared_max) different.push_back(at);
      continue;
    }
    auto& service = waiting_[*first].service;
    bool const again = one.service.opening.empty() || service.opening == one.service.opening ||
                       service.opening.find(one.service.opening + ";") != std::string::npos ||
                       service.opening.ends_with("; " + one.service.opening);
    if (again) {
      auto& ledger = reading_.ledger();
      auto const row = waiting_[*first].rows.front();
      ledger.reject(one.rows.front(), "DI7",
                    "says the same as row " + std::to_string(ledger.number_of(row)) + " of " +
                        ledger.file_of(row) + ", as far as it is read");
      one.rows.clear();
      continue;
    }
    auto const bytes = service.opening.size() + 2 + one.service.opening.size();
    if (bytes > ideas::service_text_bytes_max) continue;
    service.opening += (service.opening.empty() ? "" : "; ") + one.service.opening;
    service.newcomers = newcomers_of(service.first_visit + "\n" + service.opening);
    auto& rows = waiting_[*first].rows;
    rows.insert(rows.end(), one.rows.begin(), one.rows.end());
    for (auto const row : one.rows)
      reading_.ledger().repair(row, "opening", "another time of an earlier row; put together with it");
    one.rows.clear();
  }
  return different.size() > 1;
}

void MappedRows::finish() {
  for (int length = 1; length <= id_lengths; ++length) {
    Group by_id;
    for (std::size_t n = 0; n < waiting_.size(); ++n) {
      if (!waiting_[n].rows.empty() && !waiting_[n].service.name.empty()) by_id.push_back(n);
    }
    std::stable_sort(by_id.begin(), by_id.end(),
                     [this](auto a, auto b) { return waiting_[a].id < waiting_[b].id; });
    for (auto from = by_id.begin(); from != by_id.end();) {
      auto const id = waiting_[*from].id;
      auto const until = std::find_if(from, by_id.end(), [&](std::size_t n) { return waiting_[n].id != id; });
      Group const group(from, until);
      from = until;
      if (group.size() < 2 || !put_sessions_together(group) || length == id_lengths) continue;
      // What was always told apart by these words keeps its id, whoever joins it; the others are new here.
      bool const first_stays = length == 1 && id == longer_id("", waiting_[group.front()].service, length);
      for (auto const at : group) {
        if (first_stays && at == group.front()) continue;
        waiting_[at].id = longer_id(id, waiting_[at].service, first_stays ? id_lengths - 1 : length);
      }
    }
  }
  reading_.expect(waiting_.size());
  for (; !waiting_.empty(); waiting_.pop_front()) {  // each leaves before the next is stored
    auto& one = waiting_.front();
    if (!one.rows.empty()) reading_.accept(std::move(one.service), one.id, std::move(one.rows));
  }
}

}  // namespace kith::open_referral
