// One at a time, also across the pages of one browser: whoever changes what is stored holds the turn.

export type Turns = <Answer>(work: () => Promise<Answer>) => Promise<Answer>;

/** Turns under one name in this browser; in a browser without Web Locks, in this page alone. */
export function turns_of(name: string, locks: LockManager | null = navigator.locks ?? null): Turns {
  if (locks) return (work) => locks.request(name, work) as ReturnType<typeof work>;
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => null);
    return mine;
  };
}

/** Holds the leadership under a name for as long as this page lives or until `stop` is called. */
export function lead(
  name: string,
  start: () => () => void,
  locks: LockManager | null = navigator.locks ?? null,
): () => void {
  if (!locks) return start();
  const given_up = new AbortController();
  let let_go: () => void = () => given_up.abort();
  const hold = (): Promise<void> =>
    new Promise((done) => {
      const end = start();
      let_go = () => {
        end();
        done();
      };
    });
  locks.request(name, { signal: given_up.signal }, hold).catch(() => null);
  return () => let_go();
}
