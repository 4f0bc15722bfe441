// The one switch that makes Kith quiet: in hospital, too much just now, moved, left, has died.
//
// While a record is paused nothing is asked, nothing reminds and nothing counts as not done; resuming brings
// all of it back. After a death the record closes to everybody but a named keeper. Rules PS1-PS7
// (spec/pause.md). `fields` as in commands.hpp.
#pragma once
#include <optional>
#include <string_view>

#include "core/days.hpp"
#include "core/ids.hpp"
#include "core/names.hpp"

namespace kith {

enum class PauseWhy : std::uint8_t { in_hospital, too_much, moved, left, died };
constexpr auto names_of(PauseWhy) { return name_table("in_hospital", "too_much", "moved", "left", "died"); }

struct PauseRecord {
  static constexpr std::string_view name_ = "pause_record";
  PauseWhy why = PauseWhy::too_much;
  std::optional<AccountId> keeper;  // after a death: the one person it stays open to
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("why", s.why), v.maybe("keeper", s.keeper);
  }
};
struct ResumeRecord {
  static constexpr std::string_view name_ = "resume_record";
  template <class S, class V>
  static void fields(S&, V&) {}
};

struct RecordPaused : PauseRecord {
  static constexpr std::string_view name_ = "record_paused";
};
struct RecordResumed : ResumeRecord {
  static constexpr std::string_view name_ = "record_resumed";
};

// The last pause of a record, whether it still holds or not.
struct PauseRow {
  static constexpr std::string_view kind = "pause";
  RecordId record;
  CommandId version;
  PauseWhy why = PauseWhy::too_much;
  std::optional<AccountId> keeper;
  Day since;
  std::optional<Day> resumed_on;
  RecordId id() const { return record; }
  bool holds() const { return !resumed_on; }
  bool closes() const { return holds() && why == PauseWhy::died; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("record", s.record), v("version", s.version), v("why", s.why), v.maybe("keeper", s.keeper);
    v("since", s.since), v.maybe("resumed_on", s.resumed_on);
  }
};

}  // namespace kith
