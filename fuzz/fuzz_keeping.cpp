// What a restore reads before it trusts anything: the manifest of a backup and the list of erased people. The
// first byte says which. What is read and written again is read as the same.
#include <cstdlib>

#include "app/keeping/erasures.hpp"
#include "app/keeping/manifest.hpp"

using namespace kith;

namespace {

void read_manifest(std::string_view text) {
  auto const read = app::read_manifest(text);
  auto const* manifest = std::get_if<app::Manifest>(&read);
  if (!manifest) return;
  auto const again = app::read_manifest(app::write_manifest(*manifest));
  auto const* same = std::get_if<app::Manifest>(&again);
  if (!same || !(*same == *manifest)) std::abort();
}

void read_erasures(std::string_view text) {
  auto const read = app::read_erasures(text);
  auto const* erased = std::get_if<app::Erasures>(&read);
  if (!erased || !erased->installation) return;
  auto written = app::first_line_of(*erased->installation);
  for (auto const& one : erased->list) written += app::line_of(one);
  auto const again = app::read_erasures(written);
  auto const* same = std::get_if<app::Erasures>(&again);
  if (!same || !(*same == *erased)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  if (text.starts_with('m')) read_manifest(text.substr(1));
  if (text.starts_with('e')) read_erasures(text.substr(1));
  return 0;
}
