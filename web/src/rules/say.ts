// Every sentence on a page comes from the catalogue; this is the one way to it. Rules WO1–WO3 of
// spec/words.md.
//
// Patterns without plurals and lists are filled in here, so that sign-in and the lock can speak before the
// rules are loaded. The rest is said by the core's own formatter, the same one that prints and refuses.

import { catalogue, type WordKey } from "../words/catalogue";
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

const needs_formatter = /\{\s*\w+\s*,/;
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
  if (pattern === undefined) return key;
  if (!pattern.includes("{")) return pattern;
  const plain = !needs_formatter.test(pattern) && Object.values(args).every((arg) => !Array.isArray(arg));
  if (!plain && rules_loaded()) return call_rules<string>("say", { key, args });
  return pattern.replace(placeholder, (whole, name: string) => spoken(args[name]) ?? whole);
}

function spoken(arg: WordArg | undefined): string | undefined {
  if (arg === undefined) return undefined;
  return Array.isArray(arg) ? arg.join(", ") : String(arg);
}
