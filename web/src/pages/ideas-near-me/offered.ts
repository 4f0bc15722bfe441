// An idea as the core offers it (op `ideas`, spec/device.md), and how its facts are put into words.
//
// What nobody knows is said to be not known; it is never read as no.

import { say, type WordKey } from "../../rules/say";
import type { Idea } from "../../sync/use-record";
import type { AccessNeed, Day, WeekdayName } from "../../view";
import { days_between, days_of_week, said_date, said_minute } from "../../words/day-words";
import { said_distance } from "../../words/distance-words";

export type WeekOfMonth = "every" | "first" | "second" | "third" | "fourth" | "last";

export interface OfferedIdea extends Idea {
  organization: string;
  reach: "local" | "area" | "national" | "online";
  cost: "unknown" | "free" | "low" | "paid";
  cost_text: string;
  group: "unknown" | "one_or_two" | "small" | "large";
  access: { need: AccessNeed; known: "unknown" | "no" | "yes"; ask_first: boolean }[];
  access_text: string;
  opening: string;
  /** What was read out of the opening times without a doubt; empty otherwise. Minutes from midnight. */
  times: { days: WeekdayName[]; week: WeekOfMonth; from: number; until: number }[];
  first_visit: string;
  newcomers: "ask_first" | "open" | "waiting_list";
  who_can_come: string;
  getting_there: string;
  phone: string;
  /** The number as a tel: link dials it; "" when it is no number. */
  dial: string;
  website: string;
  email: string;
  address: string;
  postcode: string;
  overdue: boolean;
  lat_udeg: number | null;
  lon_udeg: number | null;
}

export function said_where(idea: OfferedIdea): string {
  if (idea.reach === "online" || idea.reach === "national") return say(`reach.${idea.reach}`);
  if (idea.reach === "area" && idea.distance_m === 0) return say("reach.area");
  return idea.distance_m === null ? say("reach.unknown") : said_distance(idea.distance_m);
}

/** "Tuesday and Friday, 10 am to 12.30 pm", one line for each time. */
export function said_times({ times }: OfferedIdea): string[] {
  return times.map(({ days, week, from, until }) => {
    const args = { days: said_days(days), from: said_minute(from), until: said_minute(until) };
    return week === "every"
      ? say("ideas.when.span", args)
      : say("ideas.when.week", { ...args, week: say(`week.${week}`) });
  });
}

/** Three or more days in a row are said as "Monday – Friday". */
function said_days(days: WeekdayName[]): string {
  const at = days.map((day) => days_of_week.indexOf(day));
  const in_a_row = days.length > 2 && at.at(-1)! - at[0]! === days.length - 1;
  const named = days.map((day) => say(`day.weekday.${day}`));
  return in_a_row ? `${named[0]} – ${named.at(-1)}` : named.join(", ");
}

export function said_cost(idea: OfferedIdea): string {
  const cost = say(`cost.${idea.cost}`);
  return idea.cost_text && idea.cost !== "free" ? `${cost}: ${idea.cost_text}` : cost;
}

export function said_checked(idea: OfferedIdea, today: Day): string {
  if (!idea.checked_on) return say("ideas.never_checked");
  const day = said_date(idea.checked_on, today);
  return say(idea.overdue ? "ideas.not_checked_since" : "ideas.checked", { day });
}

/** What is known of access: it has, and it has not. What to ask first stands among the reasons. */
export function said_access(idea: OfferedIdea): string[] {
  const needs = (wanted: (one: OfferedIdea["access"][number]) => boolean): string =>
    idea.access
      .filter(wanted)
      .map((one) => say(`need.${one.need}`))
      .join(", ");
  const lines: [WordKey, string][] = [
    ["ideas.access.has", needs((one) => one.known === "yes")],
    ["ideas.access.has_not", needs((one) => one.known === "no")],
  ];
  const said = lines.filter(([, list]) => list).map(([key, list]) => say(key, { needs: list }));
  if (said.length > 0 || idea.access.some((one) => one.ask_first)) return said;
  return [say("ideas.access.unknown")];
}

/** When to ask how it went: two weeks on, unless the person says otherwise. */
export const follow_up_days = 14;

export function is_day_on(day: Day, today: Day): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && days_between(today, day) >= 0;
}
