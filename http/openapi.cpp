// The description of the interface, made from the routes themselves (OpenAPI 3.1,
// https://spec.openapis.org/oas/v3.1.0), so that it cannot say anything else than what is served.
#include "http/problem.hpp"
#include "http/router.hpp"
#include "http/target.hpp"
#include "wire/json.hpp"

namespace kith::http {
namespace {

using wire::Json;

Json schema_of(Takes const& takes) {
  auto read = wire::read_json(takes.schema);
  auto* const schema = std::get_if<Json>(&read);
  return schema ? std::move(*schema) : Json{{"type", "object"}};
}

Json response_of(int status, std::string_view meaning, std::string_view rule = "") {
  auto text = std::string(meaning) + (rule.empty() ? "" : " (" + std::string(rule) + ")");
  Json response{{"description", std::move(text)}};
  if (status >= 400) {
    response["content"]["application/problem+json"]["schema"]["$ref"] = "#/components/schemas/problem";
  }
  return response;
}

Json parameters_of(std::string_view path) {
  auto parameters = Json::array();
  for (auto const part : cut(path, '/')) {
    if (!part.starts_with('{')) continue;
    parameters.push_back({{"name", std::string(part.substr(1, part.size() - 2))},
                          {"in", "path"},
                          {"required", true},
                          {"schema", {{"type", "string"}}}});
  }
  return parameters;
}

Json operation_of(Route const& route) {
  Json operation{{"summary", route.summary}, {"parameters", parameters_of(route.path)}};
  auto& responses = operation["responses"] = Json::object();
  responses["400"] = response_of(400, "The request cannot be read.");
  responses["503"] = response_of(503, "Ask again shortly.");
  if (route.who == Who::signed_in) {
    operation["security"] = Json::array({{{"cookie", Json::array()}}, {{"bearer", Json::array()}}});
    responses["401"] = response_of(401, "Nobody is signed in.", "HT8");
  }
  if (route.takes.bytes_max > 0) {
    auto& body = operation["requestBody"];
    body["required"] = true;
    body["content"][std::string(route.takes.content_type)]["schema"] = schema_of(route.takes);
    responses["413"] = response_of(413, "The body is too large.", "HT4");
    responses["415"] = response_of(415, "The body is of another content type.", "HT5");
  }
  for (auto const& said : route.says) {
    responses[std::to_string(said.status)] = response_of(said.status, said.meaning, said.rule);
  }
  return operation;
}

Json components() {
  Json const text{{"type", "string"}};
  return {{"schemas",
           {{"problem",
             {{"type", "object"},
              {"properties",
               {{"type", text},
                {"title", text},
                {"status", {{"type", "integer"}}},
                {"detail", text},
                {"rule", text},
                {"message", {{"type", "object"}}}}}}}}},
          {"securitySchemes",
           {{"cookie", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-kith"}}},
            {"bearer", {{"type", "http"}, {"scheme", "bearer"}}}}}};
}

}  // namespace

std::string openapi_json(Router const& router, std::string_view title, std::string_view version) {
  Json document{{"openapi", "3.1.0"},
                {"info", {{"title", std::string(title)}, {"version", std::string(version)}}},
                {"components", components()}};
  auto& paths = document["paths"] = Json::object();
  for (auto const& route : router.routes()) {
    auto method = route.method;
    for (auto& letter : method) letter = static_cast<char>(letter | 0x20);
    paths[route.path][method] = operation_of(route);
  }
  return wire::write_json(document);
}

}  // namespace kith::http
