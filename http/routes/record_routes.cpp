#include "http/routes/record_routes.hpp"

#include "app/records/answers.hpp"
#include "app/records/change.hpp"
#include "core/handover/visit_text.hpp"
#include "core/paper/outgoing.hpp"
#include "core/paper/plan_page.hpp"
#include "http/language.hpp"
#include "http/problem.hpp"
#include "wire/commands.hpp"
#include "wire/view.hpp"

namespace kith::http {
namespace {

using wire::Json;

// In the language of whoever asks; a language that we do not have is answered in English.
Catalogue const& words_for(RecordDesk const& desk, Request const& request) {
  return desk.words.in(language_of(request).value_or(CatalogueLanguage::en));
}

app::SayOne saying(Catalogue const& catalogue) {
  return [&catalogue](Message const& message) { return say(message, catalogue); };
}

Answer submit_commands(RecordDesk const& desk, Request const& request) {
  auto const record = request.id<RecordId>();
  if (!record) return not_found();
  auto read = wire::read_commands(request.body);
  if (auto const* refusal = std::get_if<Refusal>(&read)) return problem(400, *refusal);
  auto const submitted = desk.records.submit(caller_of(*request.caller), *record,
                                             std::get<std::vector<wire::ReadCommand>>(read));
  if (!submitted) return not_found();
  return ok_json(app::write_submitted(*submitted, saying(words_for(desk, request))));
}

// LK2: whoever has a fresh entry in the access log waits for nothing.
bool is_at_hand(RecordDesk const& desk, Request const& request, Surface surface) {
  auto const record = request.id<RecordId>();
  return record && desk.records.is_at_hand(caller_of(*request.caller), *record, surface);
}

Answer read_record(RecordDesk const& desk, Request const& request) {
  auto const record = request.id<RecordId>();
  if (!record) return not_found();
  auto view = desk.records.view_text(caller_of(*request.caller), *record, words_for(desk, request));
  return view ? ok_json(std::move(view)) : not_found();
}

Answer sync_record(RecordDesk const& desk, Request const& request) {
  auto const record = request.id<RecordId>();
  if (!record) return not_found();
  auto outcome = desk.records.sync(caller_of(*request.caller), *record, request.asked("since"));
  if (std::holds_alternative<std::monostate>(outcome)) return not_found();
  if (auto const* refusal = std::get_if<Refusal>(&outcome)) return problem(400, *refusal);
  return ok_json(app::write_patch(std::get<app::SyncPatch>(outcome)));
}

Answer follow_record(RecordDesk const& desk, Request const& request) {
  auto const record = request.id<RecordId>();
  if (!record) return not_found();
  auto const ends = desk.records.ends_at(caller_of(*request.caller), *record);
  if (!ends) return not_found();
  auto subscribed = desk.hub.subscribe({text_of(*record), *request.caller, *ends});
  if (auto const* refusal = std::get_if<Refusal>(&subscribed))
    return busy(refusal->rule, "Too many pages are open.");
  return ok_live(std::get<std::shared_ptr<LiveStream>>(std::move(subscribed)));
}

// One page of paper, as HTML or as a PDF made from the same HTML.
Answer print_record(RecordDesk const& desk, Request const& request) {
  auto const record = request.id<RecordId>();
  if (!record) return not_found();
  auto const as = request.asked("as");
  bool const pdf = as == "pdf";
  auto const language = language_of(request);
  auto const style = request.asked("style");
  auto const other = named<Outgoing>(style);
  bool const visit = style == "visit";
  if ((style != "one-page" && !visit && !other) || (!pdf && as != "html") || !language) {
    return unreadable("PA11", "Ask for style=one-page, as=html or as=pdf, and lang=en or lang=cy.");
  }
  auto const& words = desk.words.in(*language);
  auto const in_words = [&](std::vector<Message> const& messages) { return say_all(messages, words); };
  auto const caller = caller_of(*request.caller);
  auto const surface = visit   ? Surface::hand_over
                       : other ? Surface::outgoing
                       : pdf   ? Surface::pdf
                               : Surface::paper;
  auto const shown = desk.records.shown(caller, *record, surface);
  auto const reading = desk.records.reading(caller, in_words);
  auto const view = shown ? view_of(*shown, reading) : std::nullopt;
  if (!view) return not_found();
  PaperContext context{desk.today(), {}, desk.installation.is_practice()};
  for (auto const& line : desk.installation.help)
    context.help.push_back({line.name, line.number, line.when, line.checked_on});
  auto html = one_page_html(one_page_of(*view, context, words), words);
  if (visit || other) {
    auto made = visit ? visit_sheet(*shown, reading, request.asked("whole") == "yes", context.practice, words)
                      : outgoing_html(*shown, reading, context,
                                      {*other, parse_id<StepId>(request.asked("step"))}, words);
    if (auto const* refusal = std::get_if<Refusal>(&made)) return problem(409, *refusal);
    html = std::get<std::string>(std::move(made));
  }
  if (!pdf) return ok_text(std::move(html), "text/html; charset=utf-8");
  return ok_text(desk.paper.pdf(html), "application/pdf")
      .with("Content-Disposition", "inline; filename=\"plan.pdf\"");
}

Answer told_code(RecordDesk const& desk, std::string const& code, std::int64_t lasts_ms) {
  return ok_json(wire::write_json({{"code", code}, {"ends_at", text_of(Instant{desk.now().ms + lasts_ms})}}));
}

// To be printed and handed over: how somebody without an account comes to sign in (AC17).
Answer print_card(RecordDesk const& desk, Request const& request) {
  auto const record = request.id<RecordId>();
  if (!record || !desk.records.may_hand_card(caller_of(*request.caller), *record)) return not_found();
  return told_code(desk, desk.sign_in.print_card(*record, request.caller->account), identity::card_ms);
}

// The same for somebody who forgot their password (AC18).
Answer print_way_back(RecordDesk const& desk, Request const& request) {
  auto const record = request.id<RecordId>();
  auto const whose =
      record ? desk.records.may_hand_way_back(caller_of(*request.caller), *record) : std::nullopt;
  if (!whose) return not_found();
  return told_code(desk, desk.sign_in.print_way_back(*whose, request.caller->account), identity::way_back_ms);
}

// MS5: who wrote and when. The words are read where the message is opened.
Json write_waiting(app::Brief const& brief) {
  Json list = Json::array();
  for (auto const& one : brief.waiting) {
    list.push_back({{"message", text_of(one.message)},
                    {"from", one.from},
                    {"sent_on", text_of(one.sent_on)},
                    {"opened", one.opened}});
  }
  return list;
}

Answer my_people(RecordDesk const& desk, Request const& request) {
  Json people = Json::array();
  for (auto const& brief : desk.records.people(caller_of(*request.caller))) {
    Json next = nullptr;
    if (brief.next) {
      next = {{"day", text_of(brief.next->day)},
              {"minute",
               brief.next->minute ? Json(static_cast<std::int64_t>(*brief.next->minute)) : Json(nullptr)},
              {"where", brief.next->where ? Json(brief.next->where->text) : Json(nullptr)}};
    }
    people.push_back({{"record", text_of(brief.record)},
                      {"name", brief.name},
                      {"next", std::move(next)},
                      {"asked_for", brief.asked_for},
                      {"to_talk_about", brief.to_talk_about},
                      {"in_visit", brief.in_visit},
                      {"quiet", brief.quiet},
                      {"waiting", write_waiting(brief)},
                      {"closed", brief.closed},
                      {"into", brief.into ? Json(text_of(*brief.into)) : Json(nullptr)}});
  }
  return ok_json(wire::write_json(people));
}

Json write_at_work(RecordDesk const& desk, AccountId account) {
  auto const next = desk.next_at_work ? desk.next_at_work(account) : std::nullopt;
  if (!next) return nullptr;
  return {{"now", next->now},
          {"day", text_of(next->day)},
          {"minute", static_cast<std::int64_t>(next->minute)},
          {"until", static_cast<std::int64_t>(next->until)}};
}

// A supporter lets nobody in, and is told nobody's name.
Answer practitioners(RecordDesk const& desk, Request const& request) {
  Json list = Json::array();
  if (request.caller->role == Role::supporter) return ok_json(wire::write_json(list));
  for (auto const& one : desk.practitioners()) {
    list.push_back({{"account", text_of(one.account)},
                    {"name", one.name.text},
                    {"role", std::string(name_of(one.role))},
                    {"next_at_work", write_at_work(desk, one.account)}});
  }
  return ok_json(wire::write_json(list));
}

// One box: the record it belongs to and the command inside, or why not.
struct Boxed {
  RecordId record;
  Json command;
};
std::variant<Boxed, Refusal> open_box(RecordDesk const& desk, AccountId caller, Json const& box) {
  auto const* sealed = box.get_ptr<Json::string_t const*>();
  auto const text = sealed ? desk.boxes.open(*sealed) : std::nullopt;
  auto const read = text ? wire::read_json(*text) : wire::JsonRefusal{};
  auto const* json = std::get_if<Json>(&read);
  auto const* account = json ? wire::string_at(*json, "account") : nullptr;
  auto const* record = json ? wire::string_at(*json, "record") : nullptr;
  auto const* command = json ? wire::member(*json, "command") : nullptr;
  auto const record_id = record ? parse_id<RecordId>(*record) : std::nullopt;
  if (!account || !record_id || !command) return refuse("UW1");
  if (parse_id<AccountId>(*account) != caller) return refuse("UW2");
  return Boxed{*record_id, *command};
}

app::CommandAnswer refused(std::optional<CommandId> id, Refusal const& refusal) {
  return {id, CommandFate::refused, std::string(refusal.rule), refusal.message, {}};
}

// A box is answered like a command. What is refused goes back with the answer: its writer can read it nowhere
// else (UW5).
Json answer_box(RecordDesk const& desk, app::Caller const& caller, Json const& box, Catalogue const& words) {
  auto const opened = open_box(desk, caller.account, box);
  if (auto const* refusal = std::get_if<Refusal>(&opened))
    return app::write_answer(refused({}, *refusal), saying(words));
  auto const& boxed = std::get<Boxed>(opened);
  auto const read = wire::read_command(boxed.command);
  auto const submitted = desk.records.submit(caller, boxed.record, {read});
  auto const answer = submitted ? submitted->answers.front() : refused(read.id, refuse("CM8"));
  auto json = app::write_answer(answer, saying(words));
  if (answer.outcome == CommandFate::refused) {
    json["record"] = text_of(boxed.record);
    json["command"] = boxed.command;
  }
  return json;
}

// Words that a device could not send and could not read any more. Each is a command like any other (UW3).
Answer send_boxes(RecordDesk const& desk, Request const& request) {
  auto const body = wire::read_json(request.body);
  auto const* json = std::get_if<Json>(&body);
  auto const* boxes = json ? wire::array_at(*json, "sealed") : nullptr;
  if (!boxes) return problem(400, wire::unreadable("CM4", "sealed"));
  if (boxes->size() > app::boxes_per_request_max) return problem(400, refuse("UW4"));
  auto const caller = caller_of(*request.caller);
  Json results = Json::array();
  auto const& words = words_for(desk, request);
  for (auto const& box : *boxes) results.push_back(answer_box(desk, caller, box, words));
  return ok_json(wire::write_json({{"results", std::move(results)}}));
}

// The code printed on a paper copy: whoever holds the paper may end what was let in by a spoken yes. The
// answer is the same whether or not anything was ended.
Answer withdraw(RecordDesk const& desk, Request const& request) {
  auto const body = wire::read_json(request.body);
  auto const* json = std::get_if<Json>(&body);
  auto const* code = json ? wire::string_at(*json, "code") : nullptr;
  if (!code) return problem(400, wire::unreadable("CM4", "code"));
  if (!desk.records.withdraw(*code)) return problem(404, refuse("SH20"));
  return no_content();
}

}  // namespace

app::Caller caller_of(identity::SignedIn const& who) {
  app::Caller caller;
  caller.account = who.account;
  caller.role = who.role;
  caller.name = Name{who.display_name};
  caller.session = who.session;
  caller.own_record = who.record;
  return caller;
}

void nudge(LiveHub& hub, RecordId record, app::Folded const* before, app::Folded const& after) {
  auto const now = hub.now();
  auto const reader_of = [](Subscription const& one) { return Reader{one.reader.account, one.reader.role}; };
  app::Change const change(before, after);
  hub.changed(text_of(record), [&](Subscription const& one) { return change.concerns(reader_of(one), now); });
}

std::vector<Route> record_routes(RecordDesk const& desk) {
  return {
      {.method = "POST",
       .path = "/api/records/{id}/commands",
       .summary = "Up to 100 commands, each answered on its own, in order.",
       .takes = json_of(R"({"type":"object","required":["commands"]})", command_body_bytes_max),
       .says = {{200, "One result per command, and a cookie for sync.", "CM3"},
                {404, "No such record for you.", "CM8"}},
       .handler = [&desk](Request const& request) { return submit_commands(desk, request); }},
      {.method = "GET",
       .path = "/api/records/{id}",
       .summary = "The view: what you may see of this record.",
       .says = {{200, "The view.", "VW1"}, {404, "No such record for you.", "CM8"}},
       .handler = [&desk](Request const& request) { return read_record(desk, request); },
       .at_hand = [&desk](Request const& request) { return is_at_hand(desk, request, Surface::view); }},
      {.method = "GET",
       .path = "/api/records/{id}/sync",
       .summary = "The rows that changed since a cookie.",
       .says = {{200, "A patch.", "SY1"},
                {400, "Not one of our cookies.", "SY2"},
                {404, "No such record for you.", "CM8"}},
       .handler = [&desk](Request const& request) { return sync_record(desk, request); },
       .at_hand = [&desk](Request const& request) { return is_at_hand(desk, request, Surface::sync); }},
      {.method = "GET",
       .path = "/api/records/{id}/live",
       .summary = "Says \"changed\" when what you may see has changed.",
       .says = {{200, "An event stream."}, {404, "No such record for you.", "CM8"}},
       .handler = [&desk](Request const& request) { return follow_record(desk, request); }},
      {.method = "GET",
       .path = "/api/records/{id}/paper",
       .summary =
           "One page to print: style=one-page, visit, follow-up, slip, letter or call-note, as=html or "
           "pdf, lang=en or cy.",
       .says = {{200, "The sheet."},
                {400, "No such sheet.", "PA11"},
                {409, "Not a safe way, or nobody has asked.", "RE3"},
                {404, "No such record for you.", "CM8"}},
       .handler = [&desk](Request const& request) { return print_record(desk, request); },
       .takes_long = true},
      {.method = "POST",
       .path = "/api/records/{id}/card",
       .summary = "Prints a code: how the person of this record comes to sign in.",
       .says = {{200, "The code, shown once.", "AC17"}, {404, "Not for you to hand over.", "AC19"}},
       .handler = [&desk](Request const& request) { return print_card(desk, request); }},
      {.method = "POST",
       .path = "/api/records/{id}/way-back",
       .summary = "Prints a code: a way back for somebody who forgot their password.",
       .says = {{200, "The code, shown once.", "AC18"}, {404, "Not for you to hand over.", "AC19"}},
       .handler = [&desk](Request const& request) { return print_way_back(desk, request); }},
      {.method = "GET",
       .path = "/api/people",
       .summary = "The people who let you in, and what they asked for.",
       .says = {{200, "One line for each."}},
       .handler = [&desk](Request const& request) { return my_people(desk, request); },
       .takes_long = true},
      {.method = "GET",
       .path = "/api/practitioners",
       .summary = "Whom a person can let in here.",
       .says = {{200, "Names and accounts.", "SH9"}},
       .handler = [&desk](Request const& request) { return practitioners(desk, request); }},
      {.method = "POST",
       .path = "/api/sealed",
       .summary = "Words a device had sealed because it could not send them.",
       .takes = json_of(R"({"type":"object","required":["sealed"],"properties":{"sealed":{"type":"array"}}})",
                        command_body_bytes_max),
       .says = {{200, "One result per box, in order.", "UW3"}},
       .handler = [&desk](Request const& request) { return send_boxes(desk, request); }},
      {.method = "POST",
       .path = "/api/withdrawals",
       .summary = "The code of a paper copy: nobody keeps what a spoken yes gave.",
       .who = Who::anyone,
       .takes = json_of(R"({"type":"object","required":["code"],"properties":{"code":{"type":"string"}}})"),
       .says = {{204, "It is so.", "SH12"}, {404, "No such code.", "SH20"}},
       .handler = [&desk](Request const& request) { return withdraw(desk, request); }},
  };
}

}  // namespace kith::http
