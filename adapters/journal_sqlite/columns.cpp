#include "adapters/journal_sqlite/columns.hpp"

#include "app/fault.hpp"

namespace kith::adapters {

using namespace app;

namespace {

constexpr std::size_t anchored_head_bytes = 16 + 1 + 8 + 32;

[[noreturn]] void damaged(std::string const& what) {
  throw Fault(FaultKind::corrupted, what + " does not have the shape it was written in.");
}

}  // namespace

IdBits id_at(sqlite::Query const& row, int column, std::string const& what) {
  auto const id = id_of(row.octets(column));
  return id ? *id : (damaged(what), IdBits{});
}

Hash hash_at(sqlite::Query const& row, int column, std::string const& what) {
  auto const hash = hash_of(row.octets(column));
  return hash ? *hash : (damaged(what), Hash{});
}

Bytes octets_at(sqlite::Query const& row, int column, std::size_t bytes_max, std::string const& what) {
  auto const octets = row.octets(column);
  if (octets.size() > bytes_max) damaged(what);
  return Bytes(octets);
}

std::uint64_t count_at(sqlite::Query const& row, int column, std::string const& what) {
  auto const number = row.integer(column);
  return number >= 0 ? static_cast<std::uint64_t>(number) : (damaged(what), 0);
}

StoredEvent event_of(sqlite::Query const& row) {
  auto const position = row.integer(1);
  auto const what = "Event " + std::to_string(position);
  StoredEvent event;
  event.header.stream = id_at(row, 0, what);
  event.header.position = count_at(row, 1, what);
  event.header.id = {id_at(row, 2, what), static_cast<std::uint32_t>(count_at(row, 3, what))};
  event.header.recorded_at = Instant{row.integer(4)};
  event.header.key = count_at(row, 5, what);
  event.header.erases = count_at(row, 6, what);
  event.body_hash = hash_at(row, 7, what);
  event.chain = hash_at(row, 8, what);
  if (!row.is_null(9)) event.body = octets_at(row, 9, body_bytes_max, what);
  return event;
}

StreamHead head_of(sqlite::Query const& row) {
  StreamHead found;
  found.stream = id_at(row, 0, "A stream's id");
  if (row.is_null(1)) return found;
  auto const what = "The head of stream " + uuid_text(found.stream);
  found.kind = static_cast<StreamKind>(count_at(row, 1, what));
  found.head = {count_at(row, 2, what), hash_at(row, 3, what)};
  return found;
}

Bytes bytes_of_heads(std::vector<StreamHead> const& heads) {
  Bytes bytes;
  bytes.reserve(heads.size() * anchored_head_bytes);
  for (auto const& [stream, kind, head] : heads) {
    bytes += bytes_of(stream);
    append_number(bytes, static_cast<std::uint8_t>(kind), 1);
    append_number(bytes, head.position);
    bytes += view(head.chain);
  }
  return bytes;
}

std::vector<StreamHead> heads_of(BytesView bytes) {
  if (bytes.size() % anchored_head_bytes != 0) damaged("An anchor");
  std::vector<StreamHead> heads;
  for (; !bytes.empty(); bytes.remove_prefix(anchored_head_bytes)) {
    auto const kind = static_cast<StreamKind>(read_number(bytes.substr(16, 1)));
    Head const head{read_number(bytes.substr(17, 8)), *hash_of(bytes.substr(25, 32))};
    heads.push_back({*id_of(bytes.substr(0, 16)), kind, head});
  }
  return heads;
}

}  // namespace kith::adapters
