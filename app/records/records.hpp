// Records: what can be done with a person's record. Submit commands, read the view, follow changes, find
// one's people.
//
// Every answer is made from `restrict`; a record the caller is not let into is exactly as one that does not
// exist (nullopt, then 404). Whoever is not the person leaves an entry in its access log before anything is
// answered; a look that cannot be kept is a Fault (LK1, LK2). Any thread. Faults: the journal's. Rules CM2,
// CM3, CM8, SY1-SY8 (spec/sync.md).
#pragma once
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "app/journal/states.hpp"
#include "app/journal/writer.hpp"
#include "app/looks/access_log.hpp"
#include "app/records/kept_views.hpp"
#include "app/records/record_store.hpp"
#include "core/at_work/time_together.hpp"
#include "core/device/device.hpp"
#include "core/joining/join.hpp"
#include "core/view/view.hpp"
#include "wire/commands.hpp"
#include "wire/export.hpp"

namespace kith::app {

inline constexpr int submit_tries_max = 4;  // a duplicate in one batch makes the second one try again
inline constexpr std::int64_t sync_cookie_ms = 90 * day_ms;
inline constexpr std::size_t visible_rows_kept_max = 256;

// Who is asking. `session` names the session, so that a cookie of one cannot be used by another.
struct Caller {
  AccountId account;
  Role role = Role::person;
  Name name;
  Hash session{};
  std::optional<RecordId> own_record;
  Reader reader() const { return {account, role}; }
};

struct CommandAnswer {
  std::optional<CommandId> id;
  CommandFate outcome = CommandFate::refused;
  std::string rule;
  Message message;
  std::vector<Version> versions;
  std::optional<Ask> undo = {};  // CM13
};
struct Submitted {
  std::vector<CommandAnswer> answers;
  std::string cookie;
};

struct SyncPatch {
  std::string cookie;
  bool reset = false;
  Instant keep_until;
  std::vector<std::pair<std::string, std::string>> put;  // key, row as JSON
  std::vector<std::string> del;
  std::vector<CommandId> settled;
};

struct WaitingMessage {  // MS5: it waits for this practitioner
  MessageId message;
  std::string from;
  Day sent_on;
  bool opened = false;  // by them
};
struct Brief {  // one line of My people
  RecordId record;
  std::string name;
  std::optional<MeetingView> next;
  std::vector<std::string> asked_for, to_talk_about;
  bool in_visit = false;
  bool quiet = false;                        // paused or closed: it has nothing due
  std::vector<WaitingMessage> waiting = {};  // the oldest first
  bool closed = false;                       // joined to another
  std::optional<RecordId> into = {};         // that one, where this reader may see it (JO6)
};

struct VisitOf {
  std::string name;  // VT6: "" when its record may not be seen any more
  VisitTime time;
};

// Two records side by side, before and after they are joined (spec/joining.md).
struct JoinLine {
  std::string kind;  // the place of a line, or "tie", "idea"
  std::string words;
  std::string whose;  // of words: whose they are; "" where that is not known, or where they are no words
  std::string by;     // who typed it; "" where that is not known
  Day on;
};
struct JoinSideLook {
  RecordId record;
  std::string name;
  Day started_on;
  std::vector<JoinLine> lines;
};
struct JoinLook {
  JoinSideLook old, kept;
  bool joined = false, can_undo = false;
  std::optional<Refusal> refusal;       // why not now
  std::vector<std::string> lost_sight;  // JO6: by name
};

struct InvitationLook {  // what somebody reads before they take it
  std::string person;
  PartSet see, tell;
  std::optional<Instant> until;
};
struct Supported {
  RecordId record;
  std::string name;
  PartSet see, tell;
  std::optional<Instant> until;
};
struct Supporting {
  std::vector<Supported> people;  // by name
  bool less = false;              // SU9, and not of whom
};

class Records {
 public:
  struct Needs {
    Journal& journal;
    ReadModels& models;
    Seal& seal;
    HashFunction hash;
    std::function<Instant()> clock;
    ZoneRules zone;
    std::function<std::optional<KnownAccount>(AccountId)> known;
    std::function<void(AccountId, RecordId)> started;  // a person has begun their own record
    std::function<void(ServiceReported const&, Day)>
        service_reported;  // crosses to the directory, without the record
    std::function<void(ServiceId, Barrier, Day)> obstacle_heard =
        {};  // so does what was in the way of a service; absent: nobody listens
    std::function<std::optional<Fault>()> closed = {};  // why nothing can be written now; may be empty
  };
  explicit Records(Needs);

  RecordStore& store() { return store_; }

  // nullopt: not there for this caller, and the first command does not start it.
  std::optional<Submitted> submit(Caller const&, RecordId, std::vector<wire::ReadCommand> const&);

  std::optional<View> view(Caller const&, RecordId, Say const&);
  // The same written out, in the words of a language. Null: not there for this caller.
  std::shared_ptr<std::string const> view_text(Caller const&, RecordId, Catalogue const&);
  std::optional<Record> shown(Caller const&, RecordId, Surface);
  ViewContext reading(Caller const&, Say) const;  // how that is read now

  // `since` "" asks for everything. A refusal (SY2) means the cookie is not one of ours.
  std::variant<SyncPatch, Refusal, std::monostate> sync(Caller const&, RecordId, std::string_view since);

  std::vector<Brief> people(Caller const&);

  // The visits this practitioner was in that were recorded since, by people (VT1).
  std::vector<VisitOf> visits_since(Caller const&, Instant recorded);

  // The whole record with everything that ever happened to it: for the person alone (EX3).
  std::optional<wire::WholeRecord> whole(Caller const&, RecordId);

  // Who looked: for the person, and for whoever keeps the sharing with them in a visit (LK5).
  std::optional<WhoLooked> who_looked(Caller const&, RecordId, std::optional<Day> before);
  // Whether what is shown there needs no new entry, so that nothing waits for a commit.
  bool is_at_hand(Caller const&, RecordId, Surface);
  std::vector<Looked> all_looks(RecordId);  // in order; of the records that were joined to it, too
  // The record was taken whole at the terminal of the installation (LK9).
  void taken_whole(RecordId);

  // The code of a paper copy ends every grant given by a spoken yes. False: no such code (SH12).
  bool withdraw(std::string_view code);

  // To whom this caller may hand a code on paper (AC19): a card in a visit with somebody who has no account,
  // or a way back to the account of somebody who let them in. nullopt: to nobody.
  bool may_hand_card(Caller const&, RecordId);
  std::optional<AccountId> may_hand_way_back(Caller const&, RecordId);
  // The record is this account's from now on. False: it is somebody's already, or not there (SH21).
  bool give_to(RecordId, AccountId person);
  std::string name_in(RecordId);  // of its person; "" when it is not there

  // How long a link and a code for this invitation may hold; nullopt: not for this caller to print (SU4).
  std::optional<std::int64_t> may_print_invitation(Caller const&, RecordId, InvitationId);
  // nullopt, false: nothing is there to be taken (SU3).
  std::optional<InvitationLook> look_at_invitation(RecordId, InvitationId);
  bool take_invitation(RecordId, InvitationId, KnownAccount const&);
  Supporting supporting(Caller const&);

  // Joins an old record to the kept one, or undoes it. nullopt: it is so (JO1-JO9).
  std::optional<Refusal> join(Caller const&, RecordId kept, JoinAsk const&);
  std::optional<JoinLook> look_at_join(Caller const&, RecordId from,
                                       RecordId kept);  // nullopt: not both there

  // The record's keys were destroyed: nothing that was opened with them is kept or shown from now on, and
  // whoever is looking is told. False: the writer is stopping (KP14).
  bool forget(RecordId);

  // When some of what the caller may see ends by itself; nullopt in the outer: not there.
  std::optional<std::optional<Instant>> ends_at(Caller const&, RecordId);

  // Whether a change is one this reader can see.
  static bool concerns(Reader const&, Folded const* before, Folded const& after, Instant now);

 private:
  struct Job;
  void check_open() const;
  bool lets_in(Caller const&, RecordId);
  void look(Caller const&, std::vector<RecordId> const&, Surface);
  void look(Caller const&, RecordId, Record const&, Surface);
  void keep_looks(std::vector<RecordId> left, Looked const&);
  std::vector<RecordId> joined_to(RecordId);
  JoinSideLook side_of(Record const& shown, RecordId);
  bool is_joined(RecordId from, RecordId kept);
  bool can_part(RecordId from, RecordId kept);
  std::optional<RecordId> joined_into(Caller const&, RecordId);
  std::optional<AppendItem> join_on_writer(Caller const&, RecordId kept, JoinAsk const&,
                                           std::optional<Refusal>&, bool& again);
  std::optional<AppendItem> decide_on_writer(Job&);
  std::optional<Ask> undo_still_possible(Job const&, wire::Json const& stored);
  std::optional<CommandAnswer> answered_before(Job const&, std::optional<CommandRow> const&);
  CommandRow row_of(Job const&, Folded const&, std::uint64_t first_position, std::uint32_t count);
  Context context_of(Caller const&, Command const&) const;
  std::string cookie_of(Caller const&, RecordId, Head const&, Instant now);

  Needs needs_;
  RecordStore store_;
  AccessLog looks_;
  States states_{{&store_, &looks_}};
  Writer writer_;
  KeptViews views_;
  std::mutex rows_mutex_;
  std::map<std::string, std::shared_ptr<std::map<std::string, std::string> const>> rows_;
  std::shared_ptr<std::map<std::string, std::string> const> rows_at(RecordId, FoldedPtr const&, Sight const&);
};

}  // namespace kith::app
