#include "wire/fields.hpp"

#include <algorithm>
#include <cassert>

namespace kith::wire {
namespace {

constexpr std::size_t echo_bytes_max = 60;  // of a member nobody knows

// The nth of items that stand side by side, whatever they are.
template <class Byte, class Any>
Any* item_at(Any* first, std::size_t n, std::size_t item_bytes) {
  return static_cast<Byte*>(first) + n * item_bytes;
}

// The text in `json`, refused where there is none.
std::string const* text_in(Json const& json, FieldFault& fault) {
  auto const* text = json.get_ptr<Json::string_t const*>();
  if (!text) broken(fault, "CM4");
  return text;
}

}  // namespace

bool broken(FieldFault& fault, std::string_view rule) {
  fault = {rule, ""};
  return false;
}

void MemberList::add(char const* name, void const* value, Codec const& codec,
                     bool (*is_absent)(void const*)) {
  assert(count_ < members_max);
  members_[count_++] = {name, value, &codec, is_absent};
}

Json MemberList::write() const {
  Json json = Json::object();
  auto& object = *json.get_ptr<Json::object_t*>();
  for (auto const& member : all()) {
    if (!member.is_absent || !member.is_absent(member.value))
      object.emplace(member.name, member.codec->write(member.value));
  }
  return json;
}

bool MemberList::read(Json const& json, FieldFault& fault) const {
  auto const* object = json.get_ptr<Json::object_t const*>();
  if (!object) return broken(fault, "CM4");
  for (auto const& member : all()) {
    std::string_view const name = member.name;
    auto const found = object->find(name);
    bool const is_there = found != object->end();
    if (member.is_absent && (!is_there || found->second.is_null())) continue;
    if (!is_there) {
      fault = {"CM4", std::string(name)};
      return false;
    }
    if (member.codec->read(found->second, const_cast<void*>(member.value), fault)) continue;
    fault.member = fault.member.empty() ? std::string(name) : std::string(name) + "." + fault.member;
    return false;
  }
  for (auto const& [name, value] : *object) {
    if (std::ranges::find(all(), std::string_view(name), &Member::name) != all().end()) continue;
    fault = {"CM4", name.substr(0, echo_bytes_max)};
    return false;
  }
  return true;
}

namespace shape {

Json write_flag(bool value) { return value; }
Json write_whole(std::int64_t value) { return value; }
Json write_text(std::string text) { return Json(std::move(text)); }
Json write_names(std::uint32_t bits, NameTable table) {
  auto list = Json::array_t();
  for (std::size_t n = 0; n < table.size(); ++n)
    if (bits >> n & 1u) list.push_back(write_text(std::string(table[n])));
  return list;
}
Json write_items(void const* first, std::size_t count, std::size_t item_bytes, Codec const& codec) {
  auto list = Json::array_t();
  list.reserve(count);
  for (std::size_t n = 0; n < count; ++n)
    list.push_back(codec.write(item_at<char const>(first, n, item_bytes)));
  return list;
}

bool read_into(bool& value, Json const& json, FieldFault& fault) {
  auto const* flag = json.get_ptr<Json::boolean_t const*>();
  return flag ? (value = *flag, true) : broken(fault, "CM4");
}
bool read_whole(Json const& json, std::int64_t least, std::int64_t most, std::int64_t& value,
                FieldFault& fault) {
  auto const* whole = json.get_ptr<Json::number_integer_t const*>();
  if (!whole || *whole < least || *whole > most) return broken(fault, "CM4");
  value = *whole;
  return true;
}
bool read_text(Json const& json, std::size_t bytes_max, std::string& value, FieldFault& fault) {
  auto const* text = text_in(json, fault);
  if (!text) return false;
  if (!is_sound_text(*text, bytes_max)) return broken(fault, "CM5");
  value = *text;
  return true;
}
bool read_name(Json const& json, NameTable table, std::size_t& which, FieldFault& fault) {
  auto const* text = text_in(json, fault);
  if (!text) return false;
  auto const found = std::ranges::find(table, std::string_view(*text));
  if (found == table.end()) return broken(fault, "CM4");
  which = static_cast<std::size_t>(found - table.begin());
  return true;
}
bool read_names(Json const& json, NameTable table, std::uint32_t& bits, FieldFault& fault) {
  auto const* list = json.get_ptr<Json::array_t const*>();
  if (!list || list->size() > table.size()) return broken(fault, "CM4");
  for (auto const& item : *list) {
    std::size_t which = 0;
    if (!read_name(item, table, which, fault)) return false;
    bits |= 1u << which;
  }
  return true;
}
bool read_into(Day& value, Json const& json, FieldFault& fault) {
  auto const* text = text_in(json, fault);
  if (!text) return false;
  auto const day = parse_day(*text);
  return day ? (value = *day, true) : broken(fault, "CM6");
}
bool read_into(Instant& value, Json const& json, FieldFault& fault) {
  auto const* text = text_in(json, fault);
  if (!text) return false;
  auto const instant = parse_instant(*text);
  if (!instant || instant->ms < 0 || *instant >= instant_max) return broken(fault, "CM6");
  value = *instant;
  return true;
}
bool read_into(Party& value, Json const& json, FieldFault& fault) {
  auto const* text = text_in(json, fault);
  auto const party = text ? parse_party(*text) : std::nullopt;
  return party ? (value = *party, true) : broken(fault, "CM4");
}
bool read_into(IdBits& value, Json const& json, FieldFault& fault) {
  auto const* text = text_in(json, fault);
  auto const bits = text ? parse_uuid(*text) : std::nullopt;
  return bits ? (value = *bits, true) : broken(fault, "CM4");
}
std::optional<std::size_t> items_in(Json const& json, FieldFault& fault) {
  auto const* list = json.get_ptr<Json::array_t const*>();
  if (list && list->size() <= list_items_max) return list->size();
  broken(fault, "CM4");
  return std::nullopt;
}
bool read_items(Json const& json, void* first, std::size_t item_bytes, Codec const& codec,
                FieldFault& fault) {
  auto const& list = *json.get_ptr<Json::array_t const*>();
  for (std::size_t n = 0; n < list.size(); ++n)
    if (!codec.read(list[n], item_at<char>(first, n, item_bytes), fault)) return false;
  return true;
}

}  // namespace shape
}  // namespace kith::wire
