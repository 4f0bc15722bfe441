#include "app/journal/append_check.hpp"

#include <map>

#include "app/fault.hpp"
#include "app/journal/chain.hpp"

namespace kith::app {
namespace {

void require(bool holds, char const* otherwise) {
  if (!holds) throw Fault(FaultKind::misuse, otherwise);
}

// Answers the head that the part leaves.
Head check_part(HashFunction hash, StreamPart const& part) {
  if (part.expected.position == 0) {
    require(part.expected == empty_head(hash, part.stream, part.kind),
            "A new stream must begin at its empty head.");
  }
  Head head = part.expected;
  for (auto const& event : part.events) {
    auto const& header = event.header;
    require(header.stream == part.stream, "An event was put into another stream's part.");
    require(header.position == head.position + 1,
            "Events must follow on from the expected head without a gap.");
    require(header.erases < header.position, "An event can only erase the body of an earlier one.");
    require(event.body.has_value(), "An event must be appended with its body.");
    require(event.body->size() <= body_bytes_max, "An event's body is over its bound.");
    require(event == link(hash, head, header, *event.body), "An event is not chained to the one before it.");
    head = head_after(event);
  }
  return head;
}

void check_item(HashFunction hash, AppendItem const& item) {
  require(item.parts.size() <= streams_per_item_max, "An item touches more streams than its bound.");
  require(item.rows.size() <= rows_per_item_max, "An item writes more rows than its bound.");
  std::map<IdBits, Head> heads;
  std::size_t events = 0;
  for (auto const& part : item.parts) {
    require(heads.emplace(part.stream, check_part(hash, part)).second, "An item names a stream twice.");
    events += part.events.size();
  }
  require(events <= events_per_item_max, "An item holds more events than its bound.");
  for (auto const& row : item.rows) check_row(row);
  for (auto const& snapshot : item.snapshots) {
    require(snapshot.body.size() <= snapshot_bytes_max, "A snapshot is over its bound.");
    auto const left = heads.find(snapshot.stream);
    require(left != heads.end() && left->second == snapshot.head && snapshot.head.position > 0,
            "A snapshot must be of the head that its item leaves.");
  }
  if (item.command)
    require(item.command->answer.size() <= body_bytes_max, "A stored answer is over its bound.");
}

}  // namespace

void check_append(HashFunction hash, std::span<AppendItem const> items) {
  require(items.size() <= items_per_append_max, "One append holds more items than its bound.");
  for (auto const& item : items) check_item(hash, item);
}

void check_row(ReadRow const& row) {
  require(!row.model.empty() && row.model.size() <= model_name_bytes_max,
          "A read model's name is empty or too long.");
  require(row.key.size() <= row_key_bytes_max, "A read row's key is over its bound.");
  require(!row.value || row.value->size() <= row_value_bytes_max, "A read row's value is over its bound.");
}

}  // namespace kith::app
