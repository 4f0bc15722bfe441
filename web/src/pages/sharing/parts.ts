// The parts of a record, and which of them somebody has been let in to.

import { part_is_shown } from "../../rules/wings";
import type { Id, Part, Party, View } from "../../view";

export const every_part: readonly Part[] = ["together", "circle", "matters", "ideas", "plan", "about_me"];

/** Those that this installation shows. */
export function parts_here(): Part[] {
  return every_part.filter(part_is_shown);
}

export function account_of(party: Party | Id): Id {
  return party.startsWith("account:") ? party.slice("account:".length) : party;
}

/** The same, and where a supporter may only add: what they told stands there. */
export function parts_open(view: View): Part[] {
  if (view.person.reader !== "supporter") return parts_seen(view);
  const told = (view.sharing?.grants ?? []).flatMap((grant) => grant.tell);
  const open = new Set<Part>([...parts_seen(view), ...told.filter((part) => part !== "together")]);
  return parts_here().filter((part) => open.has(part));
}

/**
 * What this reader has been let in to: by a grant that stands, or by a visit that is open now. The rest of
 * the view is there and empty, and is not mentioned.
 */
export function parts_seen(view: View): Part[] {
  if (view.person.reader === "person") return parts_here();
  const me = account_of(view.person.me);
  const grants = (view.sharing?.grants ?? []).filter((grant) => account_of(grant.to) === me);
  const visit = view.visits?.open;
  const here = visit?.with.some((one) => one.account === me) ? visit.parts : [];
  const always: Part[] = view.person.reader === "supporter" ? [] : ["together"];
  const seen = new Set<Part>([...always, ...grants.flatMap((grant) => grant.see), ...here]);
  return parts_here().filter((part) => seen.has(part));
}
