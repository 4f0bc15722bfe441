// Fuzzes what lies in a journal or on a device: any bytes are an event, a snapshot, or neither.
#include <cstdlib>

#include "wire/commands.hpp"
#include "wire/snapshot.hpp"

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* bytes, std::size_t size) {
  using namespace kith::wire;
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const read = read_event(text);
  if (auto const* event = std::get_if<kith::Event>(&read)) {
    auto const written = write_event(*event);
    auto const again = read_event(written);
    if (!std::holds_alternative<kith::Event>(again) || write_event(std::get<kith::Event>(again)) != written)
      std::abort();
    kith::Record record;
    apply(record, kith::RecordId{1, 1}, *event);
  }
  if (auto const snapshot = read_snapshot(snapshot_mark() + std::string(text))) {
    auto const written = write_snapshot(*snapshot);
    auto const again = read_snapshot(written);
    if (!again || write_snapshot(*again) != written) std::abort();
  }
  return 0;
}
