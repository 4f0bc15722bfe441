#include "standards/open_referral/hsds_service.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "standards/open_referral/access_text.hpp"
#include "standards/open_referral/company_text.hpp"
#include "standards/open_referral/cost_options.hpp"
#include "standards/open_referral/hsds_text.hpp"
#include "standards/open_referral/keywords.hpp"
#include "standards/open_referral/older_hsds.hpp"
#include "standards/open_referral/schedule_text.hpp"

namespace kith::open_referral {
namespace {

using wire::Json;

constexpr std::string_view wide_areas[] = {"united kingdom", "uk",         "uk wide", "great britain",
                                           "england",        "scotland",   "wales",   "northern ireland",
                                           "national",       "nationwide", "anywhere"};

// What publishers call a service that nobody can go to.
constexpr std::array<std::string_view, 12> closed_words = {
    " inactive ", " defunct ", " temporarily closed ", " permanently closed ", " closed ",    " deleted ",
    " archived ", " draft ",   " suspended ",          " withdrawn ",          " cancelled ", " ended "};

// One service at one of its locations (or at none).
class Entry {
 public:
  Entry(Json const& service, Json const* at_location, Day today, Cleaner cleaner)
      : service_(service), at_location_(at_location), today_(today), cleaner_(std::move(cleaner)) {
    location_ = at_location ? wire::member(*at_location, "location") : nullptr;
  }

  ideas::Service read() {
    read_words();
    read_contact();
    read_reach();
    read_access();
    read_cost();
    read_ages();
    read_newcomers();
    read_company();
    made_.sub_categories = sub_categories();
    made_.checked_on = cleaner_.day("assured_date", text_of(service_, "assured_date"));
    if (made_.checked_on) made_.checked_by = "the publisher";
    read_status();
    return std::move(made_);
  }

  // The service's own id or, without one, what a person would know it by. From the second door on the id of
  // its location stands behind it, else of its link, else its place in the list: so a door that is new
  // changes nothing of the one that was there (DI50).
  std::string external_id(ideas::Service const& made, std::size_t door, std::size_t doors) {
    auto id = text_of(service_, "id");
    if (id.empty() && !made.name.empty()) {
      cleaner_.note("id", "has none that can be used; known by its organization, name and place");
      return words_of(made.organization) + words_of(made.name) + words_of(made.postcode) +
             (made.postcode.empty() || doors > 1 ? words_of(made.address) : "");
    }
    if (!location_ || door == 0) return id;
    auto place = text_of(*location_, "id");
    if (place.empty()) place = text_of(*at_location_, "id");
    return id + "@" + (place.empty() ? std::to_string(door + 1) : place);
  }

 private:
  void read_words();
  void read_contact();
  void read_address();
  void read_reach();
  void read_attending();
  void read_access();
  void read_cost();
  void read_ages();
  void read_status();
  void read_newcomers();
  void read_company();
  ideas::SubCategorySet sub_categories() const;
  std::string phone() const;
  bool is_location(std::string_view type) const {
    return location_ && text_of(*location_, "location_type") == type;
  }

  Json const& service_;
  Json const* at_location_;
  Json const* location_ = nullptr;
  Day today_;
  Cleaner cleaner_;
  ideas::Service made_;
};

void Entry::read_words() {
  made_.name = cleaner_.text("name", text_of(service_, "name"), ideas::service_name_bytes_max);
  if (auto const* organization = wire::member(service_, "organization")) {
    made_.organization =
        cleaner_.text("organization", text_of(*organization, "name"), ideas::service_name_bytes_max);
  }
  made_.description = cleaner_.prose("description", text_of(service_, "description"));
  made_.who_can_come =
      cleaner_.prose("eligibility_description", text_of(service_, "eligibility_description"));
  made_.first_visit = cleaner_.prose("application_process", text_of(service_, "application_process"));
  made_.opening =
      cleaner_.prose("schedules", opening_text(service_, at_location_, location_, today_, cleaner_));
}

// The nearest thing to the door first; a voice before a fax.
std::string Entry::phone() const {
  auto const* organization = wire::member(service_, "organization");
  std::string any;
  std::vector<Json const*> owners = {at_location_, &service_};
  for (auto const& contact : list_of(&service_, "contacts")) owners.push_back(&contact);
  owners.push_back(location_);
  owners.push_back(organization);
  for (auto const* owner : owners) {
    for (auto const& phone : list_of(owner, "phones")) {
      auto const type = text_of(phone, "type");
      if (type.empty() || type == "voice" || type == "cell") return text_of(phone, "number");
      if (any.empty() && type != "fax") any = text_of(phone, "number");
    }
  }
  return any;
}

void Entry::read_contact() {
  auto const* organization = wire::member(service_, "organization");
  auto website = text_of(service_, "url"), email = text_of(service_, "email");
  if (organization && website.empty()) website = text_of(*organization, "website");
  if (organization && email.empty()) email = text_of(*organization, "email");
  made_.website = cleaner_.website(website);
  made_.email = cleaner_.email(email);
  made_.phone = cleaner_.phone(phone());
  read_address();
}

void Entry::read_address() {
  std::string text;
  if (location_)
    made_.getting_there = cleaner_.prose("transportation", text_of(*location_, "transportation"));
  auto const addresses = list_of(location_, "addresses");
  if (location_) text = text_of(*location_, "name");
  if (!addresses.empty()) {
    auto const& address = addresses.front();
    for (auto const* part : {"address_1", "address_2", "city"}) {
      auto const line = text_of(address, part);
      if (!line.empty() && text.find(line) == std::string::npos) text += (text.empty() ? "" : ", ") + line;
    }
    made_.postcode = cleaner_.postcode(text_of(address, "postal_code"));
  }
  made_.address = cleaner_.line("address", text);
}

// Where it can be had: at a door; in an area, from an office; from anywhere by phone or online.
void Entry::read_reach() {
  std::string area;
  for (auto const& one : list_of(&service_, "service_areas")) {
    if (area.empty()) area = text_of(one, "name");
  }
  made_.area = cleaner_.line("service_areas", area);
  bool const wide = std::any_of(std::begin(wide_areas), std::end(wide_areas),
                                [&](auto name) { return words_of(made_.area) == words_of(name); });
  bool const has_door = location_ && !is_location("virtual") && !is_location("postal");
  if (has_door) {
    made_.reach = ideas::Reach::local;
  } else if (is_location("virtual")) {
    made_.reach = ideas::Reach::online;
  } else if (wide) {
    made_.reach = ideas::Reach::national;
    read_attending();
  } else if (!made_.area.empty()) {
    made_.reach = ideas::Reach::area;
    made_.radius_m = area_radius_m_default;
  } else if (!location_) {
    read_attending();
  }
  if (ideas::is_from_anywhere(made_.reach)) return;
  if (location_) cleaner_.place(made_, text_of(*location_, "latitude"), text_of(*location_, "longitude"));
  if (made_.reach == ideas::Reach::area) cleaner_.place_area(made_);
}

// Open Referral UK 1.0 says how a service is had. Without a door and an area "phone" or "online" is all of
// it.
void Entry::read_attending() {
  auto const how = words_of(text_of(service_, "attending_type"));
  if (how == " phone " || how == " telephone " || how == " by phone ")
    made_.reach = ideas::Reach::national;
  else if (how == " online " || how == " virtual " || how == " video ")
    made_.reach = ideas::Reach::online;
}

void Entry::read_access() {
  std::string text;
  for (auto const& one : list_of(location_, "accessibility")) {
    if (text.size() > ideas::service_text_bytes_max) break;
    for (auto const* part : {"description", "details"}) {
      auto const sentence = text_of(one, part);
      if (sentence.empty() || text.find(sentence) != std::string::npos) continue;
      text += (text.empty() ? "" : " ") + sentence;
      if (text.back() != '.') text += ".";
    }
  }
  made_.access_text = cleaner_.line("accessibility", text);
  read_access_text(text, made_.access);
  if (made_.reach == ideas::Reach::online)
    made_.access.set(ideas::AccessNeed::online_joining, ideas::Known::yes);
  std::vector<Json const*> said = {&service_};
  for (auto const& schedule : list_of(&service_, "schedules")) said.push_back(&schedule);
  for (auto const* one : said) {
    auto const how = words_of(text_of(*one, "attending_type"));
    bool const from_home = has_keyword(how, "online") || has_keyword(how, "remote*") ||
                           has_keyword(how, "video") || has_keyword(how, "virtual");
    if (from_home) made_.access.set(ideas::AccessNeed::online_joining, ideas::Known::yes);
  }
}

void Entry::read_cost() {
  auto const said = cost_said(service_, today_);
  made_.cost_text = cleaner_.line("fees_description", said.text);
  made_.cost = said.cost;
  if (said.left_out) cleaner_.note("cost_options", "a price that does not hold today was left out");
}

void Entry::read_ages() {
  made_.age_min = cleaner_.age("minimum_age", text_of(service_, "minimum_age")).value_or(ideas::age_any_min);
  made_.age_max = cleaner_.age("maximum_age", text_of(service_, "maximum_age")).value_or(ideas::age_any_max);
}

// HSDS 3.1 counts free places; older files say how long one waits; most say it in words or not at all.
void Entry::read_newcomers() {
  for (auto const& capacity : list_of(&service_, "capacities")) {
    auto const free = text_of(capacity, "available");
    if (!free.empty())
      made_.newcomers = free == "0" ? ideas::Newcomers::waiting_list : ideas::Newcomers::open;
  }
  auto const attending = text_of(service_, "attending_access");
  if (made_.newcomers == ideas::Newcomers::ask_first)
    made_.newcomers =
        newcomers_of(text_of(service_, "wait_time") + "\n" + attending + "\n" + made_.first_visit);
  if (!attending.empty() && newcomers_of(attending) == ideas::Newcomers::ask_first)
    cleaner_.note("attending_access", "says how people get in; not kept");
}

// From its terms, and from what it says of who can come and of the first visit.
void Entry::read_company() {
  std::string text = made_.who_can_come + "\n" + made_.first_visit;
  for (auto const& attribute : list_of(&service_, "attributes")) {
    if (auto const* term = wire::member(attribute, "taxonomy_term")) text += "\n" + text_of(*term, "name");
  }
  read_company_text(text, made_);
}

void Entry::read_status() {
  auto const status = words_of(text_of(service_, "status"));
  bool const closed = std::find(closed_words.begin(), closed_words.end(), status) != closed_words.end();
  made_.closed = closed;
  if (closed)
    cleaner_.note("status", "the publisher says it is not open; kept, and not shown");
  else if (status != " active ")
    cleaner_.note("status", "is none of HSDS; read as active");
}

ideas::SubCategorySet Entry::sub_categories() const {
  ideas::SubCategorySet own, others;
  for (auto const& attribute : list_of(&service_, "attributes")) {
    auto const* term = wire::member(attribute, "taxonomy_term");
    if (!term) continue;
    auto const code = named<ideas::SubCategory>(text_of(*term, "code"));
    if (code && text_of(*term, "taxonomy") == own_taxonomy)
      own = own.with(*code);
    else
      others = others.with(general_sub_categories(words_of(text_of(*term, "name"))));
  }
  if (!own.empty()) return own;
  if (!others.empty()) return others;
  return general_sub_categories(words_of(made_.name) + words_of(made_.description));
}

Json::array_t* list_in(Json& object, std::string_view name) {
  auto const at = object.is_object() ? object.find(std::string(name)) : object.end();
  return at == object.end() ? nullptr : at->get_ptr<Json::array_t*>();
}
Json* location_of(Json& place) {
  auto const at = place.is_object() ? place.find("location") : place.end();
  return at == place.end() || !at->is_object() ? nullptr : &*at;
}

// One location told twice, perhaps with other times, is one door.
void join_doors(Json& service, Cleaner& cleaner) {
  auto* places = list_in(service, "service_at_locations");
  if (!places || places->size() < 2) return;
  Json::array_t kept;
  std::map<std::string, std::size_t> known;
  for (auto& place : *places) {
    auto const* location = location_of(place);
    auto const id = location ? text_of(*location, "id") : std::string();
    auto const [at, fresh] = id.empty() ? std::pair(known.end(), true) : known.emplace(id, kept.size());
    if (fresh) {
      kept.push_back(std::move(place));
      continue;
    }
    cleaner.note("service_at_locations", "a location that is there twice was read as one");
    for (auto const* name : {"schedules", "holiday_schedules", "phones", "contacts"}) {
      auto* more = list_in(place, name);
      if (!more) continue;
      auto& door = kept[at->second];
      if (!list_in(door, name)) door[name] = Json::array();
      for (auto& one : *more) door[name].push_back(std::move(one));
    }
  }
  *places = std::move(kept);
}

// A few megabytes of one service must not keep everybody waiting.
void bound_lists(Json& service, Cleaner& cleaner) {
  auto const bound = [&](Json& owner) {
    for (auto const name : {"schedules", "holiday_schedules", "attributes", "cost_options", "contacts",
                            "phones", "service_areas", "capacities", "accessibility", "addresses"}) {
      auto* list = list_in(owner, name);
      if (!list || list->size() <= list_rows_max) continue;
      list->resize(list_rows_max);
      cleaner.note(name, "more than 200; the rest were left out");
    }
  };
  bound(service);
  if (auto* organization =
          service.is_object() && service.contains("organization") ? &service["organization"] : nullptr)
    bound(*organization);
  auto* places = list_in(service, "service_at_locations");
  if (!places) return;
  for (auto& place : *places) {
    bound(place);
    if (auto* location = location_of(place)) bound(*location);
  }
}

}  // namespace

void read_hsds_service(Json service, Reading& reading, std::vector<ideas::LedgerRow> const& rows) {
  lift_older_service(service);
  auto cleaner = reading.cleaner(rows.front());
  join_doors(service, cleaner);
  bound_lists(service, cleaner);
  auto const& places = list_of(&service, "service_at_locations");
  auto const doors = std::min(places.size(), locations_per_service_max);
  if (places.size() > doors)
    cleaner.note("service_at_locations", "more than 50 locations; the rest were left out");
  for (std::size_t door = 0; door < std::max<std::size_t>(doors, 1); ++door) {
    Entry entry(service, places.empty() ? nullptr : &places[door], reading.today(),
                reading.cleaner(rows.front()));
    auto made = entry.read();
    auto const external_id = entry.external_id(made, door, places.size());
    reading.accept(std::move(made), external_id, rows);
  }
}

}  // namespace kith::open_referral
