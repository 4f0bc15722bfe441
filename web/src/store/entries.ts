// What the device machine asks to be kept, entry by entry. On an own device each is encrypted under the
// unlocked key; on a shared device they live in this page's memory and go with it.

import type { Id } from "../view";
import type { Database } from "./database";

export interface Entries {
  /** Everything kept under a name such as a record's id: entry → JSON value. */
  read(under: Id): Promise<Record<string, unknown>>;
  /** Goes up with every write, by whichever page of this browser. */
  generation(under: Id): Promise<number>;
  write(under: Id, put: Record<string, unknown>, del: string[]): Promise<void>;
  forget(under: Id): Promise<void>;
  /** The names something is kept under, each once. */
  names(): Promise<Id[]>;
}

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

export function locked_entries(database: Database, key: CryptoKey): Entries {
  return {
    async read(under) {
      const found = await database.all<Sealed>("entries", `${under}/`);
      const opened = await Promise.all(
        found.map(async ([name, sealed]) => [
          name.slice(under.length + 1),
          await open_entry(key, name, sealed),
        ]),
      );
      return Object.fromEntries(opened) as Record<string, unknown>;
    },
    async write(under, put, del) {
      const sealed = await Promise.all(
        Object.entries(put).map(async ([entry, value]): Promise<[string, unknown]> => {
          const name = `${under}/${entry}`;
          return [name, await seal_entry(key, name, value)];
        }),
      );
      const next = (await generation_of(database, under)) + 1;
      sealed.push([`${generation_mark}${under}`, next]);
      await database.write(
        "entries",
        sealed,
        del.map((entry) => `${under}/${entry}`),
      );
    },
    generation: (under) => generation_of(database, under),
    async forget(under) {
      const found = await database.all("entries", `${under}/`);
      await database.write(
        "entries",
        [],
        found.map(([name]) => name),
      );
    },
    async names() {
      const found = await database.all("entries");
      return [...new Set(found.filter(([name]) => name.includes("/")).map(([name]) => name.split("/")[0]!))];
    },
  };
}

export function memory_entries(): Entries {
  const kept = new Map<Id, Record<string, unknown>>();
  const written = new Map<Id, number>();
  return {
    read: async (under) => ({ ...kept.get(under) }),
    generation: async (under) => written.get(under) ?? 0,
    async write(under, put, del) {
      const entries = { ...kept.get(under), ...put };
      for (const entry of del) delete entries[entry];
      kept.set(under, entries);
      written.set(under, (written.get(under) ?? 0) + 1);
    },
    async forget(under) {
      kept.delete(under);
    },
    names: async () => [...kept.keys()],
  };
}

const generation_mark = "generation of ";

async function generation_of(database: Database, under: Id): Promise<number> {
  return (await database.get<number>("entries", `${generation_mark}${under}`)) ?? 0;
}

// An entry's name is bound to its bytes: one cannot be put in another's place.
async function seal_entry(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const words = new TextEncoder().encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt(bound_to(name, iv), key, words) };
}

async function open_entry(key: CryptoKey, name: string, sealed: Sealed): Promise<unknown> {
  const words = await crypto.subtle.decrypt(bound_to(name, sealed.iv), key, sealed.bytes);
  return JSON.parse(new TextDecoder().decode(words));
}

function bound_to(name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) };
}
