// Marking lines as copied into another record. Rules HO5 and HO6 (spec/handover.md).
#include <algorithm>

#include "core/record/desk.hpp"

namespace kith {
namespace {

// The versions in which a line of this record stands or stood.
class Stands {
 public:
  Stands(Record const& record, RowKey const& key) : record_(record) {
    std::string_view const text = key.text;
    auto const colon = std::min(text.find(':'), text.size());
    kind_ = text.substr(0, colon);
    id_ = text.substr(std::min(colon + 1, text.size()));
    look(record.goals), look(record.steps), look(record.promises), look(record.talk), look(record.meetings);
    look(record.ideas), look(record.enjoyed), look(record.statements);
  }
  bool has(Version version) const { return std::ranges::find(versions_, version) != versions_.end(); }

 private:
  template <class Key, class Row>
  void look(std::map<Key, Row> const& table) {
    auto const key = kind_ == Row::kind ? parse_id<Key>(id_) : std::nullopt;
    auto const* row = key ? find(table, *key) : nullptr;
    if (!row) return;
    versions_.push_back(row->version);
    if constexpr (requires { row->earlier; })
      versions_.insert(versions_.end(), row->earlier.begin(), row->earlier.end());
    if constexpr (requires { row->statement.hi; })
      look_at(row->statement);
    else if constexpr (requires { row->statement.has_value(); })
      if (row->statement) look_at(*row->statement);
    if constexpr (requires { row->versions; })
      for (auto const& worded : row->versions) versions_.push_back(worded.version);
  }
  void look_at(StatementId id) {
    auto const* row = find(record_.statements, id);
    if (!row) return;
    for (auto const& worded : row->versions) versions_.push_back(worded.version);
  }

  Record const& record_;
  std::string_view kind_, id_;
  std::vector<Version> versions_;
};

}  // namespace

Verdict decide(Desk const& desk, MarkCopied const& ask) {
  LinesCopied copied;
  bool changes = false;
  for (auto line : ask.lines) {
    if (!has_line(desk.record, line.row)) return not_there();
    Stands const stands(desk.record, line.row);
    // A version that is no longer known was overtaken: without it the line is offered again.
    std::erase_if(line.seen, [&](Version version) { return !stands.has(version); });
    std::ranges::sort(line.seen);
    auto const* before = find(desk.record.copied, {line.row, desk.here.reader.account});
    changes = changes || !before || before->seen != line.seen;
    copied.lines.push_back(std::move(line));
  }
  if (!changes) return Already{};
  return facts_of(std::move(copied));
}

void fold(Record& record, Event const& event, LinesCopied const& f) {
  for (auto const& line : f.lines) {
    CopiedRow row{line.row, event.actor, event.command, line.seen, event.day_made};
    record.copied.insert_or_assign(row.id(), std::move(row));
  }
}

}  // namespace kith
