// Adds words to the catalogue and keeps it sorted: `node build/add-words.mjs < new.json`.
//
// A key that already says something else is refused, unless --replace says that this is meant. `--drop key…`
// takes keys out. Two people may run it at once: the file is written under another name and then renamed.

import { readFileSync, renameSync, writeFileSync } from "node:fs";

const path = new URL("../src/words/en.json", import.meta.url).pathname;
const args = process.argv.slice(2);
const words = JSON.parse(readFileSync(path, "utf8"));
const dropped = args[0] === "--drop" ? args.slice(1) : [];
const added = dropped.length ? {} : JSON.parse(readFileSync(0, "utf8"));

for (const key of dropped) delete words[key];
for (const [key, pattern] of Object.entries(added)) {
  if (typeof pattern !== "string") throw new Error(`${key}: a pattern is a text`);
  if (words[key] !== undefined && words[key] !== pattern && !args.includes("--replace")) {
    throw new Error(`${key} already says: ${words[key]}`);
  }
  words[key] = pattern;
}
const sorted = Object.fromEntries(Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(`${path}.new`, `${JSON.stringify(sorted, null, 2)}\n`);
renameSync(`${path}.new`, path);
