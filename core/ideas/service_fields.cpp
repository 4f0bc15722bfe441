#include "core/ideas/service_fields.hpp"

namespace kith::ideas {
namespace {

// The text member behind a field; null for what is no text.
template <class S>
auto text_member(S& service, ServiceField field) -> decltype(&service.name) {
  switch (field) {
    case ServiceField::name:
      return &service.name;
    case ServiceField::organization:
      return &service.organization;
    case ServiceField::description:
      return &service.description;
    case ServiceField::first_visit:
      return &service.first_visit;
    case ServiceField::who_can_come:
      return &service.who_can_come;
    case ServiceField::opening:
      return &service.opening;
    case ServiceField::getting_there:
      return &service.getting_there;
    case ServiceField::address:
      return &service.address;
    case ServiceField::postcode:
      return &service.postcode;
    case ServiceField::phone:
      return &service.phone;
    case ServiceField::email:
      return &service.email;
    case ServiceField::website:
      return &service.website;
    case ServiceField::cost_text:
      return &service.cost_text;
    case ServiceField::access_text:
      return &service.access_text;
    case ServiceField::area:
      return &service.area;
    default:
      return nullptr;
  }
}

std::string degrees(std::int32_t udeg) {
  auto const whole = udeg < 0 ? -static_cast<std::int64_t>(udeg) : udeg;
  auto part = std::to_string(whole % 1'000'000);
  part.insert(0, 6 - part.size(), '0');
  return (udeg < 0 ? "-" : "") + std::to_string(whole / 1'000'000) + "." + part;
}

template <Named E, class Set>
std::string names_in(Set set) {
  std::string text;
  for (auto const one : all<E>()) {
    if (set.has(one)) text += (text.empty() ? "" : ", ") + std::string(name_of(one));
  }
  return text;
}

std::string access_in(AccessFacts const& facts) {
  std::string text;
  for (auto const need : all<AccessNeed>()) {
    if (!facts.known.has(need) || need == AccessNeed::companion_welcome) continue;  // a part of its own
    text += (text.empty() ? "" : ", ") + std::string(facts.met.has(need) ? "" : "no ") +
            std::string(name_of(need));
  }
  return text;
}

// Reads the name of an enumerator into a part; false: it is none.
template <Named E, class Put>
bool put_name(std::string_view text, Put put) {
  auto const said = named<E>(text);
  if (said) put(*said);
  return said.has_value();
}

// For the parts that have a few answers; nullopt: the part is a text.
std::optional<bool> put_answer(Service& s, ServiceField field, std::string_view text) {
  switch (field) {
    case ServiceField::newcomers:
      return put_name<Newcomers>(text, [&](Newcomers said) { s.newcomers = said; });
    case ServiceField::group:
      return put_name<GroupSize>(text, [&](GroupSize said) { s.group = said; });
    case ServiceField::come_alone:
      return put_name<Known>(text, [&](Known said) { s.come_alone = said; });
    case ServiceField::companion:
      return put_name<Known>(text, [&](Known said) { s.access.set(AccessNeed::companion_welcome, said); });
    default:
      return std::nullopt;
  }
}

}  // namespace

std::size_t bytes_max_of(ServiceField field) {
  switch (field) {
    case ServiceField::name:
    case ServiceField::organization:
      return service_name_bytes_max;
    case ServiceField::description:
    case ServiceField::first_visit:
    case ServiceField::who_can_come:
    case ServiceField::opening:
    case ServiceField::getting_there:
      return service_text_bytes_max;
    default:
      return service_line_bytes_max;
  }
}

std::string text_in(Service const& s, ServiceField field) {
  if (auto const* text = text_member(s, field)) return *text;
  switch (field) {
    case ServiceField::newcomers:
      return std::string(name_of(s.newcomers));
    case ServiceField::group:
      return std::string(name_of(s.group));
    case ServiceField::come_alone:
      return std::string(name_of(s.come_alone));
    case ServiceField::companion:
      return std::string(name_of(s.access.of(AccessNeed::companion_welcome)));
    case ServiceField::place:
      if (!s.point) return {};
      return degrees(s.point->lat_udeg) + ", " + degrees(s.point->lon_udeg) +
             (s.radius_m > 0 ? ", within " + std::to_string(s.radius_m) + " m" : "");
    case ServiceField::reach:
      return std::string(name_of(s.reach));
    case ServiceField::sub_categories:
      return names_in<SubCategory>(s.sub_categories);
    case ServiceField::cost:
      return std::string(name_of(s.cost));
    case ServiceField::access:
      return access_in(s.access);
    case ServiceField::ages: {
      if (s.age_min == age_any_min && s.age_max == age_any_max) return {};
      return std::to_string(s.age_min) + (s.age_max == age_any_max ? "+" : "-" + std::to_string(s.age_max));
    }
    case ServiceField::checked:
      return s.checked_on ? text_of(*s.checked_on) : std::string();
    case ServiceField::closed:
      return s.closed ? "closed" : "";
    default:
      return {};
  }
}

bool put_text(Service& service, ServiceField field, std::string_view text) {
  if (!is_correctable(field) || text.size() > bytes_max_of(field)) return false;
  if (auto const done = put_answer(service, field, text)) return *done;
  if (field == ServiceField::name && text.empty()) return false;
  if (field == ServiceField::website && !text.empty() && !text.starts_with("https://") &&
      !text.starts_with("http://"))
    return false;
  *text_member(service, field) = std::string(text);
  return true;
}

std::vector<FieldChange> differences(Service const& before, Service const& after) {
  std::vector<FieldChange> changes;
  for (auto const field : all<ServiceField>()) {
    auto was = text_in(before, field), is = text_in(after, field);
    if (was != is) changes.push_back({field, std::move(was), std::move(is)});
  }
  return changes;
}

}  // namespace kith::ideas
