// The words of the pages in one language: key → pattern (spec/words.md). The same file is inside the program.

import en from "./en.json";

export type WordKey = keyof typeof en;

export const language = "en";
export const catalogue: Readonly<Record<string, string>> = en;
