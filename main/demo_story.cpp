#include "main/demo_story.hpp"

#include "adapters/seal_sodium/hash.hpp"
#include "app/fault.hpp"
#include "wire/commands.hpp"

namespace kith {
namespace {

using wire::Json;

[[noreturn]] void broken(std::string const& why) { throw app::Fault(app::FaultKind::misuse, "The demo's story is broken: " + why); }

std::string text_at(Json const& json, std::string_view key) {
  auto const* text = wire::string_at(json, key);
  if (!text) broken("a line lacks " + std::string(key));
  return *text;
}

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
    for (auto const& one : *people)
      if (auto const* story = wire::array_at(one, "story")) tell_one(one, *story);
    for (auto& person : people_) {
      auto const account = house_.identity.account(identity::AccountRef(person.account));
      person.record = account ? account->record : std::nullopt;
    }
    return std::move(people_);
  }

 private:
  void make_account(Json const& one) {
    DemoPerson person;
    person.name = text_at(one, "name");
    person.role = text_at(one, "role");
    auto const role = named<identity::Role>(person.role);
    if (!role) broken("no such role: " + person.role);
    auto const made = house_.sign_in.make_account({person.name, person.name, *role, std::nullopt, ""});
    auto const* account = std::get_if<AccountId>(&made);
    if (!account) broken("two people are called " + person.name);
    person.account = *account;
    person.link = house_.sign_in.make_link(*account);
    person.token = house_.sign_in.make_machine_token(*account);
    if (auto const* card = wire::array_at(one, "card")) {
      for (auto const& line : *card)
        if (auto const* key = line.get_ptr<Json::string_t const*>()) person.card.push_back(*key);
    }
    people_.push_back(std::move(person));
  }

  DemoPerson const& person_called(std::string_view name) const {
    for (auto const& person : people_)
      if (person.name == name) return person;
    broken("nobody is called " + std::string(name));
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
      int line = 0;
      for (auto const& command : *lines) say_line(whose, teller, scene, command, line++);
      house_.clock.move_by(-*days * day_ms);
    }
  }

  void say_line(std::string const& whose, DemoPerson const& by, Json const& scene, Json const& line, int number) {
    auto const now = house_.clock.now();
    Json command{{"v", 1}, {"made_at", text_of(now)}, {"offset_min", offset_min_at(now, house_.zone)}};
    command["id"] = uuid_text(bits_for(whose + " " + wire::write_json(scene).substr(0, 200) + std::to_string(number) + wire::write_json(line)));
    command["do"] = text_at(line, "do");
    if (auto const* voice = wire::member(line, "voice")) command["voice"] = filled(whose, *voice);
    if (auto const* body = wire::member(line, "body")) command["body"] = filled(whose, *body);
    std::vector<wire::ReadCommand> read{wire::read_command(command)};
    auto const done = house_.records.submit(caller(by), record_of(whose), read);
    if (!done) broken(whose + " did not let " + by.name + " in: " + wire::write_json(line));
    auto const& answer = done->answers.front();
    if (answer.outcome == CommandFate::refused) broken(answer.rule + " " + say(answer.message, house_.catalogue) + ": " + wire::write_json(command));
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

  // Puts ids and days in the place of "$name", "account:$Name" and "@days", however deep.
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
    auto const at = text.find('$');
    bool const whole_or_keyed = at == 0 || (at != std::string::npos && at > 0 && text[at - 1] == ':' && text.find(' ') == std::string::npos);
    if (!whole_or_keyed) return text;
    auto const name = text.substr(at + 1);
    for (auto const& person : people_)
      if (person.name == name) return text.substr(0, at) + text_of(person.account);
    return text.substr(0, at) + uuid_text(bits_for(whose + " " + name));
  }

  House& house_;
  Json const& stories_;
  std::vector<DemoPerson> people_;
  Day const demo_day_ = local_day(house_.clock.now(), house_.zone);
};

}  // namespace

std::vector<DemoPerson> tell_stories(House& house, std::string const& stories_json) {
  auto const read = wire::read_json(stories_json);
  auto const* stories = std::get_if<Json>(&read);
  if (!stories) broken("it is not JSON: " + std::string(kith::name_of(std::get<wire::JsonRefusal>(read).fault)));
  return Teller(house, *stories).tell();
}

}  // namespace kith
