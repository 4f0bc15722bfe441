// What somebody began to write and has not sent: it is there again when they come back to the form. It is in
// memory only, for the one who wrote it and in the form they wrote it in, and goes when they sign out.

import { useState } from "preact/hooks";
import { session } from "../../sync/session";
import { use_record } from "../../sync/use-record";

const kept = new Map<string, string>();

session.subscribe(() => {
  if (session.get().at === "signed_out") kept.clear();
});

/** The words of a form and how to change them. Without a name of the form nothing is kept. */
export function use_half_written(
  form: string | undefined,
  start = "",
): readonly [words: string, set_words: (words: string) => void] {
  const { view } = use_record();
  const key = form && `${view.person.record} ${view.person.me} ${form}`;
  const [words, set_words] = useState((key && kept.get(key)) || start);
  function change(now: string): void {
    set_words(now);
    if (!key) return;
    if (now.trim()) kept.set(key, now);
    else kept.delete(key);
  }
  return [words, change];
}
