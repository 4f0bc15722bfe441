#include "http/static_files.hpp"

#include <algorithm>

#include "http/problem.hpp"
#include "http/target.hpp"

namespace kith::http {
namespace {

constexpr std::pair<std::string_view, std::string_view> content_types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".wasm", "application/wasm"},
    {".woff2", "font/woff2"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".txt", "text/plain; charset=utf-8"},
};

// Roots where an unknown name is an error, not a page of the app.
constexpr std::string_view not_pages[] = {"api", "assets", "fhir", "oruk", "tiles"};

// "br;q=0" says that Brotli is not wanted; any other mention says that it is.
bool accepts_coding(Request const& request, std::string_view coding) {
  for (auto const part : cut(request.header("accept-encoding"), ',')) {
    auto const semicolon = part.find(';');
    if (!same_ignoring_case(trimmed(part.substr(0, semicolon)), coding)) continue;
    if (semicolon == part.npos) return true;
    auto const weight = trimmed(part.substr(semicolon + 1));
    return weight.find_first_of("123456789") != weight.npos;
  }
  return false;
}

// Vite puts a hash of the content into the name of everything under /assets/: such a name never changes its
// meaning. All else (the page, the service worker) is asked for again each time.
std::string_view cache_control_of(std::string_view path) {
  return path.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
}

Answer answer_of(EmbeddedFile const& file, Request const& request) {
  Answer answer;
  auto bytes = file.plain;
  std::string_view coding;
  if (!file.brotli.empty() && accepts_coding(request, "br")) {
    bytes = file.brotli;
    coding = "br";
  } else if (!file.gzip.empty() && accepts_coding(request, "gzip")) {
    bytes = file.gzip;
    coding = "gzip";
  }
  auto const suffix = coding.empty() ? std::string() : "-" + std::string(coding);
  answer.with("Content-Type", std::string(content_type_of(file.path)))
      .with("Cache-Control", std::string(cache_control_of(file.path)))
      .with("ETag", '"' + std::string(file.hash) + suffix + '"')
      .with("Vary", "Accept-Encoding");
  if (!coding.empty()) answer.with("Content-Encoding", std::string(coding));
  answer.body = Embedded{bytes};
  return answer;
}

bool is_page(Request const& request) {
  if (request.segments.empty()) return true;
  if (std::ranges::find(not_pages, request.segments.front()) != std::end(not_pages)) return false;
  return request.segments.back().find('.') == std::string::npos;
}

}  // namespace

std::string_view content_type_of(std::string_view path) {
  for (auto const& [ending, type] : content_types) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

StaticFiles::StaticFiles(std::span<EmbeddedFile const> files) {
  for (auto const& file : files) files_.emplace(file.path, file);
}

std::optional<Answer> StaticFiles::find(Request const& request) const {
  auto const file = files_.find(request.path);
  if (file != files_.end()) return answer_of(file->second, request);
  if (is_page(request)) return page(request);
  return std::nullopt;
}

Answer StaticFiles::page(Request const& request) const {
  auto const file = files_.find("/index.html");
  if (file != files_.end()) return answer_of(file->second, request);
  return problem(404, "HT16", "The pages were not built into this program; the interface under /api works.");
}

}  // namespace kith::http
