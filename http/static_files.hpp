// The web app, served out of the program itself: no folder to deploy, no path to walk. Rules HT12 and HT16.
//
// Files are looked up by their exact name in a table, so a path cannot lead anywhere else. Each comes as the
// smallest form the browser takes: Brotli, gzip or plain, all made when the program was built. Immutable
// after construction; any thread.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string_view>

#include "http/message.hpp"

namespace kith::http {

struct EmbeddedFile {
  std::string_view path;  // "/assets/app-1a2b3c.js"
  std::string_view hash;  // of the plain bytes, hexadecimal: the heart of the ETag
  std::string_view plain;
  std::string_view brotli;  // "" where it would not be smaller
  std::string_view gzip;
};

// What the build put into the program (CMake: kith_embed); empty when the web app was not built.
std::span<EmbeddedFile const> embedded_files();

class StaticFiles {
 public:
  explicit StaticFiles(std::span<EmbeddedFile const> files);

  // The file of exactly this path; else, where a browser asks for a page of the app, the app's one page.
  // nullopt: neither.
  std::optional<Answer> find(Request const&) const;
  Answer page(Request const&) const;  // the app's one page, or a plain sentence when it was not built
  bool empty() const { return files_.empty(); }

 private:
  std::map<std::string_view, EmbeddedFile> files_;
};

std::string_view content_type_of(std::string_view path);  // by its ending

}  // namespace kith::http
