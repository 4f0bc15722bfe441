// The browser decides with the same rules as the server: the module built for the browser and the same doors
// built for this machine are asked the same, about the demo's people, and answer the same bytes.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type DemoServer } from "./demo.ts";

const house = join(import.meta.dirname, "../..");
const doors = process.env.KITH_DOORS ?? join(house, "build/native/wasm/native/kith_doors");
const catalogue: unknown = JSON.parse(readFileSync(join(house, "web/src/words/en.json"), "utf8"));
const output_bytes_max = 256 << 20;

type Question = [op: string, input: unknown];

interface Module {
  memory: WebAssembly.Memory;
  _initialize?: () => void;
  kith_alloc(bytes: number): number;
  kith_call(op_at: number, op_bytes: number, json_at: number, json_bytes: number): bigint;
}

function ask_browser_module(questions: Question[]): string[] {
  const module = new WebAssembly.Module(readFileSync(join(house, "web/public/kith-whole.wasm")));
  const door = new WebAssembly.Instance(module).exports as unknown as Module;
  door._initialize?.();
  const put = (text: string): [number, number] => {
    const bytes = new TextEncoder().encode(text);
    const at = door.kith_alloc(bytes.length);
    new Uint8Array(door.memory.buffer, at, bytes.length).set(bytes);
    return [at, bytes.length];
  };
  return questions.map(([op, input]) => {
    const packed = BigInt.asUintN(64, door.kith_call(...put(op), ...put(JSON.stringify(input))));
    const answer = new Uint8Array(door.memory.buffer, Number(packed >> 32n), Number(packed & 0xffffffffn));
    return new TextDecoder().decode(answer);
  });
}

function ask_this_machine(questions: Question[]): string[] {
  const input = questions.map(([op, json]) => `${op}\t${JSON.stringify(json)}\n`).join("");
  const ran = spawnSync(doors, { input, maxBuffer: output_bytes_max, encoding: "utf8" });
  if (ran.status !== 0) throw new Error(`${doors} ended with ${ran.status}: ${ran.error ?? ran.stderr}`);
  return ran.stdout.trimEnd().split("\n");
}

async function fetched<Answer>(demo: DemoServer, who: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(demo.url + path, {
    method: body ? "POST" : "GET",
    headers: { Authorization: `Bearer ${demo.person(who).token}`, "Content-Type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as Answer;
}

interface Me {
  account: string;
  role: string;
  name: string;
  now: string;
  zone: unknown;
}

/** Everything a page asks while somebody looks at a record and taps once. */
async function questions_about(demo: DemoServer, who: string, whose: string): Promise<Question[]> {
  const record = demo.person(whose).record!;
  const { account, role, name, now, zone } = await fetched<Me>(demo, who, "/api/me");
  const patch = await fetched<object>(demo, who, `/api/records/${record}/sync`);
  const near = { lat_udeg: 54_200_000, lon_udeg: 1_900_000 };
  const { services } = await fetched<{ services: { id: string }[] }>(demo, who, "/api/directory/near", near);
  const device = 1;
  const tap = {
    id: "01890000-0000-4000-8000-000000000001",
    do: "raise",
    v: 1,
    made_at: now,
    offset_min: 0,
    body: {
      talk: "01890000-0000-4000-8000-000000000002",
      about: "to_talk_about",
      statement: "01890000-0000-4000-8000-000000000003",
      words: "Llŷr’s garden 🌱",
    },
  };
  const suits = {
    id: "01890000-0000-4000-8000-000000000004",
    do: "set_suits",
    v: 1,
    made_at: now,
    offset_min: 0,
    body: { pay: "a_little", days: ["tuesday", "saturday"], group: "small", going: "alone", must: ["time"] },
  };
  return [
    ["words_load", { language: "en", catalogue }],
    ["directory_load", { services }],
    ["device_open", { record, reader: { account, role, name }, now, zone, known: [], stored: {} }],
    ["device_step", { device, input: { in: "patch", since: null, ...patch } }],
    ["device_view", { device, now }],
    ["ideas", { device }],
    ["ideas", { device, after: "5" }],
    ["device_step", { device, input: { in: "tapped", command: suits } }],
    ["ideas", { device }],
    ["ideas", { device, after: "5" }],
    ["service", { service: services[0]!.id }],
    ["picture", { device, occasion: "everyday", width: 640, height: 640 }],
    ["picture", { device, occasion: "hard_times", width: 346, height: 346 }],
    ["device_step", { device, input: { in: "tapped", command: tap } }],
    ["device_view", { device, now }],
    ["paper", { device, style: "one-page", now, practice: true, help: [] }],
    ["device_step", { device, input: { in: "dreamt" } }],
  ];
}

for (const [who, whose] of [
  ["Sam", "Sam"],
  ["Priya", "Priya"],
  ["Marek", "Marek"],
  ["Amina", "Sam"],
] as const) {
  test(`the browser and this machine answer the same about ${whose}, asked by ${who}`, async ({ demo }) => {
    const questions = await questions_about(demo, who, whose);
    const here = ask_this_machine(questions);
    const there = ask_browser_module(questions);
    questions.forEach(([op], n) => expect(there[n], `${n}: ${op}`).toBe(here[n]));
    const refused = here.filter((answer) => answer.startsWith('{"refusal"'));
    expect(refused, refused.join("\n").slice(0, 400)).toHaveLength(1); // the input nobody knows
  });
}
