// Rows of directory.db back into values. A row that cannot be read is a Fault, never a missing service.
#pragma once
#include "adapters/sqlite/sqlite.hpp"
#include "app/bytes.hpp"
#include "core/ideas/service.hpp"

namespace kith::adapters {

template <class Tag>
app::Bytes key_of(Id<Tag> id) {
  return app::bytes_of(app::bits_of(id));
}

ideas::Service service_of_body(std::string_view body);

template <class IdType>
IdType id_in(sqlite::Query const& query, int column) {
  auto const bits = app::id_of(query.octets(column));
  return bits ? IdType{bits->hi, bits->lo} : IdType{};
}

}  // namespace kith::adapters
