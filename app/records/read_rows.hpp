// The read models of records: which records an account was ever let into, and where a paper copy's code
// leads.
//
// Made from one event at a time, so that `kith rebuild` makes exactly the same rows again. They only find
// records: whether a reader may see one is always decided by core/sharing.
#pragma once
#include <vector>

#include "app/journal/journal.hpp"
#include "app/seal/seal.hpp"
#include "core/record/events.hpp"

namespace kith::app {

inline constexpr char const* let_in_model = "let_in";  // key: account, record; value empty
inline constexpr char const* code_model = "code";      // key: keyed hash of the code; value: record

std::vector<ReadRow> rows_of(Seal&, RecordId, Event const&);

std::vector<RecordId> records_of(ReadModels const&, AccountId);
std::optional<RecordId> record_with_code(ReadModels const&, Seal&, std::string_view code);

// Makes every row of both models again from the events of every record. How many streams were read.
std::size_t rebuild(Journal&, ReadModels&, Seal&, class RecordStore&);

}  // namespace kith::app
