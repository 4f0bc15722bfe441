// What the page asks of the server: a visit in both records on the spoken yes, the join, and the end of the
// visits it opened.

import { command, new_id, type Command } from "../../commands";
import { installation_now } from "../../sync/clock";
import { say_while_leaving, server, type JoinLook } from "../../sync/server";
import { later_server } from "../../sync/later-server";
import type { Id } from "../../view";
import { every_part } from "../sharing/parts";

export interface OpenedVisit {
  record: Id;
  visit: Id;
}

/** `opened` is told of each before it is asked for, so that whatever fails, it can be ended. */
export async function begin_visits(
  records: Id[],
  me: Id,
  opened: (visit: OpenedVisit) => void,
): Promise<void> {
  for (const record of records) {
    const visit = new_id();
    opened({ record, visit });
    const open = { visit, with: [me], parts: [...every_part], said_aloud: true };
    await server.commands(record, [command("open_visit", open, installation_now())]);
  }
}

const ending = ({ visit }: OpenedVisit): Command => command("end_visit", { visit }, installation_now());

export async function end_visits(opened: OpenedVisit[]): Promise<void> {
  for (const one of opened) await server.commands(one.record, [ending(one)]);
}

/** The window is closed: what is asked for now is sent without waiting for an answer. */
export function end_visits_while_leaving(opened: OpenedVisit[]): void {
  for (const one of opened)
    say_while_leaving("POST", `/api/records/${one.record}/commands`, { commands: [ending(one)] });
}

export function join_now(kept: Id, from: Id, id: Id, undo: boolean): Promise<JoinLook> {
  const at = installation_now();
  return later_server.join(kept, {
    id,
    from,
    made_at: at.toISOString(),
    offset_min: 0 - at.getTimezoneOffset(),
    ...(undo ? { undo } : { said_aloud: true }),
  });
}
