// The English words in two parts: what the first screen says comes with it, the rest at once behind it.
//
// `en.json?first` and `en.json?later` together are en.json. Which words the first screen says is read from its
// sources: every key they name, and every key that begins as one they put together. While developing and
// testing the first part is all of it.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

type Words = Readonly<Record<string, string>>;
const mark = "\0words-in-two:";

/** What the first screen is made of: the frame, signing in, the lock, and My plan now. */
export const sources_of_first_screen = [
  "app",
  "components",
  "rules",
  "sync",
  "words",
  "pages/my-plan-now",
  "pages/quiet",
  "pages/sign-in",
  "pages/lock",
  "pages/together/meeting-card.tsx",
  "pages/follow-up/another-day.tsx",
  "pages/my-plan/plan-words.ts",
];

/** Parts of these that only later pages show. */
const shown_later = [
  "app/demo-clock.tsx",
  "components/agreement/",
  "components/circle-picture/",
  "components/language-choice/language-choice.tsx",
  "components/make-goal/",
  "components/print-plan/",
  "components/safe-ways/",
  "components/worded/",
  "components/words-box/",
  "pages/my-plan-now/talk-words.tsx",
  "pages/quiet/quiet-card.tsx",
  "pages/sign-in/link.tsx",
  "pages/sign-in/with-code.tsx",
  "words/distance-words.ts",
];

/** Splits the words by what these sources say. */
export function in_two(words: Words, sources: readonly string[]): { first: Words; later: Words } {
  const named = new Set<string>();
  const begun: string[] = [];
  for (const text of sources) {
    for (const [, key = ""] of text.matchAll(/["`]([a-z_]+(?:\.[a-z_0-9]+)*)["`]/g)) named.add(key);
    for (const [, start = ""] of text.matchAll(/`([a-z_]+(?:\.[a-z_0-9]+)*\.)\$\{/g)) begun.push(start);
  }
  const is_first = ([key]: [string, string]): boolean =>
    named.has(key.split("@")[0] ?? "") || begun.some((start) => key.startsWith(start));
  const all = Object.entries(words);
  return {
    first: Object.fromEntries(all.filter(is_first)),
    later: Object.fromEntries(all.filter((entry) => !is_first(entry))),
  };
}

export function read_sources(src: string): string[] {
  const files = sources_of_first_screen.flatMap((name) =>
    /\.tsx?$/.test(name)
      ? [name]
      : readdirSync(join(src, name), { recursive: true, encoding: "utf8" }).map(
          (inner) => `${name}/${inner}`,
        ),
  );
  return files
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|d)\./.test(name))
    .filter((name) => !shown_later.some((part) => name.startsWith(part)))
    .map((name) => readFileSync(join(src, name), "utf8"));
}

export function words_in_two(): Plugin {
  let built = false;
  return {
    name: "kith-words-in-two",
    enforce: "pre",
    configResolved(config) {
      built = config.command === "build";
    },
    // Under a name that does not end like JSON, which the bundler would read by itself.
    async resolveId(source, importer) {
      const asked = /^(.*\/en)\.json\?(first|later)$/.exec(source);
      const found = asked && (await this.resolve(`${asked[1]}.json`, importer));
      return found ? `${mark}${found.id.replace(/\.json$/, "")}:${asked[2]}` : null;
    },
    load(id) {
      if (!id.startsWith(mark)) return null;
      const [file = "", part] = id.slice(mark.length).split(":");
      const words = JSON.parse(readFileSync(`${file}.json`, "utf8")) as Words;
      const sources = built ? read_sources(join(file, "../..")) : [];
      const parts = built ? in_two(words, sources) : { first: words, later: {} };
      return `export default ${JSON.stringify(parts[part as "first" | "later"])}`;
    },
  };
}
