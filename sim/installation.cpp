#include "sim/installation.hpp"

#include <stdexcept>

#include "adapters/seal_sodium/hash.hpp"
#include "adapters/seal_sodium/seal_sodium.hpp"
#include "app/records/answers.hpp"

namespace kith::sim {
namespace {

using app::Records;

adapters::SodiumSeal& seal() {
  static auto const shared = adapters::SodiumSeal::in_memory();
  return *shared;
}

std::string no_words(Message const&) { return {}; }

std::string first_rule(std::variant<std::vector<wire::ReadCommand>, Refusal> const& read) {
  auto const* refusal = std::get_if<Refusal>(&read);
  return refusal ? std::string(refusal->rule) : std::string();
}

}  // namespace

Installation::Installation(RecordId id, Instant began, Without without)
    : now(began),
      id_(id),
      without_(without),
      journal_(adapters::blake2b_256, without),
      sign_in_(
          identity_, seal(), passwords_, [this] { return now; }, identity::Links::let_in) {
  for (auto const& who : town) {
    identity::Account account{who.account, {}, who.name, who.role, {}, "", now};
    account.name_key[0] = static_cast<std::uint8_t>(who.account.lo);
    identity_.add(account);
    links_[who.account] = sign_in_.make_link(who.account);
  }
  records_ = open();
}

std::unique_ptr<Records> Installation::open() {
  auto const known = [](AccountId account) -> std::optional<KnownAccount> {
    for (auto const& one : town)
      if (one.account == account) return KnownAccount{one.account, Name{one.name}, one.role};
    return std::nullopt;
  };
  return std::make_unique<Records>(Records::Needs{journal_,
                                                  journal_,
                                                  seal(),
                                                  adapters::blake2b_256,
                                                  [this] { return now; },
                                                  {},
                                                  known,
                                                  [](AccountId, RecordId) {},
                                                  [](ServiceReported const&, Day) {}});
}

void Installation::restart() {
  records_.reset();
  journal_.cut_power();
  records_ = open();
}

std::string Installation::sign_in(Inhabitant const& who) {
  auto outcome = sign_in_.sign_in(identity::LinkAsk{links_.at(who.account), identity::Device::own, "here"});
  auto* in = std::get_if<identity::LetIn>(&outcome);
  if (!in) throw std::logic_error("a link of the town does not let in");
  return std::move(in->token);
}

std::optional<app::Caller> Installation::who_asks(std::string const& token) {
  auto const who = sign_in_.who_is(token);
  if (who) {
    app::Caller caller{who->account, who->role, Name{who->display_name}, who->session, who->record};
    return once_signed_in_.insert_or_assign(token, std::move(caller)).first->second;
  }
  auto const once = once_signed_in_.find(token);
  bool const still = without_ == Safeguard::an_ended_session_is_refused && once != once_signed_in_.end();
  return still ? std::optional(once->second) : std::nullopt;
}

// The last one wins, as where a machine settles whose words stand.
void Installation::supersede_what_stands(std::vector<wire::ReadCommand>& commands) {
  for (auto& read : commands) {
    auto* command = std::get_if<Command>(&read.command);
    auto const* ask = command ? std::get_if<WordStatement>(&command->ask) : nullptr;
    auto const* row = ask ? find(whole().statements, ask->wording.statement) : nullptr;
    if (!row) continue;
    command->base.clear();
    for (auto const* head : row->heads()) command->base.push_back(head->version);
  }
}

void Installation::move_stances(std::vector<wire::ReadCommand>& commands) {
  for (auto& read : commands) {
    auto* command = std::get_if<Command>(&read.command);
    auto* ask = command ? std::get_if<TakeStance>(&command->ask) : nullptr;
    auto const* row = ask ? find(whole().statements, ask->statement) : nullptr;
    if (row) ask->version = row->heads().back()->version;
  }
}

void Installation::note(app::CommandAnswer const& answer) {
  if (!answer.id) return;
  auto const id = text_of(*answer.id);
  auto const said = std::string(name_of(answer.outcome)) + " " + answer.rule;
  if (answers.emplace(id, said).first->second != said) answered_otherwise.insert(id);
}

Answer Installation::commands(std::string const& token, std::string const& body) {
  auto const caller = who_asks(token);
  if (!caller) return {401, {}};
  auto read = wire::read_commands(body);
  auto* commands = std::get_if<std::vector<wire::ReadCommand>>(&read);
  if (!commands) return {400, first_rule(read)};
  if (without_ == Safeguard::words_supersede_what_was_seen) supersede_what_stands(*commands);
  if (without_ == Safeguard::a_stance_keeps_its_version) move_stances(*commands);
  auto const submitted = records_->submit(*caller, id_, *commands);
  if (!submitted) return {404, {}};
  for (auto const& answer : submitted->answers) note(answer);
  return {200, app::write_submitted(*submitted, no_words)};
}

Answer Installation::not_there(AccountId account) const {
  auto const kept = kept_on_the_way_.find(account);
  return kept == kept_on_the_way_.end() ? Answer{404, {}} : kept->second;
}

Answer Installation::sync(std::string const& token, std::string const& since) {
  auto const caller = who_asks(token);
  if (!caller) return {401, {}};
  auto asks = *caller;
  if (without_ == Safeguard::only_what_is_shared_is_sent) {
    bool const let_in = records_->ends_at(asks, id_).has_value();
    if (let_in) asks.account = amina.account, asks.role = amina.role;
  }
  auto const outcome = records_->sync(asks, id_, since);
  if (std::holds_alternative<std::monostate>(outcome)) return not_there(caller->account);
  if (auto const* refusal = std::get_if<Refusal>(&outcome)) return {400, std::string(refusal->rule)};
  Answer answer{200, app::write_patch(std::get<app::SyncPatch>(outcome))};
  if (without_ == Safeguard::no_answer_is_kept_on_the_way) kept_on_the_way_.emplace(caller->account, answer);
  return answer;
}

}  // namespace kith::sim
