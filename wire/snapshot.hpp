// A folded record in few bytes, to begin folding from. Only the server keeps it, sealed; it is never sent,
// and it is disposable: what cannot be read is folded from the first event instead.
//
// The bytes begin with a mark made from the shape of every row: names and types of its members, names of its
// values. A program whose rows have another shape reads nothing of it. Then each table: how many rows, and
// their members in order, without names.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/record/record.hpp"

namespace kith::wire {

std::string snapshot_mark();  // eight bytes
std::string write_snapshot(Record const&);
std::optional<Record> read_snapshot(
    std::string_view bytes);  // nullopt: no snapshot of this shape, or not whole

}  // namespace kith::wire
