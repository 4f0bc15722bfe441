#include "http/message.hpp"

#include "http/live.hpp"

namespace kith::http {

std::string_view first_of(Texts const& texts, std::string_view name) {
  for (auto const& [known, value] : texts) {
    if (known == name) return value;
  }
  return {};
}

std::string_view bytes_of(Answer const& answer) {
  if (auto const* text = std::get_if<std::string>(&answer.body)) return *text;
  if (auto const* shared = std::get_if<SharedText>(&answer.body)) return **shared;
  if (auto const* embedded = std::get_if<Embedded>(&answer.body)) return embedded->bytes;
  return {};
}

Answer ok_json(std::string json) { return ok_text(std::move(json), "application/json"); }

Answer ok_json(SharedText json) { return {200, {{"Content-Type", "application/json"}}, std::move(json)}; }

Answer ok_text(std::string text, std::string type) {
  return {200, {{"Content-Type", std::move(type)}}, std::move(text)};
}

Answer no_content() { return {204, {}, std::string()}; }

Answer ok_live(std::shared_ptr<LiveStream> stream) {
  return {200, {{"Content-Type", "text/event-stream"}}, std::move(stream)};
}

}  // namespace kith::http
