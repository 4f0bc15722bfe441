// Makes one C++ file and one file of bytes out of a folder: `node tools/embed.mjs FOLDER OUT`.
//
// OUT/files.bin holds every file plain, and as Brotli and gzip where those are smaller; OUT/files.cpp holds
// the table that http/static_files.hpp serves from; OUT/files.d tells the build what was read. The same
// folder always makes the same bytes.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [folder, out] = process.argv.slice(2).map((path) => resolve(path));
const already_compressed = /\.(woff2|png|ico|jpg)$/;

/** Every file below a folder, in byte order, and every folder on the way. */
function walk(at, found = { files: [], folders: [] }) {
  found.folders.push(at);
  for (const entry of readdirSync(at, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) walk(join(at, entry.name), found);
    else found.files.push(join(at, entry.name));
  }
  return found;
}

function compressed(path, plain) {
  if (already_compressed.test(path)) return { brotli: Buffer.alloc(0), gzip: Buffer.alloc(0) };
  const brotli = brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  });
  const gzip = gzipSync(plain, { level: 9 });
  const if_smaller = (bytes) => (bytes.length < plain.length ? bytes : Buffer.alloc(0));
  return { brotli: if_smaller(brotli), gzip: if_smaller(gzip) };
}

function write_if_changed(path, content) {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return;
  writeFileSync(path, content);
}

const found = existsSync(folder) ? walk(folder) : { files: [], folders: [folder] };
const parts = [];
let offset = 0;
function place(bytes) {
  const at = `part(${offset}, ${bytes.length})`;
  parts.push(bytes);
  offset += bytes.length;
  return at;
}

const rows = found.files.map((path) => {
  const plain = readFileSync(path);
  const { brotli, gzip } = compressed(path, plain);
  const served_at = JSON.stringify(path.slice(folder.length).replaceAll("\\", "/"));
  const hash = createHash("sha256").update(plain).digest("hex").slice(0, 24);
  return `      {${served_at}, "${hash}", ${place(plain)}, ${place(brotli)}, ${place(gzip)}},\n`;
});

const table = rows.length
  ? `  auto const part = [](std::size_t from, std::size_t size) { return std::string_view(bytes + from, size); };
  static EmbeddedFile const files[] = {
${rows.join("")}  };
  return files;`
  : "  return {};";

mkdirSync(out, { recursive: true });
write_if_changed(join(out, "files.bin"), Buffer.concat([...parts, Buffer.from([0])]));
write_if_changed(
  join(out, "files.cpp"),
  `// Made by tools/embed.mjs. The assembler reads the bytes straight from the file beside this one.
#include <cstddef>

#include "http/static_files.hpp"

__asm__(".pushsection .rodata,\\"a\\",@progbits\\n.balign 16\\nkith_embedded_bytes:\\n"
        ".incbin ${JSON.stringify(join(out, "files.bin")).replaceAll('"', '\\"')}\\n.popsection\\n");
extern "C" __attribute__((visibility("hidden"))) char const kith_embedded_bytes[];

namespace kith::http {

[[maybe_unused]] static char const* const bytes = kith_embedded_bytes;

std::span<EmbeddedFile const> embedded_files() {
${table}
}

}  // namespace kith::http
`,
);
const escape = (path) => path.replaceAll(" ", "\\ ");
writeFileSync(
  join(out, "files.d"),
  `${escape(join(out, "files.cpp"))}: ${[...found.files, ...found.folders].map(escape).join(" ")}\n`,
);
