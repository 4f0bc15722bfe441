#include "app/records/answers.hpp"

namespace kith::app {

using wire::Json;

Json write_answer(CommandAnswer const& answer, SayOne const& say_one) {
  Json json{{"id", answer.id ? Json(text_of(*answer.id)) : Json(nullptr)},
            {"outcome", std::string(name_of(answer.outcome))}};
  if (!answer.rule.empty()) json["rule"] = answer.rule;
  if (!answer.message.key.empty()) {
    json["message"] = wire::write_message(answer.message);
    json["message"]["text"] = say_one(answer.message);
  }
  Json versions = Json::array();
  for (auto const& version : answer.versions) versions.push_back(text_of(version));
  json["versions"] = std::move(versions);
  if (answer.undo) json["undo"] = wire::write_undo(*answer.undo, *answer.id);
  return json;
}

std::string write_submitted(Submitted const& submitted, SayOne const& say_one) {
  Json results = Json::array();
  for (auto const& answer : submitted.answers) results.push_back(write_answer(answer, say_one));
  return wire::write_json({{"cookie", submitted.cookie}, {"results", std::move(results)}});
}

std::string write_patch(SyncPatch const& patch) {
  constexpr std::size_t id_letters = 36;
  constexpr std::string_view version_is = "\"version\":\"";
  std::string put;
  for (auto const& [key, row] : patch.put) {
    put += put.empty() ? "" : ",";
    auto const at = row.find(version_is);
    auto const version = at == row.npos ? std::string() : row.substr(at + version_is.size(), id_letters);
    put +=
        "{\"key\":" + wire::write_json(Json(key)) + ",\"row\":" + row + ",\"version\":\"" + version + "\"}";
  }
  Json settled = Json::array();
  for (auto const& command : patch.settled)
    settled.push_back({{"command", text_of(command)}, {"outcome", "agreed"}});
  Json const rest{{"cookie", patch.cookie},
                  {"reset", patch.reset},
                  {"keep_until", text_of(patch.keep_until)},
                  {"del", patch.del},
                  {"settled", std::move(settled)}};
  auto text = wire::write_json(rest);
  text.pop_back();
  return text + ",\"put\":[" + put + "]}";
}

}  // namespace kith::app
