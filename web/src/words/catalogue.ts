// The words of the pages in the reader's language: key → pattern (spec/words.md). The same files are inside
// the program.
//
// English comes in two parts: what the first screen says with it, the rest at once behind it. Another
// language is fetched whole when it is chosen, and spoken only once all of it is there: no key of one
// language stands in for a key of another (WO7). A key "x@charity" stands for "x" in an installation for a
// charity (WI3).

import type en from "./en.json";
import first from "./en.json?first";

export type WordKey = keyof typeof en;
export type Language = "en" | "cy";
type Catalogue = Readonly<Record<string, string>>;

/** Each language by its own name. */
export const languages: Readonly<Record<Language, string>> = { en: "English", cy: "Cymraeg" };

export let language: Language = "en";
export let catalogue: Catalogue = first;

let purpose = "team";
/** The languages that are here whole. */
const catalogues: Partial<Record<Language, Catalogue>> = {};
const listeners = new Set<() => void>();

/** The language spoken now, for whoever shows words. */
export const spoken = {
  get: (): Language => language,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Speaks it from here on. Without a signal, and not kept on this device, the language stays as it was. */
export async function speak(wanted: Language): Promise<boolean> {
  const whole = (catalogues[wanted] ??= await fetched(wanted));
  if (!whole) return false;
  language = wanted;
  document.documentElement.lang = wanted;
  use(whole);
  return true;
}

/** Every word of the language spoken now is here. False: without a signal they cannot come. */
export function all_words(): Promise<boolean> {
  return catalogues[language] ? Promise.resolve(true) : speak(language);
}

export function has_all_words(): boolean {
  return catalogues[language] !== undefined;
}

/** Takes the words of what the installation is for. */
export function speak_for(now_for: string): void {
  if (now_for === purpose) return;
  purpose = now_for;
  use(catalogues[language] ?? first);
}

/** Nobody who speaks this language has read its words yet (WO8). */
export function needs_review(): boolean {
  return catalogue["catalogue.review"] === "needed";
}

function use(whole: Catalogue): void {
  const ending = `@${purpose}`;
  const now = { ...whole };
  for (const [key, words] of Object.entries(whole)) {
    if (key.endsWith(ending)) now[key.slice(0, -ending.length)] = words;
  }
  catalogue = now;
  for (const listener of [...listeners]) listener();
}

async function fetched(wanted: Language): Promise<Catalogue | undefined> {
  try {
    if (wanted === "cy") return (await import("./cy.json")).default;
    return { ...first, ...(await import("./en.json?later")).default };
  } catch {
    return undefined;
  }
}
