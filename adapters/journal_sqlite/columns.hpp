// From the columns of the journal's tables to the port's values, trusting nothing: whoever can write to the
// disk can write anything into a column.
#pragma once
#include <string>

#include "adapters/sqlite/sqlite.hpp"
#include "app/journal/journal.hpp"

namespace kith::adapters {

// Each throws Fault (corrupted) when a column does not have its shape; `what` names the row.
IdBits id_at(sqlite::Query const&, int column, std::string const& what);
app::Hash hash_at(sqlite::Query const&, int column, std::string const& what);
app::Bytes octets_at(sqlite::Query const&, int column, std::size_t bytes_max, std::string const& what);
std::uint64_t count_at(sqlite::Query const&, int column, std::string const& what);

// Columns: stream, position, command, n, recorded_at_ms, key_id, erases, body_hash, chain, body.
app::StoredEvent event_of(sqlite::Query const&);

// Columns: stream, kind, position, chain; the last three are NULL for a stream that lost its head.
app::StreamHead head_of(sqlite::Query const&);

// The heads of an anchor as they are stored: 57 octets each.
app::Bytes bytes_of_heads(std::vector<app::StreamHead> const& heads);
std::vector<app::StreamHead> heads_of(app::BytesView bytes);

}  // namespace kith::adapters
