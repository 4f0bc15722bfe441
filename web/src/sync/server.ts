// The server as this app sees it: every path, every shape, one place. Nothing here is kept.
//
// `NoSignal` means that nothing answered: what was asked may be asked again. `ServerSays` is an answer that is
// a no for the whole request (problem details), with its rule where it has one.

import type { Command } from "../commands";
import type { Message } from "../rules/say";
import type { Purpose, Wing } from "../rules/wings";
import { language } from "../words/catalogue";
import type { Day, Id, Instant, Place } from "../view";

/** How somebody comes in: by name, by a link of the demo, or with a code on paper. */
export type Entering =
  | { name: string; password: string }
  | { link: string }
  | { card: string; name: string; password: string }
  | { way_back: string; password: string }
  | { invitation: { link: string; code: string }; called: string; name: string; password: string };

export class NoSignal extends Error {}

export class ServerSays extends Error {
  constructor(
    readonly status: number,
    readonly rule: string | null,
    readonly said: Message | null,
    /** Ask again no sooner, when it says so. */
    readonly wait_ms: number | null,
  ) {
    super(`${status} ${rule ?? ""}`);
  }
}

/** Passes on what is neither of the two: a defect of ours is never taken for a bad connection. */
export function must_be_of_server(said: unknown): void {
  if (!(said instanceof NoSignal) && !(said instanceof ServerSays)) throw said;
}

export type Role = "person" | "practitioner" | "curator" | "administrator" | "supporter";
export type DeviceKind = "own" | "shared";

export interface HelpNumber {
  name: string;
  number: string;
  when: string;
  checked_on: Day;
}

export interface Installation {
  name?: string;
  practice: boolean;
  help: HelpNumber[];
  /** What it is for, and which parts of Kith it shows (spec/wings.md). */
  for?: Purpose;
  wings?: Wing[];
  /** The demo may stand on another day. */
  now?: Instant;
  demo?: boolean;
  /** A PIN to try with. Demo only. */
  demo_pin?: string;
}

export interface Zone {
  transitions: [instant_ms: number, offset_min: number][];
}

export interface Me {
  account: Id;
  name: string;
  role: Role;
  /** The person's own record; null for the others, and for a person who has not begun one. */
  record: Id | null;
  device: DeviceKind;
  zone: Zone;
  now?: Instant;
  /** Public key of the installation (P-256, SPKI, base64): unsent words are sealed to it. */
  installation_key?: string;
  /** What to try, as keys of the catalogue. Demo only. */
  demo_card?: string[];
  /** A way back was used lately: when, and who had printed it. */
  way_back?: { at: Instant; by: string };
}

export interface PersonRow {
  record: Id;
  name: string;
  next: { day: Day; minute: number | null; where: string | null } | null;
  asked_for: string[];
  to_talk_about: string[];
  /** Everything is paused: nothing of this is due. */
  quiet: boolean;
  /** Messages that wait for this practitioner, the oldest first. */
  waiting?: { message: Id; from: string; sent_on: Day; opened: boolean }[];
  /** It was joined to another record, and takes nothing new. */
  closed?: boolean;
  /** That record, where this practitioner may see it. */
  into?: Id | null;
}

/** Two records for one person, side by side (spec/joining.md). */
export interface JoinSide {
  record: Id;
  name: string;
  started_on: Day;
  lines: { kind: Place | "tie" | "idea"; words: string; whose: string; by: string; on: Day }[];
}
export interface JoinLook {
  old: JoinSide;
  kept: JoinSide;
  joined: boolean;
  can_undo: boolean;
  /** Why not now. */
  rule: string | null;
  lost_sight: string[];
}
export interface JoinAsk {
  id: Id;
  from: Id;
  made_at: Instant;
  offset_min: number;
  said_aloud?: true;
  undo?: boolean;
}

/** What a practitioner's own calendar says, read from a file they handed in. */
export interface Appointment {
  day: Day;
  minute: number | null;
  until: number | null;
  title: string;
}
export interface Diary {
  kept: boolean;
  appointments: Appointment[];
  left_out: number;
}

/** One worked day of the week, Monday being 0; minutes of the local day. */
export interface WorkDay {
  weekday: number;
  from: number;
  to: number;
}
export interface WorkTimes {
  days: WorkDay[];
  away_from?: Day;
  away_to?: Day;
}

/** Somebody a person can let in here. */
export interface KnownAccount {
  account: Id;
  name: string;
  role: string;
  next_at_work?: AtWork | null;
}

/** Now and until when, or the next beginning; minutes of the local day. */
export interface AtWork {
  now: boolean;
  day: Day;
  minute: number;
  until: number;
}

export interface Result {
  id: Id;
  outcome: "agreed" | "already" | "refused" | "changed_apart";
  rule?: string;
  message?: Message;
  versions: Id[];
}

export interface CommandsAnswer {
  cookie: string;
  results: Result[];
}

/** `id` is null when the box could not be opened. Refused words come back with their record (UW5). */
export type SealedResult = Omit<Result, "id"> & { id: Id | null; record?: Id; command?: Command };

export interface Patch {
  cookie: string;
  reset: boolean;
  keep_until: Instant;
  put: unknown[];
  del: string[];
  settled: { command: Id; outcome: Result["outcome"] }[];
}

export interface Unchecked {
  id: Id;
  service: Id;
  name: string;
  organization: string | null;
  checked_on: Day | null;
  state: "unchecked" | "overdue" | "hidden" | "checked";
}
export interface ServiceReport {
  id: Id;
  service: Id;
  name: string;
  what: "gone" | "wrong" | "not_welcoming";
  reported_on: Day;
}
export type ReasonWhat =
  "cost" | "getting_there" | "health_that_day" | "anxiety" | "full_or_closed" | "changed_my_mind" | "other";
export interface DirectoryDesk {
  reports: ServiceReport[];
  unchecked: Unchecked[];
  hidden: Unchecked[];
  /** Reasons said ten times or more about one service. */
  reasons: { service: Id; name: string; what: ReasonWhat; times: number }[];
}

export type EntryField =
  | "name"
  | "organization"
  | "description"
  | "first_visit"
  | "newcomers"
  | "who_can_come"
  | "opening"
  | "getting_there"
  | "address"
  | "postcode"
  | "phone"
  | "email"
  | "website"
  | "cost_text"
  | "access_text"
  | "area"
  | "group"
  | "come_alone"
  | "companion";
export type ComparedField =
  EntryField | "place" | "reach" | "sub_categories" | "cost" | "access" | "ages" | "checked" | "closed";
export interface HistoryLine {
  at: string;
  what: "listed" | "withdrawn" | "checked" | "hidden" | "restored" | "corrected" | "uncorrected" | "other";
  by: string | null;
  changes: { field: ComparedField; before: string; after: string }[];
}
/** One entry for a curator. `publisher` stands where a curator put something right. */
export interface DirectoryEntry extends Unchecked {
  closed: boolean;
  source: string;
  fields: { field: EntryField; text: string; bytes_max: number; publisher: string | null }[];
  history: HistoryLine[];
}

/** A visit of one's own, for as long as it lasted (spec/time-together.md). */
export interface VisitTime {
  visit: Id;
  /** "" when that record may not be seen any more. */
  name: string;
  day: Day;
  minute: number;
  /** null: nobody knows. */
  minutes: number | null;
  open: boolean;
  /** The length is what the practitioner said. */
  said: boolean;
}
export interface WorkWeek {
  monday: Day;
  confirmed: boolean;
  minutes: number;
  visits: VisitTime[];
}
export interface SaidLength {
  visit: Id;
  minutes: number;
}
export interface WeekAsk {
  monday: Day;
  confirmed: boolean;
  lengths: SaidLength[];
}
export interface TeamWeek {
  monday: Day;
  /** null: too few confirmed it. */
  hours: number | null;
}

/** A place by its postcode, outcode or town, from the installation's own tables. */
export interface FoundPlace {
  /** A region is an area: anywhere in it is equally near. */
  kind: "point" | "area";
  how_far_m: number;
  label: string;
  lat_udeg: number;
  lon_udeg: number;
}

export const server = {
  installation: () => ask<Installation>("GET", "/api/installation"),
  me: () => ask<Me>("GET", "/api/me"),
  enter: (how: Entering, device: DeviceKind) => {
    if ("card" in how) {
      const { card: code, ...rest } = how;
      return ask<unknown>("POST", "/api/cards", { ...rest, code, device });
    }
    if ("invitation" in how) {
      const { invitation, ...rest } = how;
      return ask<unknown>("POST", "/api/invitations/take", { ...invitation, ...rest, device });
    }
    if ("way_back" in how) {
      const { way_back: code, password } = how;
      return ask<unknown>("POST", "/api/way-backs", { code, password, device });
    }
    return ask<unknown>("POST", "/api/sessions", { ...how, device });
  },
  sign_out: () => ask<unknown>("DELETE", "/api/sessions/current"),
  people: () => ask<PersonRow[]>("GET", "/api/people"),
  practitioners: () => ask<KnownAccount[]>("GET", "/api/practitioners"),
  sync: (record: Id, since: string | null) =>
    ask<Patch>("GET", `/api/records/${record}/sync${since ? `?since=${encodeURIComponent(since)}` : ""}`),
  commands: (record: Id, commands: Command[]) =>
    ask<CommandsAnswer>("POST", `/api/records/${record}/commands`, { commands }),
  sealed: (sealed: string[]) => ask<{ results: SealedResult[] }>("POST", "/api/sealed", { sealed }),
  near: (lat_udeg: number | null, lon_udeg: number | null) =>
    ask<{ services: unknown[] }>("POST", "/api/directory/near", { lat_udeg, lon_udeg }),
};

export function live_address(record: Id): string {
  return `/api/records/${record}/live`;
}

/** A last word on the way out of a page: sent even though the page is going. */
export function say_while_leaving(method: string, path: string, body?: unknown): void {
  void fetch(path, {
    method,
    keepalive: true,
    credentials: "same-origin",
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  }).catch(() => null);
}

export function sign_out_while_leaving(): void {
  say_while_leaving("DELETE", "/api/sessions/current");
}

export const answer_ms_max = 20_000;

export async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await reach(method, path, body);
  const text = await answer.text().catch((cause) => {
    throw new NoSignal("the answer broke off", { cause });
  });
  if (answer.ok) return (text ? JSON.parse(text) : null) as Answer;
  throw says(answer, text);
}

async function reach(method: string, path: string, body: unknown): Promise<Response> {
  const file = typeof body === "string"; // a calendar goes as it is
  const how: RequestInit = {
    method,
    credentials: "same-origin",
    cache: "no-store",
    signal: AbortSignal.timeout(answer_ms_max),
    headers: {
      "Accept-Language": language,
      ...(body === undefined ? {} : { "Content-Type": file ? "text/calendar" : "application/json" }),
    },
    ...(body === undefined ? {} : { body: file ? (body as string) : JSON.stringify(body) }),
  };
  const answer = await fetch(path, how).catch((cause) => {
    throw new NoSignal(`${path} did not answer`, { cause });
  });
  if (answer.status >= 500) throw new NoSignal(`${path} answered ${answer.status}`);
  return answer;
}

function says(answer: Response, text: string): ServerSays {
  const wait_s = Number(answer.headers.get("Retry-After"));
  const wait_ms = Number.isFinite(wait_s) && wait_s > 0 ? wait_s * 1000 : null;
  try {
    const problem = JSON.parse(text) as { rule?: string; message?: Message };
    return new ServerSays(answer.status, problem.rule ?? null, problem.message ?? null, wait_ms);
  } catch {
    return new ServerSays(answer.status, null, null, wait_ms);
  }
}
