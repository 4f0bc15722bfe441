// The parts of a record as they are said to its person and to somebody else, and who could be let in.

import { say, say_message } from "../../rules/say";
import type { KnownAccount } from "../../sync/server";
import type { Id, Part, Party, View } from "../../view";
import { account_of, parts_here } from "./parts";

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

/** Who is known here and has not been let in yet. */
export function people_to_let_in(view: View, known: readonly KnownAccount[]): KnownAccount[] {
  const let_in = new Set((view.sharing?.grants ?? []).map((grant) => account_of(grant.to)));
  return known.filter((one) => !let_in.has(one.account));
}
