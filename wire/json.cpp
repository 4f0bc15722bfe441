#include "wire/json.hpp"

#include "core/words/code_point.hpp"

namespace kith::wire {

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const bytes = code_point_at(text, at).bytes;
    if (bytes == 0) return false;
    at += bytes;
  }
  return true;
}

Json const* member(Json const& object, std::string_view key) {
  auto const* members = object.get_ptr<Json::object_t const*>();
  if (!members) return nullptr;
  auto const found = members->find(key);
  return found == members->end() ? nullptr : &found->second;
}
std::string const* string_at(Json const& object, std::string_view key) {
  auto const* value = member(object, key);
  return value ? value->get_ptr<Json::string_t const*>() : nullptr;
}
std::optional<std::int64_t> integer_at(Json const& object, std::string_view key) {
  auto const* value = member(object, key);
  if (!value || !value->is_number_integer()) return std::nullopt;
  if (auto const* whole = value->get_ptr<Json::number_integer_t const*>()) return *whole;
  return std::nullopt;
}
std::optional<bool> bool_at(Json const& object, std::string_view key) {
  auto const* value = member(object, key);
  if (!value) return std::nullopt;
  if (auto const* flag = value->get_ptr<Json::boolean_t const*>()) return *flag;
  return std::nullopt;
}
Json::array_t const* array_at(Json const& object, std::string_view key) {
  auto const* value = member(object, key);
  return value ? value->get_ptr<Json::array_t const*>() : nullptr;
}
Json::object_t const* object_of(Json const& value) { return value.get_ptr<Json::object_t const*>(); }

}  // namespace kith::wire
