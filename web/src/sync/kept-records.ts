// The records kept on this device: those that were opened here, each until its day. What is not sent yet
// stays.

import type { Entries } from "../store/entries";
import type { Id } from "../view";

const record_id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const is_unsent = (entry: string): boolean => entry.startsWith("waiting:");

export async function kept_records(entries: Entries): Promise<Id[]> {
  return (await entries.names()).filter((name) => record_id.test(name));
}

/** False: words wait here for a signal, and the record stays until they are sent. */
export async function remove_kept_record(entries: Entries, record: Id): Promise<boolean> {
  if (Object.keys(await entries.read(record)).some(is_unsent)) return false;
  await entries.forget(record);
  return true;
}

/** What is past its day goes, whether or not anybody opens it (DV5). */
export async function forget_what_is_past(entries: Entries, now: Date): Promise<void> {
  for (const record of await kept_records(entries)) {
    const kept = await entries.read(record);
    const until = kept["keep_until"];
    if (typeof until !== "string" || new Date(until) > now) continue;
    await entries.write(
      record,
      {},
      Object.keys(kept).filter((entry) => !is_unsent(entry)),
    );
  }
}
