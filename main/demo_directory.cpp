#include "main/demo_directory.hpp"

#include <algorithm>

#include "app/fault.hpp"
#include "standards/open_referral/directory_files.hpp"
#include "standards/open_referral/places_table.hpp"

// Both paths are given by the build.
asm(".section .rodata\n"
    ".global kith_demo_services\n.global kith_demo_services_end\n"
    "kith_demo_services:\n.incbin \"" KITH_DEMO_SERVICES
    "\"\nkith_demo_services_end:\n.byte 0\n"
    ".global kith_demo_places\n.global kith_demo_places_end\n"
    "kith_demo_places:\n.incbin \"" KITH_DEMO_PLACES "\"\nkith_demo_places_end:\n.byte 0\n.previous\n");
extern "C" char const kith_demo_services[];
extern "C" char const kith_demo_services_end[];
extern "C" char const kith_demo_places[];
extern "C" char const kith_demo_places_end[];

namespace kith {
namespace {

std::string_view between(char const* from, char const* to) {
  return {from, static_cast<std::size_t>(to - from)};
}

// The file says when each entry was last checked, as of this day. On a later one the checks have moved along,
// so that the town is as well looked after as it was then. They move four weeks at a time: a demo whose
// folder was kept does not get another directory every day.
constexpr Day written_on = *Day::of_count(20779);  // 2026-11-22
constexpr std::int64_t step_days = 28;

void move_checks(ideas::DirectoryDraft& draft, Day today) {
  auto const days = std::max<std::int64_t>(0, days_between(written_on, today)) / step_days * step_days;
  for (auto& one : draft.drafts) {
    auto& service = one.service;
    if (!service.checked_on) continue;
    service.checked_on = plus_days(*service.checked_on, days);
    service.next_check = plus_days(service.next_check, days);
  }
}

[[noreturn]] void broken(char const* what) { throw app::Fault(app::FaultKind::misuse, what); }

}  // namespace

void load_demo_directory(House& house) {
  house.directory.catch_up();  // a folder that was kept may be of an older Kith
  auto places = open_referral::read_places("places.csv", between(kith_demo_places, kith_demo_places_end));
  auto* table = std::get_if<open_referral::PlacesDraft>(&places);
  if (!table) broken("The demo's places cannot be read.");
  house.load_places(std::move(table->districts));

  auto const known = house.places();
  open_referral::DirectoryAsk ask;
  ask.imported_on = local_day(house.clock.now(), house.zone);
  ask.places = known.get();
  ask.source = std::string(demo_feed);
  auto read = open_referral::read_directory(
      {{"services.json", between(kith_demo_services, kith_demo_services_end)}}, ask);
  auto* draft = std::get_if<ideas::DirectoryDraft>(&read);
  if (!draft || draft->ledger.counts().rejected > 0) broken("The demo's directory cannot be read whole.");
  move_checks(*draft, ask.imported_on);
  house.directory.import(*draft, {.on = ask.imported_on, .input = ""});
}

}  // namespace kith
