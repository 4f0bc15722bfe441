// What is shown of agreement, beside the line it is about. Part of the view (core/view/view.hpp).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/agreement/rows.hpp"

namespace kith {

struct StatementView;

struct StanceView {
  Party party;
  std::string name;
  std::string voice_kind;  // person, practitioner or supporter
  Stance stance = Stance::agree;
  Version line;
  bool on_these_words = true;  // false: it was given to an earlier wording
  Day on;
  std::string typed_by_name;
  std::optional<Confirmed> confirmed;
  std::vector<StatementView> own;  // their words, where they gave some
  std::vector<std::string> can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("party", s.party), v("name", s.name), v("voice_kind", s.voice_kind), v("stance", s.stance);
    v("line", s.line), v("on_these_words", s.on_these_words), v("on", s.on);
    v("typed_by_name", s.typed_by_name), v("confirmed", s.confirmed), v("own", s.own), v("can", s.can);
  }
};
struct ProposalView {
  ProposalId id;
  Version version;
  Party by;
  std::string by_name;
  std::string voice_kind;
  Version line;
  ProposalState state = ProposalState::waiting;
  Day made_on;
  std::optional<Day> answered_on;
  std::vector<StatementView> offered;  // one, as long as it can be seen
  std::vector<std::string> can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("by", s.by), v("by_name", s.by_name);
    v("voice_kind", s.voice_kind), v("line", s.line), v("state", s.state), v("made_on", s.made_on);
    v("answered_on", s.answered_on), v("offered", s.offered), v("can", s.can);
  }
};

}  // namespace kith
