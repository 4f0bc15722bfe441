// The rows of My people and Today: in the order the server gives them, which says nothing of anybody.

import { say } from "../../rules/say";
import type { PersonRow } from "../../sync/server";
import { said_day, said_minute } from "../../words/day-words";

export function said_next(row: PersonRow, today: string): string {
  if (row.closed) return say("people.closed");
  if (row.quiet) return say("people.quiet");
  if (!row.next) return say("people.no_meeting");
  const { day, minute, where } = row.next;
  const parts = [said_day(day, today), minute === null ? null : said_minute(minute), where];
  return parts.filter(Boolean).join(", ");
}

export function said_lines(lines: readonly string[]): string {
  return lines.length === 0 ? say("people.nothing_now") : lines.map((line) => `“${line}”`).join(" ");
}
