// A table nobody wrote a mapping for: what its headings surely mean. Rules DI32, DI33 and DI37.
#include <algorithm>
#include <array>

#include "standards/open_referral/mapping.hpp"

namespace kith::open_referral {
namespace {

constexpr std::size_t days_of_a_week_min = 2;  // one column called "Sat" may be anything

struct Accent {
  std::string_view bytes;
  char plain;
};
constexpr Accent accents[] = {{"\xC3\xA2", 'a'}, {"\xC3\x82", 'a'}, {"\xC3\xAA", 'e'}, {"\xC3\x8A", 'e'},
                              {"\xC3\xAE", 'i'}, {"\xC3\x8E", 'i'}, {"\xC3\xB4", 'o'}, {"\xC3\x94", 'o'},
                              {"\xC3\xBB", 'u'}, {"\xC3\x9B", 'u'}, {"\xC5\xB5", 'w'}, {"\xC5\xB4", 'w'},
                              {"\xC5\xB7", 'y'}, {"\xC5\xB6", 'y'}};

// The words of a heading in small letters, without accents; what stands in brackets is a remark.
std::vector<std::string> words_of_heading(std::string_view heading) {
  std::vector<std::string> words = {""};
  bool was_small = false;
  for (std::size_t n = 0; n < heading.size(); ++n) {
    auto const c = heading[n];
    if (c == '(' && heading.find(')', n) != std::string_view::npos) {
      n = heading.find(')', n);
      continue;
    }
    bool const small = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'), capital = c >= 'A' && c <= 'Z';
    auto const accent = std::find_if(std::begin(accents), std::end(accents), [&](auto const& one) {
      return heading.substr(n).starts_with(one.bytes);
    });
    if (small || capital) {
      if (capital && was_small) words.emplace_back();  // "ContactPhone"
      words.back().push_back(capital ? static_cast<char>(c - 'A' + 'a') : c);
    } else if (accent != std::end(accents)) {
      words.back().push_back(accent->plain);
      ++n;
    } else if (c != '\'' && !words.back().empty()) {
      words.emplace_back();
    }
    was_small = small;
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string joined(std::vector<std::string> const& words,
                   std::initializer_list<std::string_view> without = {}) {
  std::string made;
  for (auto const& word : words) {
    if (std::find(without.begin(), without.end(), word) == without.end()) made += word;
  }
  return made;
}

std::string plain(std::string_view header) {
  std::string made;
  for (auto const c : header) {
    if (c >= 'A' && c <= 'Z')
      made.push_back(static_cast<char>(c - 'A' + 'a'));
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      made.push_back(c);
  }
  return made;
}

// The usual names of columns, the likelier first. All in small letters without marks. Ids are made of the
// name, the postcode and the address as these lists know them, so those three lists never change: what is
// learnt later stands in further_names.
struct UsualNames {
  Field field;
  std::initializer_list<std::string_view> names;
};
UsualNames const usual_names[] = {
    {Field::name,
     {"servicename", "name", "title", "organisationname", "organizationname", "sitename", "venuename",
      "venue", "charityname", "groupname", "clubname", "pharmacyname", "commonname", "service",
      "organisation"}},
    {Field::organization,
     {"organisation", "organization", "organisationname", "organizationname", "provider", "providername",
      "serviceorganization"}},
    {Field::description,
     {"description", "servicedescription", "summary", "details", "about", "activities", "notes"}},
    {Field::opening, {"openingtimes", "openinghours", "opening", "hours", "times", "schedule", "whenopen"}},
    {Field::phone,
     {"phone", "telephone", "phonenumber", "telephonenumber", "tel", "contactnumber", "contacttelephone"}},
    {Field::email, {"email", "emailaddress", "contactemail", "serviceemail"}},
    {Field::website, {"website", "url", "web", "webaddress", "serviceurl", "link", "homepage"}},
    {Field::contact, {"contact", "contactdetails"}},
    {Field::address,
     {"address", "fulladdress", "address1", "addressline1", "streetaddress", "street", "location"}},
    {Field::postcode, {"postcode", "postalcode", "zip", "zipcode", "outcode"}},
    {Field::latitude, {"lat", "latitude", "y"}},
    {Field::longitude, {"lon", "lng", "long", "longitude", "x"}},
    {Field::cost_text, {"cost", "costs", "fee", "fees", "price", "feesdescription", "charges"}},
    {Field::access_text, {"access", "accessibility", "accessinformation"}},
    {Field::age_min, {"minimumage", "minage", "agemin", "agefrom"}},
    {Field::age_max, {"maximumage", "maxage", "agemax", "ageto"}},
    {Field::checked_on, {"assureddate", "lastchecked", "checkedon", "lastverified"}},
};

// What is done is the name, where the table also says by whom.
constexpr std::string_view activity_names[] = {
    "servicename",    "name",         "title",       "activityname", "activitytitle",
    "nameofactivity", "projecttitle", "projectname", "sessionname",  "classname",
    "groupname",      "nameofgroup",  "clubname",    "activity"};

// Headings with one meaning, with the words taken off that say whose or which it is.
UsualNames const further_names[] = {
    {Field::name,
     {"name",          "servicename",  "groupname",          "clubname",      "nameofgroup",
      "nameofservice", "nameofclub",   "nameoforganisation", "groupactivity", "groupactivityname",
      "activityname",  "projecttitle", "projectname",        "sessionname",   "classname",
      "group",         "club",         "activity",           "enw",           "enwrgrwp",
      "enwrgwasanaeth"}},
    {Field::organization, {"nameoforganisation", "organiser", "runby", "providedby", "sefydliad"}},
    {Field::description,
     {"whatdoyouoffer", "whatweoffer", "whatwedo", "whatyoudo", "whatisit", "desc", "descr",
      "activitydescription", "description", "shortdescription", "fulldescription", "descriptionofactivity",
      "disgrifiad"}},
    {Field::opening,
     {"sessiontimes", "openinghrs", "openhours", "opentimes", "openingtimes", "openinghours", "daysandtimes",
      "dayandtime", "daytime", "daystimes", "when", "meetingtimes", "times", "oriauagor", "amseroeddagor",
      "pryd"}},
    {Field::phone,
     {"phone", "phoneno", "phonenumber", "telephone", "telephoneno", "telephonenumber", "tel", "telno",
      "telnumber", "ffon", "rhifffon", "rhifffn"}},
    {Field::email, {"email", "emailaddress", "emailid", "ebost", "cyfeiriadebost"}},
    {Field::website,
     {"website", "websitelink", "websiteurl", "websiteaddress", "weblink", "weburl", "webaddress", "webpage",
      "url", "gwefan"}},
    {Field::address,
     {"address", "fulladdress", "addressline1", "streetaddress", "cyfeiriad", "where", "venue", "venuename"}},
    {Field::postcode, {"postcode", "postalcode", "codpost"}},
    {Field::latitude, {"coordinates", "latlong", "latlon", "latlng", "latitudelongitude", "geolocation"}},
    {Field::cost_text,
     {"cost", "costpersession", "pricepersession", "costs", "price", "priceper", "charge", "admission",
      "pris"}},
    {Field::age_min, {"ageminimum", "minimumage"}},
    {Field::age_max, {"agemaximum", "maximumage"}},
    {Field::checked_on, {"datechecked", "lastcheckedon", "lastcheckeddate"}},
};
constexpr std::string_view more_of_an_address[] = {
    "address2", "addressline2", "address3", "addressline3", "address4", "addressline4", "town",
    "city",     "towncity",     "county",   "tref",         "venue",    "venuename"};

constexpr std::string_view usual_ids[] = {"id",  "serviceid", "uuid",           "reference",
                                          "ref", "uniqueid",  "servicerecordid"};
constexpr std::string_view usual_kinds[] = {"category", "categories",  "type",     "subcategory",
                                            "tags",     "servicetype", "activity", "keywords"};
constexpr std::string_view session_days[] = {"day", "days", "dayofweek", "dayoftheweek", "sessionday"};
constexpr std::string_view session_starts[] = {"start", "starttime", "timestart", "timefrom", "from", "time"};
constexpr std::string_view session_ends[] = {"end",        "endtime", "timeend", "finish",
                                             "finishtime", "timeto",  "to",      "until"};
constexpr std::string_view free_flags[] = {"free", "isfree", "freeofcharge", "freetoattend"};
constexpr std::string_view wheel_flags[] = {"wheelchairaccessible", "wheelchairaccess",
                                            "iswheelchairaccessible"};

struct WeekDay {
  std::string_view shortest, whole, shown;
};
constexpr WeekDay week[] = {{"mon", "monday", "Monday"},       {"tue", "tuesday", "Tuesday"},
                            {"wed", "wednesday", "Wednesday"}, {"thu", "thursday", "Thursday"},
                            {"fri", "friday", "Friday"},       {"sat", "saturday", "Saturday"},
                            {"sun", "sunday", "Sunday"}};

class Guess {
 public:
  explicit Guess(std::vector<std::string> const& columns) : columns_(columns) {}

  std::optional<Mapping> mapping() {
    usual_columns();
    further_columns();
    if (!made_.columns.contains(Field::name)) return std::nullopt;
    ids_and_kinds();
    week_and_sessions();
    flags();
    auto& coordinates = made_.columns;  // one column for both is no use beside a column for one of them
    if (coordinates.contains(Field::longitude) && !coordinates.contains(Field::latitude))
      coordinates.erase(Field::longitude);
    made_.general_keywords = true;
    made_.empty = {"NA", "N/A", "NULL", "None", "-", "Not known", "Unknown"};
    made_.leave_out.push_back({{{made_.columns[Field::name][0].column},
                                {"Total", "Totals", "Grand total", "Sub total", "Subtotal"},
                                {}},
                               "is a line of totals"});
    return std::move(made_);
  }

 private:
  template <typename Names>
  std::string const* column_of(Names const& names) const {
    for (auto const name : names) {
      if (auto const* column = column_called(name)) return column;
    }
    return nullptr;
  }
  std::string const* column_called(std::string_view usual) const {
    auto const found =
        std::find_if(columns_.begin(), columns_.end(), [&](auto const& c) { return plain(c) == usual; });
    return found == columns_.end() ? nullptr : &*found;
  }
  bool is_taken(std::string const& column) const {
    return std::any_of(made_.columns.begin(), made_.columns.end(), [&](auto const& one) {
      return std::any_of(one.second.begin(), one.second.end(),
                         [&](auto const& part) { return part.column == column; });
    });
  }

  void usual_columns() {
    for (auto const& usual : usual_names) {
      auto const* known = column_of(usual.names);
      bool const in_ids =
          usual.field == Field::name || usual.field == Field::postcode || usual.field == Field::address;
      if (known && in_ids) made_.known_by[usual.field] = *known;
      if (usual.field == Field::name) known = name_beside_its_organization(known);
      if (usual.field == Field::organization) known = organization_of(usual);
      if (known) made_.columns[usual.field] = {{*known, ""}};
    }
  }
  // DI37: "Organisation Name, Activity Name" is a list of activities.
  std::string const* name_beside_its_organization(std::string const* known) const {
    static constexpr std::string_view organizations[] = {
        "organisationname", "organizationname", "organisation", "organization", "provider", "providername"};
    auto const* activity = column_of(activity_names);
    return activity && column_of(organizations) ? activity : known;
  }
  std::string const* organization_of(UsualNames const& usual) const {
    for (auto const name : usual.names) {
      auto const* column = column_called(name);
      if (column && !is_taken(*column)) return column;
    }
    return nullptr;
  }

  void further_columns() {
    for (auto const& further : further_names) {
      bool const pair = further.field == Field::latitude && made_.columns.contains(Field::longitude);
      if (made_.columns.contains(further.field) || pair) continue;
      for (auto const name : further.names) {
        auto const found = std::find_if(columns_.begin(), columns_.end(), [&](auto const& column) {
          return !is_taken(column) &&
                 (folded(column, further.field) == name || joined(words_of_heading(column)) == name);
        });
        if (found == columns_.end()) continue;
        made_.columns[further.field] = {{*found, ""}};
        if (further.field == Field::name) made_.known_by[Field::name] = *found;
        break;
      }
    }
    if (!made_.columns.contains(Field::address)) return;
    for (auto const& column : columns_) {
      auto const name = folded(column, Field::address);
      auto const whole = joined(words_of_heading(column));
      bool const more = std::any_of(std::begin(more_of_an_address), std::end(more_of_an_address),
                                    [&](auto one) { return one == name || one == whole; });
      if (more && !is_taken(column)) made_.columns[Field::address].push_back({column, ""});
    }
  }
  // A contact's name is no service's, and a contact's address may be somebody's home.
  static std::string folded(std::string const& column, Field field) {
    auto const words = words_of_heading(column);
    switch (field) {
      case Field::name:
      case Field::organization:
        return joined(words);
      case Field::address:
      case Field::postcode:
        return joined(words, {"main", "venue", "service", "session", "activity"});
      default:
        return joined(words, {"contact", "main", "venue", "service", "our", "your", "public"});
    }
  }

  void ids_and_kinds() {
    if (auto const* column = column_of(usual_ids)) made_.id = {*column};
    for (auto const name : usual_kinds) {
      auto const* column = column_called(name);
      if (!column || *column == made_.columns[Field::name][0].column) continue;
      made_.general_in.push_back(*column);
      for (auto const sub_category : all<ideas::SubCategory>()) {  // a feed that uses our own names
        made_.keywords.push_back(
            {{{*column}, {std::string(name_of(sub_category))}, {}}, ideas::sub_categories(sub_category)});
      }
    }
  }

  void week_and_sessions() {
    std::vector<ColumnPart> days;
    for (auto const& day : week) {
      for (auto const& column : columns_) {
        auto const name = joined(words_of_heading(column), {"opening", "open", "times", "hours", "time"});
        bool const tues = day.shortest == "tue" && name == "tues", thurs = name == "thur" || name == "thurs";
        if (name != day.shortest && name != day.whole && !tues && !(thurs && day.shortest == "thu")) continue;
        days.push_back({column, std::string(day.shown)});
        break;
      }
    }
    if (days.size() >= days_of_a_week_min) {
      auto& opening = made_.columns[Field::opening];
      opening.insert(opening.end(), days.begin(), days.end());
      return;
    }
    auto const* day = column_of(session_days);
    auto const* start = column_of(session_starts);
    if (!day) return;
    if (made_.columns.contains(Field::opening)) start = nullptr;  // it has the times
    auto const* end = column_of(session_ends);
    made_.session = {*day, start ? *start : "", start && end ? *end : ""};
  }

  void flags() {
    if (auto const* column = column_of(free_flags))
      made_.costs.push_back({{{*column}, {"yes", "y", "true", "1"}, {}}, ideas::Cost::free});
    if (auto const* column = column_of(wheel_flags))
      made_.access.push_back(
          {*column, ideas::AccessNeed::step_free, {"yes", "y", "true", "1"}, {"no", "n", "false", "0"}});
  }

  std::vector<std::string> const& columns_;
  Mapping made_;
};

}  // namespace

std::optional<Mapping> guess_mapping(std::vector<std::string> const& columns) {
  return Guess(columns).mapping();
}

bool reads(Mapping const& mapping, std::string_view column) {
  if (column.empty()) return false;
  auto const in = [&](std::vector<std::string> const& columns) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  auto const any = [](auto const& list, auto const& test) {
    return std::any_of(list.begin(), list.end(), test);
  };
  auto const& session = mapping.session;
  return in(mapping.id) || in(mapping.general_in) || column == session.day || column == session.start ||
         column == session.end ||
         any(mapping.columns,
             [&](auto const& one) {
               return any(one.second, [&](auto const& part) { return part.column == column; });
             }) ||
         any(mapping.keywords, [&](auto const& one) { return in(one.when.columns); }) ||
         any(mapping.costs, [&](auto const& one) { return in(one.when.columns); }) ||
         any(mapping.leave_out, [&](auto const& one) { return in(one.when.columns); }) ||
         any(mapping.access, [&](auto const& one) { return one.column == column; });
}

}  // namespace kith::open_referral
