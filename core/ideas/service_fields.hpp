// The parts of a service by name, as text: for showing what a change changed, and for what a curator may put
// right. Rules DC9 and DC11 (spec/directory.md). Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ideas/service.hpp"
#include "core/names.hpp"

namespace kith::ideas {

// Names are stored in events and never change.
enum class ServiceField : std::uint8_t {
  name,
  organization,
  description,
  first_visit,
  newcomers,
  who_can_come,
  opening,
  getting_there,
  address,
  postcode,
  phone,
  email,
  website,
  cost_text,
  access_text,
  area,
  group,       // how many people come, as `GroupSize`
  come_alone,  // yes, no or unknown, as `companion`: somebody may come along
  companion,
  // The rest can be compared, and is put right by the publisher only.
  place,
  reach,
  sub_categories,
  cost,
  access,
  ages,
  checked,
  closed,
};
constexpr auto names_of(ServiceField) {
  return name_table("name", "organization", "description", "first_visit", "newcomers", "who_can_come",
                    "opening", "getting_there", "address", "postcode", "phone", "email", "website",
                    "cost_text", "access_text", "area", "group", "come_alone", "companion", "place", "reach",
                    "sub_categories", "cost", "access", "ages", "checked", "closed");
}
constexpr bool is_correctable(ServiceField field) { return field <= ServiceField::companion; }
std::size_t bytes_max_of(ServiceField);

std::string text_in(Service const&, ServiceField);

// false: not a field that can be put right, too long, or no text that fits it. The name is never empty.
bool put_text(Service&, ServiceField, std::string_view text);

struct FieldChange {
  ServiceField field = ServiceField::name;
  std::string before, after;
  friend bool operator==(FieldChange const&, FieldChange const&) = default;
};
std::vector<FieldChange> differences(Service const& before, Service const& after);

}  // namespace kith::ideas
