// Rows of directory.db back into values. A row that cannot be read is a Fault, never a missing service.
#pragma once
#include "adapters/sqlite/sqlite.hpp"
#include "app/bytes.hpp"
#include "core/ideas/directory_events.hpp"

namespace kith::adapters {

template <class Tag>
app::Bytes key_of(Id<Tag> id) {
  return app::bytes_of(app::bits_of(id));
}

ideas::Service service_of_body(std::string_view body);
// {"check":{"on","by"},"hidden":true,"corrections":{field:text}}; "" for none.
std::string text_of_curation(ideas::Curation const&);
ideas::Curation curation_of_text(std::string_view json);

template <class IdType>
IdType id_in(sqlite::Query const& query, int column) {
  auto const bits = app::id_of(query.octets(column));
  return bits ? IdType{bits->hi, bits->lo} : IdType{};
}

}  // namespace kith::adapters
