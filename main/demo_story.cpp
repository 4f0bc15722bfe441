#include "main/demo_story.hpp"

#include "adapters/seal_sodium/hash.hpp"
#include "app/fault.hpp"
#include "core/ideas/service.hpp"
#include "main/demo_directory.hpp"
#include "wire/commands.hpp"

namespace kith {
namespace {

using wire::Json;

constexpr std::string_view service_prefix = "service:";

[[noreturn]] void broken(std::string const& why) {
  throw app::Fault(app::FaultKind::misuse, "The demo's story is broken: " + why);
}

std::string text_at(Json const& json, std::string_view key) {
  auto const* text = wire::string_at(json, key);
  if (!text) broken("a line lacks " + std::string(key));
  return *text;
}

ServiceId service_of(std::string_view external_id) { return ideas::service_id_of(demo_feed, external_id); }

IdBits bits_for(std::string_view name) {
  auto const hash = adapters::blake2b_256("kith demo " + std::string(name));
  std::array<std::uint8_t, 16> bytes{};
  std::copy_n(hash.begin(), bytes.size(), bytes.begin());
  return uuid_of_random(bytes);
}

class Teller {
 public:
  Teller(House& house, Json const& stories) : house_(house), stories_(stories) {}

  std::vector<DemoPerson> tell() {
    auto const* people = wire::array_at(stories_, "people");
    if (!people) broken("there are no people");
    for (auto const& one : *people) make_account(one);
    for (auto const& one : *people) {
      auto const* story = wire::array_at(one, "story");
      if (story && !record_known(text_at(one, "name"))) tell_one(one, *story);
    }
    for (auto& person : people_) person.record = record_known(person.name);
    return std::move(people_);
  }

 private:
  void make_account(Json const& one) {
    DemoPerson person;
    person.name = text_at(one, "name");
    person.role = text_at(one, "role");
    auto const role = named<Role>(person.role);
    if (!role) broken("no such role: " + person.role);
    person.account = account_of(person.name, *role);
    person.link = house_.sign_in.make_link(person.account);
    person.token = house_.sign_in.make_machine_token(person.account);
    if (auto const* card = wire::string_at(one, "card")) {
      for (std::string const line : {"1", "2", "3"}) person.card.push_back("demo." + *card + "." + line);
    }
    people_.push_back(std::move(person));
  }

  // A demo whose folder was kept goes on with the people it has.
  AccountId account_of(std::string const& name, Role role) {
    for (auto const& known : house_.identity.accounts(role))
      if (known.display_name == name) return known.id;
    auto const made = house_.sign_in.make_account({name, name, role, std::nullopt, ""});
    auto const* account = std::get_if<AccountId>(&made);
    if (!account) broken("two people are called " + name);
    return *account;
  }

  DemoPerson const& person_called(std::string_view name) const {
    for (auto const& person : people_)
      if (person.name == name) return person;
    broken("nobody is called " + std::string(name));
  }

  std::optional<RecordId> record_known(std::string_view name) const {
    auto const account = house_.identity.account(person_called(name).account);
    return account ? account->record : std::nullopt;
  }

  void tell_one(Json const& one, Json::array_t const& story) {
    auto const whose = text_at(one, "name");
    for (auto const& scene : story) {
      auto const days = wire::integer_at(scene, "day");
      auto const* lines = wire::array_at(scene, "commands");
      if (!days || !lines) broken("a scene of " + whose + " lacks day or commands");
      auto const* by = wire::string_at(scene, "by");
      auto const& teller = person_called(by ? *by : whose);
      house_.clock.move_by(*days * day_ms);
      tell_scene(whose, teller, *lines);
      house_.clock.move_by(-*days * day_ms);
    }
  }

  // No command, because whoever takes an invitation is not let in yet.
  void take_invitation(std::string const& whose, DemoPerson const& by, Json const& line) {
    auto const filled_line = filled(whose, line);
    auto const* body = wire::member(filled_line, "body");
    auto const invitation = body ? parse_id<InvitationId>(text_at(*body, "invitation")) : std::nullopt;
    KnownAccount const who{by.account, Name{by.name}, Role::supporter};
    if (!invitation || !house_.records.take_invitation(record_of(whose), *invitation, who))
      broken(whose + " has no such invitation for " + by.name);
  }

  void tell_scene(std::string const& whose, DemoPerson const& by, Json::array_t const& lines) {
    if (lines.size() == 1 && text_at(lines.front(), "do") == "take_invitation")
      return take_invitation(whose, by, lines.front());
    std::vector<wire::ReadCommand> commands;
    for (auto const& line : lines) commands.push_back(wire::read_command(command_of(whose, line)));
    auto const done = house_.records.submit(caller(by), record_of(whose), commands);
    if (!done) broken(whose + " did not let " + by.name + " in.");
    for (std::size_t n = 0; n < lines.size(); ++n) {
      auto const& answer = done->answers[n];
      if (answer.outcome != CommandFate::refused) continue;
      broken(answer.rule + " " + say(answer.message, house_.catalogue) + ": " + wire::write_json(lines[n]));
    }
  }

  Json command_of(std::string const& whose, Json const& line) {
    auto const now = house_.clock.now();
    Json command{{"v", 1}, {"made_at", text_of(now)}, {"offset_min", offset_min_at(now, house_.zone)}};
    command["do"] = text_at(line, "do");
    command["id"] = uuid_text(bits_for(whose + " line " + std::to_string(next_line_++)));
    for (auto const* member : {"id", "voice", "base", "body"})
      if (auto const* said = wire::member(line, member)) command[member] = filled(whose, *said);
    return command;
  }

  app::Caller caller(DemoPerson const& person) const {
    app::Caller caller;
    caller.account = person.account;
    caller.role = named<Role>(person.role).value_or(Role::administrator);
    caller.name = Name{person.name};
    auto const account = house_.identity.account(identity::AccountRef(person.account));
    if (account) caller.own_record = account->record;
    return caller;
  }

  RecordId record_of(std::string const& whose) const {
    auto const bits = bits_for("record of " + whose);
    return {bits.hi, bits.lo};
  }

  // Puts ids and days in the place of "$name", "account:$Name", "service:external id" and "@days", however
  // deep.
  Json filled(std::string const& whose, Json const& json) const {
    if (auto const* text = json.get_ptr<Json::string_t const*>()) return filled_text(whose, *text);
    if (auto const* list = json.get_ptr<Json::array_t const*>()) {
      Json out = Json::array();
      for (auto const& item : *list) out.push_back(filled(whose, item));
      return out;
    }
    if (auto const* object = json.get_ptr<Json::object_t const*>()) {
      Json out = Json::object();
      for (auto const& [key, value] : *object) out[key] = filled(whose, value);
      return out;
    }
    return json;
  }
  std::string filled_text(std::string const& whose, std::string const& text) const {
    if (text.starts_with("@")) {
      // Days are counted from the demo's day, whatever day the scene is on.
      return text_of(plus_days(demo_day_, std::stoll(text.substr(1))));
    }
    if (text.starts_with(service_prefix)) return text_of(service_of(text.substr(service_prefix.size())));
    auto const at = text.find('$');
    bool const keyed = at != std::string::npos && at > 0 && text[at - 1] == ':' && text.find(' ') > at;
    if (at != 0 && !keyed) return text;  // words of a person, which may hold anything
    auto const name = text.substr(at + 1);
    for (auto const& person : people_)
      if (person.name == name) return text.substr(0, at) + text_of(person.account);
    return text.substr(0, at) + uuid_text(bits_for(whose + " " + name));
  }

  House& house_;
  Json const& stories_;
  std::vector<DemoPerson> people_;
  std::uint64_t next_line_ = 0;
  Day const demo_day_ = local_day(house_.clock.now(), house_.zone);
};

}  // namespace

std::vector<DemoPerson> tell_stories(House& house, std::string const& stories_json) {
  auto const read = wire::read_json(stories_json);
  auto const* stories = std::get_if<Json>(&read);
  if (!stories)
    broken("it is not JSON: " + std::string(kith::name_of(std::get<wire::JsonRefusal>(read).fault)));
  return Teller(house, *stories).tell();
}

}  // namespace kith
