// The parts of a record, as they are said to its person and to somebody else, and who could be let in.

import { say, say_message } from "../../rules/say";
import { part_is_shown } from "../../rules/wings";
import type { KnownAccount } from "../../sync/server";
import type { Id, Part, Party, View } from "../../view";

export const every_part: readonly Part[] = ["together", "circle", "matters", "ideas", "plan", "about_me"];

/** Those that this installation shows. */
export function parts_here(): Part[] {
  return every_part.filter(part_is_shown);
}

export function account_of(party: Party | Id): Id {
  return party.startsWith("account:") ? party.slice("account:".length) : party;
}

/** "your circle" to its person, "the circle" to whoever looks after the sharing with them. */
export function said_part(part: Part, own: boolean): string {
  return say(own ? `part.yours.${part}` : `part.theirs.${part}`);
}

/** Where somebody may add lines: of "together" that is only what to talk about. */
export function said_places(chosen: readonly Part[], own: boolean): string[] {
  const said = (part: Part): string =>
    part === "together" ? say("part.adding_together") : said_part(part, own);
  return parts_here()
    .filter((part) => chosen.includes(part))
    .map(said);
}

export function said_parts(chosen: readonly Part[], own: boolean): string[] {
  return parts_here()
    .filter((part) => chosen.includes(part))
    .map((part) => said_part(part, own));
}

/** What somebody is here: "practitioner". */
export function said_role(role: string): string {
  return say_message({ key: `role.${role}`, text: role });
}

/** The role of somebody who has been let in, as the record knows them. */
export function role_in(view: View, party: Party | Id): string | undefined {
  return view.sharing?.members.find((one) => one.account === account_of(party))?.role;
}

/**
 * What this reader has been let in to: by a grant that stands, or by a visit that is open now. The rest of
 * the
 * view is there and empty, and is not mentioned.
 */
export function parts_seen(view: View): Part[] {
  if (view.person.reader === "person") return parts_here();
  const me = account_of(view.person.me);
  const grants = (view.sharing?.grants ?? []).filter((grant) => account_of(grant.to) === me);
  const visit = view.visits?.open;
  const here = visit?.with.some((one) => one.account === me) ? visit.parts : [];
  const seen = new Set<Part>(["together", ...grants.flatMap((grant) => grant.see), ...here]);
  return parts_here().filter((part) => seen.has(part));
}

/** Who is known here and has not been let in yet. */
export function people_to_let_in(view: View, known: readonly KnownAccount[]): KnownAccount[] {
  const let_in = new Set((view.sharing?.grants ?? []).map((grant) => account_of(grant.to)));
  return known.filter((one) => !let_in.has(one.account));
}
