#include "wire/looks.hpp"

#include "wire/fields.hpp"

namespace kith::wire {

std::string write_looked(Looked const& look) {
  return write_json({{"event", "looked"}, {"v", look_version}, {"body", encode(look)}});
}

std::optional<Looked> read_looked(std::string_view bytes) {
  auto const read = read_json(bytes);
  auto const* json = std::get_if<Json>(&read);
  auto const* event = json ? string_at(*json, "event") : nullptr;
  auto const* body = json ? member(*json, "body") : nullptr;
  if (!event || *event != "looked" || integer_at(*json, "v") != look_version || !body || json->size() != 3)
    return std::nullopt;
  Looked look;
  FieldFault fault;
  return decode(*body, look, fault) ? std::optional(look) : std::nullopt;
}

std::string write_who_looked(WhoLooked const& who) {
  return write_json(codec<WhoLooked, Ways::out>.write(&who));
}

}  // namespace kith::wire
