// The other pages of this browser: they share the unlocked key, what was stored, and the one live stream.
//
// The channel reaches pages of this origin in this browser only. A key travels as a key and never as bytes.

import type { Id } from "../view";

type Said =
  | { say: "who is unlocked" }
  | { say: "unlocked"; key: CryptoKey }
  | { say: "stored"; record: Id }
  | { say: "changed"; record: Id };

const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("pages");
const key_wait_ms = 150;
let stop_answering: (() => void) | null = null;

export function tell_other_pages(said: { say: "stored" | "changed"; record: Id }): void {
  channel?.postMessage(said);
}

export function hear_other_pages(
  heard: (said: { say: "stored" | "changed"; record: Id }) => void,
): () => void {
  return listen((said) => {
    if (said.say === "stored" || said.say === "changed") heard(said);
  });
}

/** A page beside this one that is unlocked lets this one in without the PIN. */
export function ask_other_pages_for_key(): Promise<CryptoKey | null> {
  if (!channel) return Promise.resolve(null);
  return new Promise((resolve) => {
    const give_up = setTimeout(() => answer(null), key_wait_ms);
    const stop = listen((said) => said.say === "unlocked" && answer(said.key));
    const answer = (key: CryptoKey | null): void => {
      clearTimeout(give_up);
      stop();
      resolve(key);
    };
    channel.postMessage({ say: "who is unlocked" });
  });
}

export function answer_other_pages(key: () => CryptoKey | null): void {
  stop_answering?.();
  stop_answering = listen((said) => {
    const unlocked = key();
    if (said.say === "who is unlocked" && unlocked) channel?.postMessage({ say: "unlocked", key: unlocked });
  });
}

function listen(heard: (said: Said) => void): () => void {
  const on_message = (event: MessageEvent<Said>): void => heard(event.data);
  channel?.addEventListener("message", on_message);
  return () => channel?.removeEventListener("message", on_message);
}
