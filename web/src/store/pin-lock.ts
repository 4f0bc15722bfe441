// The lock of an own device: a random key that opens the entries, wrapped twice.
//
// Inside by the PIN, stretched with PBKDF2; outside by a key this browser holds and cannot give away
// (non-extractable). A copied disk needs the browser's own key store as well as the PIN; somebody with the
// unlocked browser and its tools needs the PIN, one slow try at a time. A PIN of four digits does not stop
// somebody who has the whole device and lots of time: the page says so where the PIN is chosen.

import type { Database } from "./database";

export const pin_digits_min = 4;
export const pin_digits_max = 12;
export const stretch_rounds = 600_000;

/** Waiting time after a wrong PIN, by how many were wrong in a row. The first two cost nothing. */
export const wait_ms_after: readonly number[] = [0, 0, 0, 5_000, 15_000, 60_000, 300_000, 900_000];

interface KeptLock {
  salt: Uint8Array<ArrayBuffer>;
  iv_inside: Uint8Array<ArrayBuffer>;
  iv_outside: Uint8Array<ArrayBuffer>;
  wrapped: ArrayBuffer;
  browser_key: CryptoKey;
}
interface KeptTries {
  wrong: number;
  not_before_ms: number;
}

export type Unlocked = { key: CryptoKey } | { wrong: true; wait_ms: number };

export function is_pin(text: string): boolean {
  return new RegExp(`^[0-9]{${pin_digits_min},${pin_digits_max}}$`).test(text);
}

export async function has_lock(database: Database): Promise<boolean> {
  return (await database.get("plain", "lock")) !== undefined;
}

/** Makes a new key and locks it in. Whatever was locked under an older key is lost with it. */
export async function make_lock(database: Database, pin: string): Promise<CryptoKey> {
  const raw = random_bytes(32);
  const salt = random_bytes(16);
  const [iv_inside, iv_outside] = [random_bytes(12), random_bytes(12)];
  const browser_key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const inside = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: iv_inside },
    await stretched(pin, salt),
    raw,
  );
  const wrapped = await crypto.subtle.encrypt({ name: "AES-GCM", iv: iv_outside }, browser_key, inside);
  const lock: KeptLock = { salt, iv_inside, iv_outside, wrapped, browser_key };
  await database.write("plain", [["lock", lock]], ["tries"]);
  return entry_key(raw);
}

/** How long until the next try may be made. */
export async function wait_left_ms(database: Database, now_ms: number): Promise<number> {
  const tries = await database.get<KeptTries>("plain", "tries");
  if (!tries) return 0;
  const left_ms = tries.not_before_ms - now_ms;
  const longest_ms = wait_ms_after[wait_ms_after.length - 1] ?? 0;
  return Math.max(0, Math.min(left_ms, longest_ms));
}

export async function unlock(database: Database, pin: string, now_ms: number): Promise<Unlocked> {
  const wait_ms = await wait_left_ms(database, now_ms);
  if (wait_ms > 0) return { wrong: true, wait_ms };
  const lock = await database.get<KeptLock>("plain", "lock");
  if (!lock) return { wrong: true, wait_ms: 0 };
  const tries = (await database.get<KeptTries>("plain", "tries")) ?? { wrong: 0, not_before_ms: 0 };
  // The try is counted before it is made: pulling the plug does not make it free.
  const counted = count_try(tries, now_ms);
  await database.write("plain", [["tries", counted]]);
  const raw = await opened(lock, pin);
  if (!raw) return { wrong: true, wait_ms: counted.not_before_ms - now_ms };
  await database.write("plain", [], ["tries"]);
  return { key: await entry_key(raw) };
}

/** Takes the lock away, and with it whatever it kept. Sealed unsent words stay. */
export async function drop_lock(database: Database): Promise<void> {
  await database.clear("entries");
  await database.write("plain", [], ["lock", "tries"]);
}

function count_try(tries: KeptTries, now_ms: number): KeptTries {
  const wrong = tries.wrong + 1;
  const wait_ms = wait_ms_after[Math.min(wrong, wait_ms_after.length - 1)] ?? 0;
  return { wrong, not_before_ms: now_ms + wait_ms };
}

async function opened(lock: KeptLock, pin: string): Promise<ArrayBuffer | null> {
  try {
    const inside = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: lock.iv_outside },
      lock.browser_key,
      lock.wrapped,
    );
    const key = await stretched(pin, lock.salt);
    return await crypto.subtle.decrypt({ name: "AES-GCM", iv: lock.iv_inside }, key, inside);
  } catch {
    return null;
  }
}

async function stretched(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, [
    "deriveKey",
  ]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: stretch_rounds };
  return crypto.subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function entry_key(raw: BufferSource): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

function random_bytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}
