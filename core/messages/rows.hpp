// The rows of messages: the message, and who has opened it. See core/record/rows.hpp.
#pragma once
#include "core/record/rows.hpp"

namespace kith {

struct MessageRow {
  static constexpr std::string_view kind = "message";
  MessageId message;
  Version version;
  Party voice;
  AccountId typed_by;
  std::vector<Party> to;
  Words words;
  std::optional<Confirmed> confirmed;
  std::optional<MessageId> answers;
  Instant sent_at;
  Day sent_on;
  std::optional<Settled> settled;  // by somebody named, with words back or by talking
  std::optional<AccountId> settled_by;
  std::optional<Day> settled_on;
  MessageId id() const { return message; }
  bool names(Party const& party) const;
  // MS5: it is from the person's side, and nobody has answered yet.
  bool waits() const { return !voice.account() && !settled; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("message", s.message), v("version", s.version), v("voice", s.voice), v("typed_by", s.typed_by);
    v("to", s.to), v("words", s.words), v.maybe("confirmed", s.confirmed), v.maybe("answers", s.answers);
    v("sent_at", s.sent_at), v("sent_on", s.sent_on), v.maybe("settled", s.settled);
    v.maybe("settled_by", s.settled_by), v.maybe("settled_on", s.settled_on);
  }
};
struct OpenedRow {
  static constexpr std::string_view kind = "opened";
  using Id = Pair<MessageId, AccountId>;
  MessageId message;
  AccountId account;
  Version version;
  Day on;
  Id id() const { return {message, account}; }
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("message", s.message), v("account", s.account), v("version", s.version), v("on", s.on);
  }
};

}  // namespace kith
