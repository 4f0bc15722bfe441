// Messages: words to somebody named, sent once and never changed. Commands and facts. Rules MS1-MS9
// (spec/messages.md).
//
// A message is a letter and no statement of the plan: it has no versions, and only its writer, those it names
// and the person see it. What answers it is a human being: words back, or "we talked about it". Values.
#pragma once
#include <optional>
#include <vector>

#include "core/ids.hpp"
#include "core/record/party.hpp"
#include "core/record/text.hpp"
#include "core/record/vocabulary.hpp"

namespace kith {

using MessageId = Id<struct MessageTag>;

enum class Settled : std::uint8_t { answered, talked };
constexpr auto names_of(Settled) { return name_table("answered", "talked"); }

struct SendMessage {
  static constexpr std::string_view name_ = "send_message";
  MessageId message;
  std::vector<Party> to;
  Words words;
  std::optional<Confirmed> confirmed;  // when it is typed for somebody else
  std::optional<MessageId> answers;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("message", s.message), v("to", s.to), v("words", s.words);
    v.maybe("confirmed", s.confirmed), v.maybe("answers", s.answers);
  }
};
struct OpenMessage {
  static constexpr std::string_view name_ = "open_message";
  MessageId message;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("message", s.message);
  }
};
// "We talked about it."
struct SettleMessage {
  static constexpr std::string_view name_ = "settle_message";
  MessageId message;
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("message", s.message);
  }
};

struct MessageSent {
  static constexpr std::string_view name_ = "message_sent";
  MessageId message;
  std::vector<Party> to;
  Words words;
  std::optional<Confirmed> confirmed;
  std::optional<MessageId> answers;
  Party voice;  // whose words; who typed them is the event's actor
  template <class S, class V>
  static void fields(S& s, V& v) {
    v("message", s.message), v("to", s.to), v("words", s.words);
    v.maybe("confirmed", s.confirmed), v.maybe("answers", s.answers), v("voice", s.voice);
  }
};
struct MessageOpened : OpenMessage {
  static constexpr std::string_view name_ = "message_opened";
};
struct MessageSettled : SettleMessage {
  static constexpr std::string_view name_ = "message_settled";
};

}  // namespace kith
