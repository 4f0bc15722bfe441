// The English words in two parts: nothing is lost, and the first screen can speak before the rest has come.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { in_two, read_sources } from "./words-in-two";

const src = new URL("../src/", import.meta.url).pathname;
const words = JSON.parse(readFileSync(`${src}words/en.json`, "utf8")) as Record<string, string>;

test("both parts together are the whole, and no word is in both", () => {
  const { first, later } = in_two(words, read_sources(src));
  expect({ ...first, ...later }).toEqual(words);
  expect(Object.keys(first).filter((key) => key in later)).toEqual([]);
  expect(Object.keys(later).length).toBeGreaterThan(0);
});

const some = { "page.now": "a", "page.now@charity": "b", "kind.pet": "c", "desk.open": "d", "page.x": "e" };

test.each([
  ["a key it names, and what it is called for others", 'say("page.now")', ["page.now", "page.now@charity"]],
  ["every key that begins as one it puts together", "say(`kind.${kind}`)", ["kind.pet"]],
  ["nothing else", 'say("page")', []],
])("the first screen has %s", (_, source, keys) => {
  expect(Object.keys(in_two(some, [source]).first)).toEqual(keys);
});
