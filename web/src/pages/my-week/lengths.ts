// The lengths a practitioner has said of a week: what stands already, and what was typed now.

import { say } from "../../rules/say";
import type { SaidLength, VisitTime } from "../../sync/server";
import type { Id } from "../../view";

/** An empty or half-typed number says nothing; what was said before is then taken back. */
export function lengths_of(visits: readonly VisitTime[], typed: Readonly<Record<Id, string>>): SaidLength[] {
  return visits.flatMap(({ visit, minutes, said }) => {
    const text = typed[visit]?.trim();
    if (text === undefined) return said && minutes !== null ? [{ visit, minutes }] : [];
    return /^\d{1,4}$/.test(text) ? [{ visit, minutes: Number(text) }] : [];
  });
}

/** "45 minutes", "1 hour and 5 minutes", "2 hours". */
export function said_time(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return say("my_week.minutes", { minutes: rest });
  if (rest === 0) return say("my_week.hours", { hours });
  return say("my_week.hours_and_minutes", {
    hours: say("my_week.hours", { hours }),
    minutes: say("my_week.minutes", { minutes: rest }),
  });
}
