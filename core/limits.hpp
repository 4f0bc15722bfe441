// Every bound of the core, by name. A bound is part of a rule: the refusal that quotes it is in spec/.
//
// Units are in the names; bytes are bytes of UTF-8.
#pragma once
#include <cstddef>
#include <cstdint>

namespace kith {

inline constexpr std::size_t name_bytes_max = 200;  // what a person, tie or place is called
inline constexpr std::size_t words_bytes_max =
    8000;  // one version of a statement: about four pages of hand-writing
inline constexpr std::size_t commands_per_request_max = 100;  // CM1
inline constexpr std::size_t bases_per_command_max = 16;
inline constexpr std::size_t versions_per_statement_max = 500;
inline constexpr std::size_t earlier_versions_max = 64;  // of a tie or a step, kept to know a late base
inline constexpr std::size_t ties_per_circle_max = 500;
inline constexpr std::size_t links_per_circle_max = 2000;
inline constexpr std::size_t statements_per_record_max = 20000;
inline constexpr std::size_t stances_per_record_max = 20000;  // AG13
inline constexpr std::size_t things_per_kind_max = 5000;      // goals, steps, ideas, promises, meetings, talk
inline constexpr std::size_t copies_per_join_max = 4000;      // JO9: one commit
inline constexpr std::size_t parties_per_list_max = 50;
inline constexpr std::int64_t offset_min_made_max = 14 * 60;  // CM10
inline constexpr std::int64_t visit_hours_max = 12;
inline constexpr std::int64_t follow_up_days_default = 14;  // genie 1.7
inline constexpr std::int64_t days_between_questions = 7;   // at most one question a week
inline constexpr int unanswered_before_stop_question = 2;
inline constexpr std::size_t ideas_active_soft_max = 3;  // genie 1.1: soft, the page asks which to pause
inline constexpr std::int64_t invitation_days = 14;      // SU3
inline constexpr std::int64_t keep_days_person = 30;
inline constexpr std::int64_t keep_days_practitioner = 7;
inline constexpr std::int64_t keep_days_supporter = 3;
inline constexpr std::int64_t how_far_m_max = 200000;
inline constexpr std::size_t withdrawal_code_bytes = 12;

}  // namespace kith
