// What stands on one day: visits of the people who let this practitioner in, and what their own calendar
// says. Nobody else, nothing of a plan, however many people there are (TD1).

import type { Appointment, PersonRow } from "../../sync/server";
import type { Day } from "../../view";

export type DayLine =
  | { kind: "visit"; minute: number | null; row: PersonRow }
  | { kind: "calendar"; minute: number | null; until: number | null; title: string };

const whole_day_first = -1;

export function lines_of_day(
  rows: readonly PersonRow[],
  calendar: readonly Appointment[],
  day: Day,
): DayLine[] {
  const visits = rows
    .filter((row) => row.next?.day === day)
    .map((row): DayLine => ({ kind: "visit", minute: row.next?.minute ?? null, row }));
  const own = calendar
    .filter((one) => one.day === day)
    .map(({ minute, until, title }): DayLine => ({ kind: "calendar", minute, until, title }));
  const when = (line: DayLine): number => line.minute ?? whole_day_first;
  return [...visits, ...own].sort((a, b) => when(a) - when(b));
}

/** What they asked for and want to talk about: gathered into the visit (TD2). */
export function to_take_along(row: PersonRow): string[] {
  return [...row.asked_for, ...row.to_talk_about];
}

/** For a sheet of paper in a car: the first name, and no more (TD3). */
export function first_name(name: string): string {
  return name.trim().split(/\s+/)[0] ?? "";
}
