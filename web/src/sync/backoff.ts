// When to try again: soon at first, then at most once a minute, never all browsers at the same moment.

export const first_wait_ms = 1_500;
export const longest_wait_ms = 60_000;

/** `spread` is a number from 0 to 1, from a random source. */
export function wait_ms(failures: number, spread: number, asked_ms: number | null = null): number {
  const doubled = Math.min(longest_wait_ms, first_wait_ms * 2 ** Math.max(0, failures - 1));
  const spread_out = Math.round(doubled * (0.75 + 0.5 * spread));
  return Math.max(spread_out, asked_ms ?? 0);
}
