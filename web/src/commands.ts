// A command asks for one thing: spec/commands.md as types, and the one function that makes them.
//
// Ids of commands and of new things are made here, at random: they hide no time. The device keeps a command
// until it is answered, so the same one may be sent twice and is done once.

import type {
  AccessLevel,
  AccessNeed,
  Aspect,
  Barrier,
  Choice,
  CollectionLine,
  Confirmed,
  Day,
  Enough,
  Feels,
  FollowUpAnswer,
  Frequency,
  Going,
  GroupWish,
  Help,
  HowTold,
  Id,
  Instant,
  NearKind,
  Occasion,
  Part,
  PartOfDay,
  Party,
  Place,
  PauseWhy,
  Pay,
  PreferenceAnswer,
  PromiseState,
  ReviewAt,
  Ring,
  RowKey,
  SafeWays,
  ServiceFault,
  StanceKind,
  StepState,
  SubCategory,
  Support,
  TalkAbout,
  WeekdayName,
  Theme,
  TieKind,
  Version,
} from "./view";

/** What is drawn of a tie, whole, as it now is. */
export interface TieBody {
  tie: Id;
  name: string;
  kind: TieKind;
  relation?: string;
  frequency?: Frequency;
  gives?: Support[];
  gets?: Support[];
  private?: boolean;
}

interface Worded {
  statement: Id;
  words: string;
  confirmed?: Confirmed;
}

/** Words that come with a stance or a proposal. */
interface WordsBeside {
  statement: Id;
  words: string;
}

/** A line that was taken into another record, and the versions it stood in. */
export interface CopiedLine {
  row: RowKey;
  seen: Version[];
}

export interface Bodies {
  start_record: {
    name: string;
    mine: boolean;
    said_aloud?: boolean;
    keep?: Part[];
    code?: string;
    reach?: SafeWays;
  };
  name_person: { name: string };
  word_statement: Worded & { place: Place; about?: RowKey; language?: string };
  disown_words: { statement: Id; version: Version };
  confirm_words: { statement: Id; version: Version; confirmed: Confirmed };
  put_away_statement: { statement: Id };
  draw_tie: TieBody & { occasion: Occasion; ring: Ring; angle?: number };
  change_tie: TieBody;
  move_tie: { tie: Id; occasion: Occasion; ring: Ring; angle?: number };
  take_off_tie: { tie: Id; occasion: Occasion };
  link_ties: { link: Id; a: Id; b: Id };
  unlink_ties: { link: Id };
  finish_circle: { occasion: Occasion; finished: boolean };
  show_sentence: { shown: boolean };
  answer_sentence: { feels: Feels };
  answer_support: { support: Support; enough: Enough };
  add_helper: { support: Support; tie: Id };
  remove_helper: { support: Support; tie: Id };
  add_enjoyed: Worded & { enjoyed: Id; sub_category?: SubCategory; want_back: boolean };
  change_enjoyed: { enjoyed: Id; sub_category?: SubCategory; want_back: boolean };
  put_away_enjoyed: { enjoyed: Id };
  set_preference: { theme: Theme; answer?: PreferenceAnswer };
  set_access_need: { need: AccessNeed; level?: AccessLevel };
  set_near: {
    kind: NearKind;
    label?: string;
    lat_udeg?: number;
    lon_udeg?: number;
    how_far_m?: number;
    age?: number;
  };
  set_suits: {
    pay?: Pay;
    days: WeekdayName[];
    parts: PartOfDay[];
    group?: GroupWish;
    going?: Going;
    must: Aspect[];
  };
  take_stance: {
    statement: Id;
    version: Version;
    stance: StanceKind;
    own?: WordsBeside;
    confirmed?: Confirmed;
  };
  withdraw_stance: { statement: Id; version: Version };
  propose_words: {
    proposal: Id;
    statement: Id;
    version: Version;
    offered: WordsBeside;
    confirmed?: Confirmed;
  };
  answer_proposal: { proposal: Id; accepted: boolean; confirmed?: Confirmed; read?: Id };
  withdraw_proposal: { proposal: Id };
  place_decision: { decision: Id; asked: WordsBeside; options: WordsBeside[]; confirmed?: Confirmed };
  answer_decision: {
    decision: Id;
    choice: Choice;
    option?: Id;
    answer?: WordsBeside;
    confirmed?: Confirmed;
  };
  put_decision_away: { decision: Id };
  hand_collection: { handing: Id; title: string; lines: CollectionLine[] };
  put_away_handed: { handing: Id };
  choose_idea: { idea: Id; service: Id; name: string; followup: Id; due?: Day };
  add_find: Worded & { idea: Id; followup: Id; due?: Day };
  set_idea_aside: { idea: Id };
  set_company: { of: RowKey; tie?: Id };
  report_service: { service: Id; what: ServiceFault };
  place_goal: Worded & { goal: Id };
  put_goal_away: { goal: Id };
  place_step: Worded & { step: Id; goal?: Id; doer: Party; due?: Day; idea?: Id };
  change_step: { step: Id; doer: Party; due?: Day };
  set_step: { step: Id; state: StepState };
  place_promise: Worded & { promise: Id; by: Party; due?: Day };
  set_promise: { promise: Id; state: PromiseState };
  move_follow_up: { followup: Id; due: Day };
  answer_follow_up: {
    followup: Id;
    answer: FollowUpAnswer;
    barriers?: Barrier[];
    helps?: Help[];
    talk?: Id;
  };
  stop_follow_up: { followup: Id };
  keep_follow_up: { followup: Id };
  raise: Worded & { talk: Id; about: TalkAbout };
  settle_talk: { talk: Id };
  set_meeting: { meeting: Id; day: Day; minute?: number; where?: string; with: Party[] };
  cancel_meeting: { meeting: Id };
  open_visit: { visit: Id; with: Id[]; parts: Part[]; said_aloud?: boolean };
  end_visit: { visit: Id };
  give_grant: { grant: Id; to: Id; see: Part[]; tell: Part[]; until?: Instant; said_aloud?: boolean };
  end_grant: { grant: Id };
  pause_record: { why: PauseWhy; keeper?: Id };
  resume_record: Record<string, never>;
  move_review: { review: ReviewAt; due: Day };
  hold_review: { review: ReviewAt };
  stop_review: { review: ReviewAt };
  send_message: { message: Id; to: Party[]; words: string; confirmed?: Confirmed; answers?: Id };
  open_message: { message: Id };
  settle_message: { message: Id };
  set_reach: SafeWays;
  plan_telling: { step: Id; teller: Party; by?: Day };
  mark_told: { step: Id; how: HowTold };
  invite_supporter: { invitation: Id; tie: Id; see: Part[]; tell: Part[]; until?: Instant };
  withdraw_invitation: { invitation: Id };
  set_support: { account: Id; see: Part[]; tell: Part[]; until?: Instant };
  end_support: { account: Id };
  mark_copied: { lines: CopiedLine[] };
}

export type CommandName = keyof Bodies;

export interface Command<Name extends CommandName = CommandName> {
  id: Id;
  do: Name;
  v: 2;
  made_at: Instant;
  /** Minutes east of UTC where it was made. */
  offset_min: number;
  voice?: Party;
  base?: Version[];
  body: Bodies[Name];
}

/** Whose words they are, and which versions the sender was looking at. */
export interface Saying {
  voice?: Party;
  base?: Version[];
}

export function new_id(): Id {
  return crypto.randomUUID();
}

/** Members that may be absent may also be given as undefined; `command` leaves those out. */
export type Given<T> = { [K in keyof T]: Record<never, never> extends Pick<T, K> ? T[K] | undefined : T[K] };

/**
 * Makes a command: `command("move_tie", {tie, occasion, ring: 2}, at, {base: [tie.version]})`.
 * Members that are undefined are left out, because an unknown or empty member is refused (CM4).
 */
export function command<Name extends CommandName>(
  name: Name,
  body: Given<Bodies[Name]>,
  at: Date,
  saying: Given<Saying> = {},
): Command<Name> {
  return {
    id: new_id(),
    do: name,
    v: 2,
    made_at: at.toISOString(),
    offset_min: 0 - at.getTimezoneOffset(),
    ...present<Saying>(saying),
    body: present<Bodies[Name]>(body),
  };
}

function present<T extends object>(members: Given<T>): T {
  const kept = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as T;
}
