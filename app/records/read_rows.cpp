#include "app/records/read_rows.hpp"

#include <map>

#include "app/fault.hpp"
#include "app/records/record_store.hpp"

namespace kith::app {
namespace {

constexpr std::size_t page_rows = 512;
constexpr std::size_t page_streams = 512;

Hash hash_of_code(Seal& seal, std::string_view code) {
  auto const hash = seal.keyed_hash(installation_key, HashPurpose::row_key, code);
  if (!hash) throw Fault(FaultKind::corrupted, "The installation's key is missing.");
  return *hash;
}

ReadRow let_in(AccountId account, RecordId record) {
  return {let_in_model, bytes_of(bits_of(account)) + bytes_of(bits_of(record)), Bytes()};
}

}  // namespace

std::vector<ReadRow> rows_of(Seal& seal, RecordId record, Event const& event) {
  std::vector<ReadRow> rows;
  if (auto const* started = std::get_if<RecordStarted>(&event.fact)) {
    rows.push_back(let_in(started->person.value_or(event.actor), record));
    if (started->code)
      rows.push_back(
          {code_model, Bytes(view(hash_of_code(seal, started->code->text))), bytes_of(bits_of(record))});
  } else if (auto const* taken = std::get_if<RecordTaken>(&event.fact)) {
    rows.push_back(let_in(taken->person, record));
  } else if (auto const* grant = std::get_if<GrantGiven>(&event.fact)) {
    rows.push_back(let_in(grant->to, record));
  } else if (auto const* visit = std::get_if<VisitOpened>(&event.fact)) {
    for (auto const& account : visit->with) rows.push_back(let_in(account, record));
  }
  return rows;
}

std::vector<RecordId> records_of(ReadModels const& models, AccountId account) {
  std::vector<RecordId> records;
  std::optional<Bytes> after;
  for (;;) {
    auto const page = models.rows(let_in_model, bytes_of(bits_of(account)), after, page_rows);
    for (auto const& row : page) {
      auto const id = id_of(BytesView(row.key).substr(id_bytes));
      if (id) records.push_back({id->hi, id->lo});
    }
    if (page.size() < page_rows) return records;
    after = page.back().key;
  }
}

std::optional<RecordId> record_with_code(ReadModels const& models, Seal& seal, std::string_view code) {
  auto const key = hash_of_code(seal, code);
  auto const rows = models.rows(code_model, view(key), std::nullopt, 1);
  auto const id = rows.empty() || !rows.front().value ? std::nullopt : id_of(*rows.front().value);
  return id ? std::optional(RecordId{id->hi, id->lo}) : std::nullopt;
}

std::size_t rebuild(Journal& journal, ReadModels& models, Seal& seal, RecordStore& store) {
  std::map<Bytes, ReadRow> let_in_rows, code_rows;
  std::size_t count = 0;
  std::optional<IdBits> after;
  for (;;) {
    auto const page = journal.streams(after, page_streams);
    for (auto const& stream : page) {
      after = stream.stream;
      if (stream.kind != StreamKind::person_record) continue;
      ++count;
      RecordId const record{stream.stream.hi, stream.stream.lo};
      for (auto const& event : store.events_after(record, 0)) {
        for (auto& row : rows_of(seal, record, event)) {
          auto& rows = row.model == let_in_model ? let_in_rows : code_rows;
          rows.insert_or_assign(row.key, std::move(row));
        }
      }
    }
    if (page.size() < page_streams) break;
  }
  auto const put = [&](BytesView model, std::map<Bytes, ReadRow>& rows) {
    std::vector<ReadRow> list;
    for (auto& entry : rows) list.push_back(std::move(entry.second));
    models.replace(model, list);
  };
  put(let_in_model, let_in_rows);
  put(code_model, code_rows);
  return count;
}

}  // namespace kith::app
