// Every sentence on a page comes from the catalogue; this is the one way to it. Rules WO1–WO3 of
// spec/words.md.
//
// Patterns without lists are filled in here, so that sign-in and the lock can speak before the rules are
// loaded. The rest is said by the core's own formatter, the same one that prints and refuses.

import { catalogue, has_all_words, language, type Language, type WordKey } from "../words/catalogue";
import { call_rules, rules_loaded } from "./rules";

export { language } from "../words/catalogue";
export type { WordKey };
export type WordArg = string | number | readonly string[];
export type WordArgs = Readonly<Record<string, WordArg>>;

/** What the core wants to say: a key, its arguments, and the text where the sender has already said it. */
export interface Message {
  key: string;
  args?: WordArgs;
  text?: string;
}

const plural = /\{(\w+), plural, ((?:\w+ \{(?:[^{}]|\{\w+\})*\} ?)+)\}/g;
const branch = /(\w+) \{((?:[^{}]|\{\w+\})*)\}/g;
const placeholder = /\{(\w+)\}/g;

export function say(key: WordKey, args: WordArgs = {}): string {
  return say_pattern(key, args);
}

/** A message of the core; its key may be newer than this page, then its own text stands. */
export function say_message(message: Message): string {
  if (catalogue[message.key] === undefined && message.text) return message.text;
  return say_pattern(message.key, message.args ?? {});
}

function say_pattern(key: string, args: WordArgs): string {
  const pattern = catalogue[key];
  if (pattern === undefined) return has_all_words() ? key : "";
  if (!pattern.includes("{")) return pattern;
  if (rules_loaded() && (pattern.includes(", plural,") || Object.values(args).some(Array.isArray)))
    return call_rules<string>("say", { key, args });
  return pattern
    .replace(plural, (_, name: string, branches: string) => branch_of(branches, args[name]))
    .replace(placeholder, (whole, name: string) => spoken(args[name]) ?? whole);
}

function branch_of(branches: string, arg: WordArg | undefined): string {
  const texts = new Map([...branches.matchAll(branch)].map(([, which, text]) => [which, text]));
  const which = typeof arg === "number" ? plural_class(language, arg) : "other";
  return texts.get(which) ?? texts.get("other") ?? "";
}

const welsh_classes: Readonly<Record<number, string>> = {
  0: "zero",
  1: "one",
  2: "two",
  3: "few",
  6: "many",
};

/** WO2 for whole numbers, as the core has it. */
export function plural_class(of: Language, n: number): string {
  if (of === "en") return n === 1 ? "one" : "other";
  return welsh_classes[n] ?? "other";
}

function spoken(arg: WordArg | undefined): string | undefined {
  if (arg === undefined) return undefined;
  return Array.isArray(arg) ? arg.join(", ") : String(arg);
}
