// What the first screen costs: everything the browser fetches before somebody signed out, or somebody at the
// start of their plan, can read the page, compressed as the server sends it. Fails over 200 kB.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const bytes_max = 200_000;
const dist = new URL("./dist/", import.meta.url).pathname;
if (!existsSync(join(dist, "index.html"))) {
  console.error("size: web/dist is not built; run npm run build first");
  process.exit(1);
}

const assets = readdirSync(join(dist, "assets"));
const page = readFileSync(join(dist, "index.html"), "utf8");
const linked = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path]) => path);
const first_page = asked_with("my-plan-now");
const font = assets.filter((name) => /^legible-.*\.woff2$/.test(name)).map((name) => `assets/${name}`);
const wasm = existsSync(join(dist, "kith.wasm")) ? ["kith.wasm"] : [];

const wanted = new Set(["index.html", "manifest.webmanifest", "icon.svg", ...wasm, ...font]);
const walk = [...linked, ...first_page];
while (walk.length) {
  const path = walk.pop();
  if (wanted.has(path)) continue;
  wanted.add(path);
  if (path.endsWith(".js")) walk.push(...imports_of(path));
}

let total = 0;
for (const path of [...wanted].sort()) {
  const bytes = sent_bytes(path);
  total += bytes;
  console.log(`${String(bytes).padStart(8)}  ${path}`);
}
console.log(`${String(total).padStart(8)}  first screen, of at most ${bytes_max}`);
if (wasm.length === 0) console.log("          (without kith.wasm, which was not built)");
process.exit(total > bytes_max ? 1 : 0);

/** The first page's chunk, and the scripts and styles that the frame asks for together with it. */
function asked_with(page) {
  const frame = readFileSync(
    join(
      dist,
      linked.find((path) => path.endsWith(".js")),
    ),
    "utf8",
  );
  const files = JSON.parse(/m\.f=(\[[^\]]*\])/.exec(frame)[1]);
  const places = new RegExp(`/${page}-[^)]*\\)[^[]*__vite__mapDeps\\(\\[([\\d,]+)\\]`).exec(frame)[1];
  return places.split(",").map((place) => files[Number(place)]);
}

/** Chunks that a chunk imports at once; those it only may import later are not on the first screen. */
function imports_of(path) {
  const code = readFileSync(join(dist, path), "utf8");
  return [...code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(([, name]) => `assets/${name}`);
}

function sent_bytes(path) {
  const plain = readFileSync(join(dist, path));
  if (/\.woff2$/.test(path)) return plain.length;
  return brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
