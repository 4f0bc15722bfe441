// What is shown of messages. Part of the view (core/view/view.hpp); an absent value is null.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/messages/rows.hpp"

namespace kith {

struct MessageTo {
  Party party;
  std::string name;
  std::optional<Day> opened_on;
  bool can_open = true;  // false: they are not let in any more, and the person should know
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("party", s.party), v("name", s.name), v("opened_on", s.opened_on), v("can_open", s.can_open);
  }
};
struct SettledView {
  Settled how = Settled::answered;
  std::string by_name;
  Day on;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("how", s.how), v("by_name", s.by_name), v("on", s.on);
  }
};
struct MessageView {
  MessageId id;
  Version version;
  Party voice;
  std::string voice_name;
  std::string voice_kind;
  std::string typed_by_name;
  bool typed_by_voice = true;
  std::optional<Confirmed> confirmed;
  std::string words;
  Instant sent_at;
  Day sent_on;
  std::vector<MessageTo> to;
  std::optional<MessageId> answers;
  std::optional<SettledView> settled;
  bool waits_for_me = false;  // MS5: on this reader's Today
  std::vector<std::string> can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("id", s.id), v("version", s.version), v("voice", s.voice), v("voice_name", s.voice_name);
    v("voice_kind", s.voice_kind), v("typed_by_name", s.typed_by_name);
    v("typed_by_voice", s.typed_by_voice), v("confirmed", s.confirmed), v("words", s.words);
    v("sent_at", s.sent_at), v("sent_on", s.sent_on), v("to", s.to), v("answers", s.answers);
    v("settled", s.settled), v("waits_for_me", s.waits_for_me), v("can", s.can);
  }
};
struct MessagesView {
  std::vector<MessageView> rows;  // the newest first
  std::vector<MessageTo> to;      // whom this reader may write to now
  std::vector<std::string> can;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("rows", s.rows), v("to", s.to), v("can", s.can);
  }
};

}  // namespace kith
