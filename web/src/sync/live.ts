// The live stream of one record: the server says "changed" and nothing else. One page of the browser holds it
// and tells the others.

import type { Id } from "../view";
import { wait_ms } from "./backoff";
import { tell_other_pages } from "./other-pages";
import { live_address } from "./server";
import { lead } from "./turns";

/** Calls `changed` in this page; the pages beside it hear it from `hear_other_pages`. Answers how to stop. */
export function follow_live(record: Id, changed: () => void): () => void {
  const heard = (): void => {
    changed();
    tell_other_pages({ say: "changed", record });
  };
  return lead(`live ${record}`, () => hold_stream(live_address(record), heard));
}

function hold_stream(address: string, changed: () => void): () => void {
  let stream: EventSource | null = null;
  let failures = 0;
  let again: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    stream = new EventSource(address);
    stream.addEventListener("open", () => {
      // What happened while nobody listened is asked for once.
      if (failures > 0) changed();
      failures = 0;
    });
    stream.addEventListener("changed", changed);
    stream.addEventListener("message", changed);
    stream.addEventListener("error", () => {
      failures += 1;
      if (stream?.readyState !== EventSource.CLOSED) return;
      clearTimeout(again);
      again = setTimeout(open, wait_ms(failures, Math.random()));
    });
  }

  open();
  return () => {
    clearTimeout(again);
    stream?.close();
  };
}
