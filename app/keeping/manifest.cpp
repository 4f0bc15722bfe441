#include "app/keeping/manifest.hpp"

#include <algorithm>

#include "wire/json.hpp"

namespace kith::app {
namespace {

using wire::Json;

constexpr std::int64_t layout = 1;
constexpr std::string_view digits = "0123456789abcdef";

std::string in_hex(Hash const& hash) {
  std::string text;
  for (auto const octet : hash) (text += digits[octet >> 4]) += digits[octet & 15];
  return text;
}

std::optional<Hash> from_hex(std::string_view text) {
  Hash hash{};
  if (text.size() != 2 * hash.size()) return std::nullopt;
  for (std::size_t n = 0; n < text.size(); ++n) {
    auto const digit = digits.find(text[n]);
    if (digit == digits.npos) return std::nullopt;
    hash[n / 2] = static_cast<std::uint8_t>(hash[n / 2] << 4 | digit);
  }
  return hash;
}

bool is_plain_name(std::string_view name) {
  return !name.empty() && name.front() != '.' && name.find('/') == name.npos && name.find('\0') == name.npos;
}

std::optional<BackedUpFile> file_of(Json const& json) {
  auto const* name = wire::string_at(json, "name");
  auto const bytes = wire::integer_at(json, "bytes");
  auto const* hex = wire::string_at(json, "blake2b_256");
  auto const hash = hex ? from_hex(*hex) : std::nullopt;
  if (!name || !is_plain_name(*name) || !bytes || *bytes < 0 || !hash) return std::nullopt;
  return BackedUpFile{*name, static_cast<std::uint64_t>(*bytes), *hash};
}

}  // namespace

std::string write_manifest(Manifest const& manifest) {
  auto files = Json::array();
  for (auto const& file : manifest.files) {
    files.push_back({{"name", file.name},
                     {"bytes", static_cast<std::int64_t>(file.bytes)},
                     {"blake2b_256", in_hex(file.hash)}});
  }
  return wire::write_json({{"kith_backup", layout},
                           {"made_at", text_of(manifest.made_at)},
                           {"installation", uuid_text(manifest.installation)},
                           {"erasures", manifest.erasures},
                           {"files", std::move(files)}}) +
         '\n';
}

std::variant<Manifest, Refusal> read_manifest(std::string_view text) {
  auto const broken = refuse("KP3", {{"file", std::string(manifest_name)}});
  auto const read = wire::read_json(text, {.bytes_max = manifest_bytes_max});
  auto const* json = std::get_if<Json>(&read);
  if (!json || wire::integer_at(*json, "kith_backup") != layout) return broken;
  auto const* made_at = wire::string_at(*json, "made_at");
  auto const* whose = wire::string_at(*json, "installation");
  auto const installation = whose ? parse_uuid(*whose) : std::nullopt;
  auto const* erasures = wire::string_at(*json, "erasures");
  auto const* files = wire::array_at(*json, "files");
  auto const at = made_at ? parse_instant(*made_at) : std::nullopt;
  if (!at || !installation || !erasures || !files) return broken;
  Manifest manifest{*at, *installation, *erasures, {}};
  for (auto const& one : *files) {
    auto file = file_of(one);
    if (!file) return broken;
    manifest.files.push_back(std::move(*file));
  }
  return manifest;
}

}  // namespace kith::app
