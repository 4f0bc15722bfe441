import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import type { Command } from "../commands";
import { memory_database, open_database, type Database } from "./database";
import { locked_entries, memory_entries, type Entries } from "./entries";
import { drop_lock, has_lock, is_pin, make_lock, unlock, wait_left_ms, wait_ms_after } from "./pin-lock";
import { any_unsent, drop_unsent, keep_unsent, unsent_of } from "./unsent";

globalThis.IDBKeyRange = IDBKeyRange;
const databases: [string, () => Promise<Database>][] = [
  ["IndexedDB", () => open_database(new IDBFactory())],
  ["memory", async () => memory_database()],
];

describe.each(databases)("a database in %s", (_, open) => {
  it("reads back what was written, by key and by prefix, and nothing of another store", async () => {
    const database = await open();
    await database.write("entries", [
      ["a/1", 1],
      ["a/2", 2],
      ["b/1", 3],
    ]);
    await database.write("plain", [["a/1", "plain"]]);
    expect(await database.get("entries", "a/2")).toBe(2);
    expect(await database.all("entries", "a/")).toEqual([
      ["a/1", 1],
      ["a/2", 2],
    ]);
    await database.write("entries", [["a/3", 4]], ["a/1"]);
    expect(await database.all("entries")).toEqual(
      [
        ["a/2", 2],
        ["a/3", 4],
        ["b/1", 3],
      ].sort(),
    );
    await database.clear("entries");
    expect(await database.all("entries")).toEqual([]);
    expect(await database.get("plain", "a/1")).toBe("plain");
  });
});

describe("the lock of an own device", () => {
  let database: Database;
  beforeEach(async () => {
    database = await open_database(new IDBFactory());
  });

  it("opens with its PIN and gives back the key that was locked in", async () => {
    await locked_entries(database, await make_lock(database, "2468")).write("r", { words: "mine" }, []);
    const opened = await unlock(database, "2468", 0);
    expect("key" in opened && (await locked_entries(database, opened.key).read("r"))).toEqual({
      words: "mine",
    });
  });

  it("waits longer with every wrong PIN, counts a try before it is made, and forgives a right one", async () => {
    await make_lock(database, "2468");
    const now_ms = 1_000_000;
    expect(await unlock(database, "1111", now_ms)).toEqual({ wrong: true, wait_ms: 0 });
    expect(await unlock(database, "1111", now_ms)).toEqual({ wrong: true, wait_ms: 0 });
    expect(await unlock(database, "1111", now_ms)).toEqual({ wrong: true, wait_ms: wait_ms_after[3] });
    expect(await unlock(database, "2468", now_ms + 1)).toEqual({ wrong: true, wait_ms: 4_999 });
    expect("key" in (await unlock(database, "2468", now_ms + 5_000))).toBe(true);
    expect(await wait_left_ms(database, now_ms)).toBe(0);
  });

  it("never keeps somebody out for longer than the longest wait, even when the clock was set back", async () => {
    await make_lock(database, "2468");
    await database.write("plain", [["tries", { wrong: 9, not_before_ms: 9_000_000_000 }]]);
    expect(await wait_left_ms(database, 0)).toBe(wait_ms_after[wait_ms_after.length - 1]);
  });

  it("keeps nothing readable: neither PIN nor words stand in what is stored", async () => {
    const entries = locked_entries(database, await make_lock(database, "846213"));
    await entries.write("r", { words: "only mine" }, []);
    const kept = JSON.stringify([await database.all("plain"), await database.all("entries")], as_letters);
    expect(kept).not.toContain("846213");
    expect(kept).not.toContain("only mine");
  });

  it("is gone with everything it kept once it is dropped", async () => {
    await locked_entries(database, await make_lock(database, "2468")).write("r", { words: "mine" }, []);
    await drop_lock(database);
    expect(await has_lock(database)).toBe(false);
    expect(await database.all("entries")).toEqual([]);
  });

  it.each([
    ["2468", true],
    ["123456789012", true],
    ["246", false],
    ["1234567890123", false],
    ["24a8", false],
    ["", false],
  ])("is %s a PIN? %s", (text, answer) => expect(is_pin(text)).toBe(answer));
});

const kinds: [string, () => Promise<Entries>][] = [
  [
    "locked",
    async () => {
      const database = memory_database();
      return locked_entries(database, await make_lock(database, "2468"));
    },
  ],
  ["in memory", async () => memory_entries()],
];

describe.each(kinds)("entries %s", (_, make) => {
  it("keeps each record apart, counts its writes, and forgets one alone", async () => {
    const entries = await make();
    await entries.write("one", { a: { x: 1 }, b: [2] }, []);
    await entries.write("two", { a: "other" }, []);
    await entries.write("one", { c: null }, ["b"]);
    expect(await entries.read("one")).toEqual({ a: { x: 1 }, c: null });
    expect(await entries.generation("one")).toBe(2);
    expect(await entries.generation("two")).toBe(1);
    await entries.forget("one");
    expect(await entries.read("one")).toEqual({});
    expect(await entries.read("two")).toEqual({ a: "other" });
  });
});

it("an entry put in another's place does not open", async () => {
  const database = memory_database();
  const entries = locked_entries(database, await make_lock(database, "2468"));
  await entries.write("r", { a: 1, b: 2 }, []);
  await database.write("entries", [["r/a", await database.get("entries", "r/b")]]);
  await expect(entries.read("r")).rejects.toThrow();
});

describe("unsent words", () => {
  const command = {
    id: "c1",
    do: "name_person",
    v: 2,
    made_at: "",
    offset_min: 0,
    body: { name: "Joy ŵ" },
  } as Command;

  async function installation(): Promise<{ key: string; open: (box: string) => Promise<unknown> }> {
    const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, [
      "deriveBits",
    ]);
    const spki = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey));
    return { key: btoa(String.fromCharCode(...spki)), open: (box) => open_box(pair.privateKey, box) };
  }

  it("are sealed so that only the installation can read them, and sent for their own account", async () => {
    const database = memory_database();
    const { key, open } = await installation();
    await keep_unsent(database, key, "joy", "r1", command);
    const [id, sealed] = (await unsent_of(database, "joy"))[0]!;
    expect(id).toBe("c1");
    expect(JSON.stringify(sealed)).not.toContain("Joy");
    expect(await open(sealed.box)).toEqual({ account: "joy", record: "r1", command });
    expect(await unsent_of(database, "sam")).toEqual([]);
  });

  it("stay when the device is emptied, and go when they were answered", async () => {
    const database = memory_database();
    await make_lock(database, "2468");
    await keep_unsent(database, (await installation()).key, "joy", "r1", command);
    await drop_lock(database);
    expect(await any_unsent(database)).toBe(true);
    await drop_unsent(database, ["c1"]);
    expect(await any_unsent(database)).toBe(false);
  });

  it("come out in the order in which they were written", async () => {
    const database = memory_database();
    const { key } = await installation();
    for (const id of ["c9", "c1", "c5"]) await keep_unsent(database, key, "joy", "r1", { ...command, id });
    expect((await unsent_of(database, "joy")).map(([id]) => id)).toEqual(["c9", "c1", "c5"]);
  });
});

/** What the installation does with a box: the description in unsent.ts, read the other way. */
async function open_box(private_key: CryptoKey, box: string): Promise<unknown> {
  const bytes = Uint8Array.from(atob(box), (letter) => letter.charCodeAt(0));
  const [head, point, iv, sealed] = [
    bytes.slice(0, 66),
    bytes.slice(1, 66),
    bytes.slice(66, 78),
    bytes.slice(78),
  ];
  const fresh = await crypto.subtle.importKey("raw", point, { name: "ECDH", namedCurve: "P-256" }, false, []);
  const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: fresh }, private_key, 256);
  const shared = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode("kith sealed words 1");
  const how = { name: "HKDF", hash: "SHA-256", salt: point, info };
  const key = await crypto.subtle.deriveKey(how, shared, { name: "AES-GCM", length: 256 }, false, [
    "decrypt",
  ]);
  const words = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: head }, key, sealed);
  return JSON.parse(new TextDecoder().decode(words));
}

function as_letters(_: string, value: unknown): unknown {
  if (value instanceof ArrayBuffer) return String.fromCharCode(...new Uint8Array(value));
  if (value instanceof Uint8Array) return String.fromCharCode(...value);
  return value;
}
