// Unsent words, sealed to the installation's public key: this device can keep them and send them, and cannot
// read them. A lock, a forgotten PIN or an emptied device never destroys them.
//
// One box: 1 version byte (1) · 65 bytes of a fresh P-256 point · 12 bytes iv · AES-256-GCM of the JSON
// {"account","record","command"}. The AES key is HKDF-SHA-256 of the ECDH secret, salted with the fresh point,
// info "kith sealed words 1". The version byte and the point are authenticated with it.

import type { Command } from "../commands";
import type { Id } from "../view";
import type { Database } from "./database";

export interface SealedWords {
  account: Id;
  record: Id;
  /** Grows from one to the next: words are sent in the order in which they were written. */
  turn: number;
  /** Base64 of the box. */
  box: string;
}

let last_turn = 0;

function next_turn(): number {
  last_turn = Math.max(last_turn + 1, Date.now() * 1000);
  return last_turn;
}

const box_version = 1;
const info = new TextEncoder().encode("kith sealed words 1");
const curve = { name: "ECDH", namedCurve: "P-256" };

export async function keep_unsent(
  database: Database,
  installation_key: string,
  account: Id,
  record: Id,
  command: Command,
): Promise<void> {
  const turn = next_turn();
  const box = await seal_to(installation_key, JSON.stringify({ account, record, command }));
  const sealed: SealedWords = { account, record, turn, box };
  await database.write("unsent", [[command.id, sealed]]);
}

export async function drop_unsent(database: Database, commands: Id[]): Promise<void> {
  if (commands.length) await database.write("unsent", [], commands);
}

export async function unsent_of(
  database: Database,
  account: Id,
): Promise<[command: Id, sealed: SealedWords][]> {
  const all = await database.all<SealedWords>("unsent");
  return all.filter(([, sealed]) => sealed.account === account).sort(([, a], [, b]) => a.turn - b.turn);
}

/** Whether somebody's words wait on this device, without saying whose. */
export async function any_unsent(database: Database): Promise<boolean> {
  return (await database.all("unsent")).length > 0;
}

export async function seal_to(installation_key: string, text: string): Promise<string> {
  const theirs = await crypto.subtle.importKey("spki", from_base64(installation_key), curve, false, []);
  const fresh = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", fresh.publicKey));
  const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, fresh.privateKey, 256);
  const shared = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: point, info },
    shared,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt"],
  );
  const head = new Uint8Array([box_version, ...point]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: "AES-GCM", iv, additionalData: head };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(how, key, new TextEncoder().encode(text)));
  return to_base64(new Uint8Array([...head, ...iv, ...sealed]));
}

function from_base64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function to_base64(bytes: Uint8Array): string {
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}
