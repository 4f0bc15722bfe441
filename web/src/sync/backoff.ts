// When to try again: soon at first, then at most once a minute, never all browsers at the same moment.

import { must_be_of_server } from "./server";

export const first_wait_ms = 1_500;
export const longest_wait_ms = 60_000;

/** `spread` is a number from 0 to 1, from a random source. */
export function wait_ms(failures: number, spread: number, asked_ms: number | null = null): number {
  const doubled = Math.min(longest_wait_ms, first_wait_ms * 2 ** Math.max(0, failures - 1));
  const spread_out = Math.round(doubled * (0.75 + 0.5 * spread));
  return Math.max(spread_out, asked_ms ?? 0);
}

/** Does it, and does it again after a while as long as the server is not reached. Answers how to stop. */
export function until_done(work: () => Promise<void>): () => void {
  let again: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let failures = 0;
  const attempt = async (): Promise<void> => {
    try {
      await work();
    } catch (said) {
      must_be_of_server(said);
      failures += 1;
      if (!stopped) again = setTimeout(() => void attempt(), wait_ms(failures, Math.random()));
    }
  };
  void attempt();
  return () => {
    stopped = true;
    clearTimeout(again);
  };
}
