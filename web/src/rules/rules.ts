// The rules of the core in the browser, behind their one door, call(op, json). See spec/device.md.
//
// The first screen needs few of them and comes with kith.wasm; kith-whole.wasm has all, and takes its place.
// A refusal is an answer. A trap is a broken machine: the instance is thrown away, every handle with it.
// Either way whoever held a handle opens it again from what is stored (`on_new_rules`).

import { catalogue, language, spoken } from "../words/catalogue";
import type { Message } from "./say";

export interface Refusal {
  rule: string;
  message: Message;
}

export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(`${refusal.rule} ${refusal.message.key}`);
  }
}

/** The machine broke in the middle of a call. What it held is gone; what is stored is not. */
export class RulesBroken extends Error {}

interface Exports {
  memory: WebAssembly.Memory;
  _initialize?: () => void;
  kith_alloc(bytes: number): number;
  kith_free(at: number): void;
  kith_call(op_at: number, op_bytes: number, json_at: number, json_bytes: number): bigint;
}

/** One instance of a module. Handles are of the instance that gave them. */
export type Rules = Exports;
/** Why handles are to be opened anew: their instance is gone, or another one has more doors. */
export type WhyNew = "broken" | "whole";
type Listener = (why: WhyNew) => Promise<void> | void;

let module: WebAssembly.Module | null = null;
let exports: Exports | null = null;
let whole: Promise<void> | null = null;
let is_whole = false;
const listeners = new Set<Listener>();

export function rules_loaded(): boolean {
  return exports !== null;
}

/** Loads the module once. `source` is a response to stream from, or the bytes themselves. */
export async function load_rules(source: Promise<Response> | Response | BufferSource): Promise<void> {
  if (exports) return;
  const first = await compile(source);
  if (exports) return; // the whole ones were faster
  module = first;
  start_instance();
}

/**
 * All of them, once. `source` brings the whole module; without it the one that is there stays, and what needs
 * more is asked for again the next time.
 */
export function whole_rules(
  source: () => Promise<Response> = () => fetch("/kith-whole.wasm"),
): Promise<void> {
  whole ??= take_whole(source).catch((cause: unknown) => {
    whole = null;
    throw cause;
  });
  return whole;
}

async function take_whole(source: () => Promise<Response>): Promise<void> {
  module = await compile(source());
  is_whole = true;
  start_instance();
  await Promise.all([...listeners].map((listener) => listener("whole")));
}

export function has_whole_rules(): boolean {
  return is_whole;
}

/** The instance that gives handles now. */
export function rules_now(): Rules | null {
  return exports;
}

/** Tells whoever holds handles to open them anew, after a new instance stands ready. */
export function on_new_rules(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function call_rules<Answer>(op: string, input: unknown, rules = exports): Answer {
  if (!rules) throw new RulesBroken("the rules are not loaded");
  let answer: { ok?: Answer; refusal?: Refusal };
  try {
    answer = JSON.parse(call_door(rules, op, JSON.stringify(input))) as typeof answer;
  } catch (cause) {
    if (rules === exports) renew_instance();
    throw new RulesBroken(`${op} broke`, { cause });
  }
  if (answer.refusal) throw new Refused(answer.refusal);
  return answer.ok as Answer;
}

async function compile(source: Promise<Response> | Response | BufferSource): Promise<WebAssembly.Module> {
  const found = await source;
  if (!(found instanceof Response)) return WebAssembly.compile(found);
  if (!found.ok) throw new RulesBroken(`the rules were not found: ${found.status}`);
  return WebAssembly.compile(await found.arrayBuffer());
}

function start_instance(): void {
  if (!module) throw new RulesBroken("the rules are not loaded");
  const instance = new WebAssembly.Instance(module); // the core does no I/O and asks for nothing
  exports = instance.exports as unknown as Exports;
  exports._initialize?.();
  load_words();
}

/** The rules speak the language of the pages. */
function load_words(): void {
  call_rules("words_load", { language, catalogue });
}

spoken.subscribe(() => {
  if (exports) load_words();
});

function renew_instance(): void {
  exports = null;
  start_instance();
  for (const listener of [...listeners]) void listener("broken");
}

/** The door itself: two texts in, one text out, as (address << 32 | bytes). */
function call_door(door: Exports, op: string, json: string): string {
  const op_in = put_text(door, op);
  const json_in = put_text(door, json);
  const packed = BigInt.asUintN(64, door.kith_call(op_in.at, op_in.bytes, json_in.at, json_in.bytes));
  const at = Number(packed >> 32n);
  const bytes = Number(packed & 0xffffffffn);
  const text = new TextDecoder().decode(new Uint8Array(door.memory.buffer, at, bytes));
  for (const used of [op_in.at, json_in.at, at]) door.kith_free(used);
  return text;
}

function put_text(door: Exports, text: string): { at: number; bytes: number } {
  const encoded = new TextEncoder().encode(text);
  const at = door.kith_alloc(encoded.length);
  new Uint8Array(door.memory.buffer, at, encoded.length).set(encoded);
  return { at, bytes: encoded.length };
}
