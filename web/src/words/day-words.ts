// How a calendar day and a time of day are said: "tomorrow", "Thursday 3 April", "2.30 pm".
//
// A day is read as it is written and never moved by the reader's time zone. Names and order come from the
// catalogue, as they do on paper: a browser may not know the language.

import { say } from "../rules/say";
import type { Day } from "../view";

const day_ms = 86_400_000;
const far_days = 300;
export const days_of_week = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
] as const;

function at_noon(day: Day): Date {
  return new Date(`${day}T12:00:00Z`);
}

export function day_of(date: Date): Day {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function days_between(from: Day, to: Day): number {
  return Math.round((at_noon(to).getTime() - at_noon(from).getTime()) / day_ms);
}

export function days_after(day: Day, days: number): Day {
  return new Date(at_noon(day).getTime() + days * day_ms).toISOString().slice(0, 10);
}

/** "today", "tomorrow", "yesterday", else the day by its name; with its year when it is far off. */
export function said_day(day: Day, today: Day): string {
  const away = days_between(today, day);
  if (away === 0) return say("day.today");
  if (away === 1) return say("day.tomorrow");
  if (away === -1) return say("day.yesterday");
  const args = {
    weekday: weekday_of(day),
    day: at_noon(day).getUTCDate(),
    month: month_of(day),
    year: day.slice(0, 4),
  };
  return say(Math.abs(away) > far_days ? "day.far" : "day.near", args);
}

/** The day without its weekday, as in "12 March". */
export function said_date(day: Day, today: Day): string {
  const args = { day: at_noon(day).getUTCDate(), month: month_of(day), year: day.slice(0, 4) };
  return say(Math.abs(days_between(today, day)) > far_days ? "day.date_far" : "day.date", args);
}

/** "Tuesday". */
export function weekday_of(day: Day): string {
  return say(`day.weekday.${days_of_week[(at_noon(day).getUTCDay() + 6) % 7]!}`);
}

function month_of(day: Day): string {
  return say(`day.month.${months[at_noon(day).getUTCMonth()]!}`);
}

export function said_minute(minute: number): string {
  const hour = Math.floor(minute / 60);
  const past = String(minute % 60).padStart(2, "0");
  const args = { hour: hour % 12 === 0 ? 12 : hour % 12, minute: past };
  if (hour < 12) return say(past === "00" ? "time.am" : "time.am_past", args);
  return say(past === "00" ? "time.pm" : "time.pm_past", args);
}
