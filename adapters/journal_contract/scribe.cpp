#include "adapters/journal_contract/scribe.hpp"

#include <utility>

namespace kith::journal_contract {

using namespace app;

namespace {

constexpr auto kind = StreamKind::person_record;
constexpr std::int64_t first_of_may_ms = 1777593600000;  // 2026-05-01T00:00Z

}  // namespace

// FNV-1a with four different beginnings.
Hash sample_hash(BytesView bytes) {
  Hash hash;
  for (std::uint64_t lane = 0; lane < 4; ++lane) {
    std::uint64_t value = 0xcbf29ce484222325ull + lane * 0x9e3779b97f4a7c15ull;
    for (char const octet : bytes) value = (value ^ static_cast<unsigned char>(octet)) * 0x100000001b3ull;
    for (std::uint64_t n = 0; n < 8; ++n) hash[lane * 8 + n] = static_cast<std::uint8_t>(value >> n * 8);
  }
  return hash;
}

Head Scribe::head(IdBits stream) const {
  auto const found = heads_.find(stream);
  return found == heads_.end() ? empty_head(hash_, stream, kind) : found->second;
}

StreamPart Scribe::guard(IdBits stream) const { return {stream, kind, head(stream), {}}; }

StreamPart Scribe::write(IdBits stream, std::vector<Bytes> const& bodies) {
  auto part = guard(stream);
  ++commands_;
  for (auto const& body : bodies) part.events.push_back(next(stream, body, 0));
  return part;
}

StreamPart Scribe::erase(IdBits stream, std::uint64_t position) {
  auto part = guard(stream);
  ++commands_;
  part.events.push_back(next(stream, "erased", position));
  return part;
}

AppendItem Scribe::item(IdBits stream, std::vector<Bytes> const& bodies) {
  AppendItem item;
  item.parts.push_back(write(stream, bodies));
  return item;
}

StoredEvent Scribe::next(IdBits stream, Bytes body, std::uint64_t erases) {
  auto const before = head(stream);
  EventHeader header;
  header.stream = stream;
  header.position = before.position + 1;
  header.id = {sample_id(commands_), static_cast<std::uint32_t>(before.position)};
  header.recorded_at = Instant{first_of_may_ms + static_cast<std::int64_t>(commands_)};
  header.key = 17;
  header.erases = erases;
  auto event = link(hash_, before, header, std::move(body));
  heads_[stream] = head_after(event);
  return event;
}

CommandRow sample_command(std::uint64_t account, std::uint64_t command) {
  CommandRow row;
  row.account = sample_id(account);
  row.command = sample_id(command);
  row.stream = sample_id(1);
  row.command_hash = sample_hash("command " + std::to_string(command));
  row.outcome = CommandOutcome::refused;
  row.rule = "PL6";
  row.first_position = 3;
  row.count = 2;
  row.answer = std::string("an answer\0with NUL", 18);
  return row;
}

ReadRow row(std::string model, std::string key, std::string value) {
  return {std::move(model), std::move(key), std::move(value)};
}

ReadRow deletion(std::string model, std::string key) {
  return {std::move(model), std::move(key), std::nullopt};
}

}  // namespace kith::journal_contract
