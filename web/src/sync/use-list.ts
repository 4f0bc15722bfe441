// Lists that an account asks the server for, kept on an own device.

import { useEffect, useState } from "preact/hooks";
import type { Entries } from "../store/entries";
import { must_be_of_server, server, ServerSays, type PersonRow } from "./server";
import { session } from "./session";
import { use_house } from "./use-house";

/** A list from the server, kept on an own device so that the last one stands without a signal. */
export type Listed<Value> =
  { at: "asking" } | { at: "here"; value: Value; fresh: boolean } | { at: "no_signal" };

const lists_under = "lists";

export function use_list<Value>(
  name: string,
  fetch_list: () => Promise<Value>,
  /** What of it may stay on this device; all of it unless this says otherwise. */
  to_keep: (value: Value, entries: Entries) => Promise<Value> | Value = (value) => value,
): [Listed<Value>, () => void] {
  const { entries } = use_house();
  const [listed, set_listed] = useState<Listed<Value>>({ at: "asking" });
  const [asked, set_asked] = useState(0);
  useEffect(() => {
    let still_wanted = true;
    const show = (now: Listed<Value>): void => {
      if (still_wanted) set_listed(now);
    };
    const kept = entries.read(lists_under).then((lists) => lists[name] as Value | undefined);
    void kept.then(
      (value) =>
        value !== undefined &&
        set_listed((now) => (now.at === "asking" ? { at: "here", value, fresh: false } : now)),
    );
    fetch_list()
      .then(async (value) => {
        show({ at: "here", value, fresh: true });
        await entries.write(lists_under, { [name]: await to_keep(value, entries) }, []);
      })
      .catch(async (said) => {
        if (said instanceof ServerSays && said.status === 401) session.pass_is_over(said.rule);
        must_be_of_server(said);
        const value = await kept;
        show(value === undefined ? { at: "no_signal" } : { at: "here", value, fresh: false });
      });
    return () => {
      still_wanted = false;
    };
  }, [name, asked]);
  return [listed, () => set_asked((times) => times + 1)];
}

/** The people of a practitioner. Only whom they opened here stays on the device: a tablet may be lost. */
export function use_people(): Listed<PersonRow[]> {
  const [listed] = use_list<PersonRow[]>("people", server.people, async (rows, entries) => {
    const opened = await entries.names();
    return rows.filter((row) => opened.includes(row.record));
  });
  return listed;
}
