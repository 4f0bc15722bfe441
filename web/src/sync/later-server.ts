// What only pages beyond the first screen ask the server. It is loaded with those pages.

import { say, say_message } from "../rules/say";
import type { Day, Id, Instant } from "../view";
import {
  ask,
  must_be_of_server,
  ServerSays,
  type FoundPlace,
  type JoinAsk,
  type JoinLook,
  type DirectoryDesk,
  type DirectoryEntry,
  type EntryField,
  type Diary,
  type WorkTimes,
  type WorkWeek,
  type WeekAsk,
  type TeamWeek,
} from "./server";

/** Who looked at a record, by day (spec/access-log.md). */
export type Surface =
  "view" | "sync" | "people" | "paper" | "pdf" | "hand_over" | "outgoing" | "joining" | "looks" | "whole";
export interface Looker {
  /** null: whoever runs the installation, at its terminal. */
  account: Id | null;
  role: string;
  name: string;
  surfaces: Surface[];
}
export interface WhoLooked {
  /** The newest first. */
  days: { day: Day; people: Looker[] }[];
  /** There is more before this day. */
  earlier: Day | null;
}

/** Why it did not go through, as the server says it. Throws again what is none of the server's. */
export function said_why(said: unknown): string {
  must_be_of_server(said);
  return said instanceof ServerSays && said.said ? say_message(said.said) : say("work.no_signal");
}

export const later_server = {
  print_code: (record: Id, kind: "card" | "way-back") =>
    ask<{ code: string; ends_at: Instant }>("POST", `/api/records/${record}/${kind}`),
  look_at_join: (kept: Id, from: Id) => ask<JoinLook>("GET", `/api/records/${kept}/join?from=${from}`),
  join: (kept: Id, how: JoinAsk) => ask<JoinLook>("POST", `/api/records/${kept}/join`, how),
  who_looked: (record: Id, before?: Day) =>
    ask<WhoLooked>("GET", `/api/records/${record}/looks${before ? `?before=${before}` : ""}`),
  withdraw: (code: string) => ask<null>("POST", "/api/withdrawals", { code }),
  move_demo_clock: (days: number) => ask<{ now: Instant }>("POST", "/api/demo/clock", { days }),
  places: (text: string) => ask<{ places: FoundPlace[] }>("POST", "/api/places/find", { text }),
  diary: () => ask<Diary>("GET", "/api/me/calendar"),
  work_times: () => ask<WorkTimes>("GET", "/api/me/work-times"),
  weeks: () => ask<{ weeks: WorkWeek[] }>("GET", "/api/me/weeks"),
  set_work_times: (times: WorkTimes) => ask<null>("PUT", "/api/me/work-times", times),
  set_week: (week: WeekAsk) => ask<{ weeks: WorkWeek[] }>("PUT", "/api/me/weeks", week),
  team_weeks: () => ask<{ weeks: TeamWeek[] }>("GET", "/api/team/weeks"),
  hand_in_calendar: (file: string) => ask<Diary>("PUT", "/api/me/calendar", file),
  take_calendar_out: () => ask<null>("DELETE", "/api/me/calendar"),
  desk: () => ask<DirectoryDesk>("GET", "/api/directory/reports"),
  judge_service: (service: Id, how: "checked" | "hide" | "restore") =>
    ask<unknown>("POST", `/api/directory/services/${service}/${how}`, {}),
  directory_entry: (service: Id) => ask<DirectoryEntry>("GET", `/api/directory/services/${service}`),
  correct_service: (service: Id, field: EntryField, text: string | null) =>
    ask<unknown>("POST", `/api/directory/services/${service}/correct`, { field, text }),
  settle_report: (report: Id) => ask<unknown>("POST", `/api/directory/reports/${report}/settle`, {}),
  find_services: (words: string) =>
    ask<{ services: { id: Id; name: string; organization?: string }[] }>(
      "GET",
      `/api/directory/search?words=${encodeURIComponent(words)}`,
    ),
};
