// A scribe writes as a use case would: it remembers the heads it has seen and links new events to them. For
// tests and benches only.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "app/journal/chain.hpp"
#include "app/journal/journal.hpp"

namespace kith::journal_contract {

// Good enough to tell samples apart; the real hash is libsodium's.
app::Hash sample_hash(app::BytesView bytes);

constexpr IdBits sample_id(std::uint64_t n) { return {n, n}; }

class Scribe {
 public:
  explicit Scribe(app::HashFunction hash = sample_hash) : hash_(hash) {}

  app::Head head(IdBits stream) const;
  void set_head(IdBits stream, app::Head head) { heads_[stream] = head; }

  // A part that only says what was read.
  app::StreamPart guard(IdBits stream) const;
  // Events with these bodies after the last one. Moves the remembered head.
  app::StreamPart write(IdBits stream, std::vector<app::Bytes> const& bodies);
  // One event that empties an earlier body. Moves the remembered head.
  app::StreamPart erase(IdBits stream, std::uint64_t position);

  // An item that writes one part.
  app::AppendItem item(IdBits stream, std::vector<app::Bytes> const& bodies);

 private:
  app::StoredEvent next(IdBits stream, app::Bytes body, std::uint64_t erases);

  app::HashFunction hash_;
  std::map<IdBits, app::Head> heads_;
  std::uint64_t commands_ = 0;
};

app::CommandRow sample_command(std::uint64_t account, std::uint64_t command);
app::ReadRow row(std::string model, std::string key, std::string value);
app::ReadRow deletion(std::string model, std::string key);

}  // namespace kith::journal_contract
