// Which parts of Kith this installation shows: told by the server, kept on the device, the same for everybody
// here. Rules WI1 to WI4 of spec/wings.md; the server's table is app/installation/wings.hpp.

import type { Installation } from "../sync/server";
import type { RecordPage } from "../sync/use-record";
import type { Part, View } from "../view";
import { speak_for } from "../words/catalogue";

export type Wing = "circle" | "ideas" | "follow_up" | "matters" | "plan";
export type Purpose = "charity" | "team" | "trust";

const every_wing: readonly Wing[] = ["circle", "ideas", "follow_up", "matters", "plan"];

/** The wing a page belongs to; null: it is there always. Read by tools/check_words.py as well. */
export const wing_of_page: Record<RecordPage, Wing | null> = {
  now: null,
  circle: "circle",
  about: "matters",
  matters: null,
  ideas: "ideas",
  plan: "plan",
  "follow-up": "follow_up",
  paper: "plan",
  sharing: null,
  looks: null,
  messages: null,
  ready: null,
  together: null,
  tell: null,
};

const wing_of_part: Record<Part, Wing | null> = {
  together: null,
  circle: "circle",
  matters: null, // what somebody would like is in it, and ideas need that
  ideas: "ideas",
  plan: "plan",
  about_me: "matters",
};

let wings: readonly Wing[] = every_wing;

export function show_wings_of(installation: Installation): void {
  wings = installation.wings ?? every_wing;
  speak_for(installation.for ?? "team");
}

export function has_wing(wing: Wing | null): boolean {
  return wing === null || wings.includes(wing);
}

export function page_is_shown(page: RecordPage): boolean {
  return has_wing(wing_of_page[page]);
}

export function part_is_shown(part: Part): boolean {
  return has_wing(wing_of_part[part]);
}

/** What the record holds for wings that are off is not shown, as if it were not shared. */
export function of_wings(view: View): View {
  const { plan, matters, about_me, ...rest } = view;
  return {
    ...rest,
    ...(plan && has_wing("plan") && { plan }),
    ...(matters && has_wing("matters") && { matters }),
    ...(about_me && has_wing("matters") && { about_me }),
  };
}
