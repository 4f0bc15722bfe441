// What a reader is shown: the JSON of spec/view.md, word for word.
//
// `core/view` makes it, on the server and in the browser alike. Pages read it and never reckon it again.
// Every row says in `can` which commands this reader may send about it now. Long because it is one shape.

import type { CommandName } from "./commands";

/** A UUID made by whoever made the thing. */
export type Id = string;
/** The id of the command that last changed a row. */
export type Version = string;
/** A calendar day where the person lives: "2026-11-22". */
export type Day = string;
/** A moment in UTC: "2026-11-22T10:15:00.000Z". */
export type Instant = string;
/** Who somebody is in this record: "person", "account:<id>" or "tie:<id>". */
export type Party = "person" | `account:${string}` | `tie:${string}`;
/** What the row is about: "idea:<id>", "step:<id>", "support:illness". */
export type RowKey = `${string}:${string}`;

export type Can = CommandName[];

export type Occasion = "everyday" | "hard_times";
export type Ring = 1 | 2 | 3;
export type Support = "illness" | "everyday" | "emotional";
export type TieKind =
  | "partner"
  | "child"
  | "parent"
  | "sibling"
  | "other_family"
  | "friend"
  | "neighbour"
  | "colleague"
  | "peer"
  | "other_person"
  | "group"
  | "faith_group"
  | "online_group"
  | "practitioner"
  | "pet"
  | "place"
  | "activity"
  | "thing";
export type Frequency =
  "daily" | "most_days" | "weekly" | "fortnightly" | "monthly" | "few_times_a_year" | "rarely";
export type Place =
  | "goal"
  | "step"
  | "promise"
  | "helps"
  | "wish"
  | "enjoyed"
  | "own_find"
  | "asked_for"
  | "to_talk_about"
  | "sentence"
  | "follow_up"
  | "about_me"
  | "own_view"
  | "proposed"
  | "decision"
  | "option"
  | "answer"
  | "reason"
  | "good_help"
  | "prepared";
export type Confirmed = "said_aloud" | "read_back" | "not_yet";
export type Enough = "yes" | "could_be_more" | "no" | "not_today";
export type Feels = "yes" | "not_quite";
export type Category =
  "activities" | "health" | "learning" | "support" | "independent_living" | "volunteering";
export type Theme =
  | "making_and_creating"
  | "being_sociable"
  | "understanding_my_health"
  | "weight"
  | "getting_fitter"
  | "learning_something"
  | "looking_after_somebody"
  | "rarely_seeing_people"
  | "staying_independent"
  | "getting_about"
  | "helping_others"
  | "faith_and_meaning"
  | "everyday_basics";
export type SubCategory =
  | "reading_and_writing"
  | "arts_and_crafts"
  | "drama_and_music"
  | "social_clubs"
  | "health_conditions"
  | "weight_management"
  | "fitness_and_exercise"
  | "swimming"
  | "walking_and_outdoors"
  | "education_and_learning"
  | "support_for_carers"
  | "counselling"
  | "befriending"
  | "home_support"
  | "money_and_benefits"
  | "community_transport"
  | "volunteering"
  | "gardening"
  | "libraries"
  | "faith"
  | "peer_support"
  | "advocacy"
  | "work_and_training"
  | "food_support"
  | "everyday_health"
  | "residential_care";
export type AccessNeed =
  | "step_free"
  | "toilet"
  | "quiet"
  | "hearing_loop"
  | "parking"
  | "large_print"
  | "online_joining"
  | "near_bus_stop"
  | "sign_language"
  | "assistance_dogs"
  | "companion_welcome"
  | "easy_read";
export type PreferenceAnswer = "no" | "maybe" | "yes";
export type AccessLevel = "essential" | "preferred";
export type NearKind = "none" | "point" | "area" | "from_home";
export type StepState = "under_way" | "done" | "not_yet" | "put_away";
export type PromiseState = "open" | "kept" | "changed" | "not_kept";
export type FollowUpState = "waiting" | "answered" | "stopped";
export type FollowUpAnswer = "went" | "not_yet" | "gone_off" | "not_today";
export type Barrier =
  "cost" | "getting_there" | "health_that_day" | "anxiety" | "full_or_closed" | "changed_my_mind" | "other";
export type Help = "somebody_with_me" | "smaller_step" | "something_else" | "leave_it";
export type TalkAbout = "asked_for" | "to_talk_about";
export type ServiceFault = "gone" | "wrong" | "not_welcoming";
export type Part = "together" | "circle" | "matters" | "ideas" | "plan" | "about_me";
export type PauseWhy = "in_hospital" | "too_much" | "moved" | "left" | "died";
export type ReviewAt = "three_months" | "six_months" | "twelve_months";
export type ReviewState = "waiting" | "held" | "stopped";
export type Heading =
  "most_important" | "people" | "communicating" | "wellness" | "please_do" | "support" | "worth_knowing";
export type Way = "phone" | "text" | "letter" | "in_person" | "calendar";
export type TimeOfDay = "morning" | "afternoon" | "evening" | "weekend";
export type HowTold = "slip" | "letter" | "call_note" | "said";
export type ReaderRole = "person" | "practitioner" | "supporter";
export type VoiceKind = "person" | "practitioner" | "supporter";

export interface StatementVersion {
  version: Version;
  voice: Party;
  voice_name: string;
  voice_kind: VoiceKind;
  /** An account: who typed is not always who spoke. */
  typed_by: Id;
  typed_by_name: string;
  said_on: Day;
  confirmed: Confirmed | null;
  words: string;
  language: string | null;
  disowned: boolean;
}

export interface Statement {
  id: Id;
  place: Place;
  about: RowKey | null;
  /** Two people changed it without seeing each other: both heads are shown, with equal weight. */
  apart: boolean;
  versions: StatementVersion[];
  past: StatementVersion[];
  stances: Stance[];
  proposals: Proposal[];
  can: Can;
}

export type StanceKind = "agree" | "partly" | "differently" | "not_today";

/** What one party makes of one version of a line. Who has said nothing has none. */
export interface Stance {
  party: Party;
  name: string;
  voice_kind: VoiceKind;
  stance: StanceKind;
  line: Version;
  /** False: it was given to an earlier wording. */
  on_these_words: boolean;
  on: Day;
  typed_by_name: string;
  confirmed: Confirmed | null;
  /** Their words, where they gave some: none or one. */
  own: Statement[];
  can: Can;
}

/** Other words for a line, until its owner answers. */
export interface Proposal {
  id: Id;
  version: Version;
  by: Party;
  by_name: string;
  voice_kind: VoiceKind;
  line: Version;
  state: "waiting" | "accepted" | "declined" | "withdrawn";
  made_on: Day;
  answered_on: Day | null;
  offered: Statement[];
  can: Can;
}

export interface Person {
  record: Id;
  name: string;
  reader: ReaderRole;
  me: Party;
  has_account: boolean;
  started_on: Day;
  /** Of the paper copy, where the reader looks after the sharing. */
  code?: string | null;
  can: Can;
}

export interface CircleMap {
  occasion: Occasion;
  finished: boolean;
  can: Can;
}

export interface Tie {
  id: Id;
  version: Version;
  name: string;
  kind: TieKind;
  relation: string | null;
  frequency: Frequency | null;
  gives: Support[];
  gets: Support[];
  private: boolean;
  rings: Partial<Record<Occasion, Ring>>;
  angles: Partial<Record<Occasion, number>>;
  carries: Id[];
  can: Can;
}

export interface Link {
  id: Id;
  a: Id;
  b: Id;
  can: Can;
}

export interface Sentence {
  shown: boolean;
  finished: boolean;
  text: string;
  feels: Feels | null;
  statements: Statement[];
  can: Can;
}

export interface Circle {
  maps: CircleMap[];
  ties: Tie[];
  links: Link[];
  sentence: Sentence;
  can: Can;
}

export interface SupportRow {
  support: Support;
  version: Version | null;
  enough: Enough | null;
  helpers: Id[];
  helps: Statement[];
  wishes: Statement[];
  can: Can;
}

export interface Enjoyed {
  id: Id;
  version: Version;
  statement: Statement | null;
  sub_category: SubCategory | null;
  want_back: boolean;
  can: Can;
}

export interface Matters {
  supports: SupportRow[];
  enjoyed: Enjoyed[];
  can: Can;
}

export interface ThemeRow {
  theme: Theme;
  category: Category;
  answer: PreferenceAnswer | null;
  can: Can;
}

export interface AccessRow {
  need: AccessNeed;
  level: AccessLevel | null;
}

export interface Near {
  kind: NearKind;
  label: string | null;
  /** Millionths of a degree. */
  lat_udeg: number | null;
  lon_udeg: number | null;
  how_far_m: number | null;
  age: number | null;
}

export type Pay = "nothing" | "a_little";
export type PartOfDay = "morning" | "afternoon" | "evening";
export type GroupWish = "one_or_two" | "small";
export type Going = "with_somebody" | "alone";
export type Aspect = "pay" | "time" | "group" | "going";
export type WeekdayName = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
/** What would suit them in how a thing is done; what is not said does not matter. */
export interface Suits {
  pay: Pay | null;
  days: WeekdayName[];
  parts: PartOfDay[];
  group: GroupWish | null;
  going: Going | null;
  must: Aspect[];
}

export interface Preferences {
  themes: ThemeRow[];
  access: AccessRow[];
  near: Near;
  suits: Suits;
  can: Can;
}

export interface ChosenIdea {
  id: Id;
  version: Version;
  service: Id | null;
  name: string;
  own: boolean;
  statement: Statement | null;
  companion: Id | null;
  state: "chosen" | "set_aside";
  chosen_on: Day;
  followup: { id: Id; due: Day; state: FollowUpState } | null;
  steps: Id[];
  can: Can;
}

/** One place on a list, with a line of whoever gathered it. */
export interface CollectionLine {
  service: Id;
  name: string;
  words?: string;
}
/** A list that somebody handed over. */
export interface HandedList {
  id: Id;
  version: Version;
  from_name: string;
  on: Day;
  title: string;
  lines: CollectionLine[];
  can: Can;
}

export interface Ideas {
  chosen: ChosenIdea[];
  handed: HandedList[];
  active_soft_max: number;
  over: boolean;
  can: Can;
}

export interface Step {
  id: Id;
  version: Version;
  statement: Statement | null;
  doer: Party;
  doer_name: string;
  companion: Id | null;
  companion_name: string | null;
  due: Day | null;
  state: StepState;
  idea: Id | null;
  /** Of a doer who has no sign-in: somebody has to tell them. */
  telling?: Telling | null;
  can: Can;
}

export interface Telling {
  teller: Party | null;
  teller_name: string | null;
  by: Day | null;
  told: HowTold | null;
  told_by_name: string | null;
  told_on: Day | null;
  can: Can;
}

/** Which ways to reach the person are safe, by their own word. */
export interface SafeWays {
  ways: Way[];
  times?: TimeOfDay[];
  leave_message?: boolean;
  say?: string;
  title?: string;
}

export interface Reach {
  asked: boolean;
  ways: Way[];
  times: TimeOfDay[];
  leave_message: boolean;
  say: string | null;
  title: string | null;
  can: Can;
}

export interface MessageTo {
  party: Party;
  name: string;
  opened_on: Day | null;
  can_open: boolean;
}

export interface Letter {
  id: Id;
  version: Version;
  voice: Party;
  voice_name: string;
  voice_kind: VoiceKind;
  typed_by_name: string;
  typed_by_voice: boolean;
  confirmed: Confirmed | null;
  words: string;
  sent_at: Instant;
  sent_on: Day;
  to: MessageTo[];
  answers: Id | null;
  settled: { how: "answered" | "talked"; by_name: string; on: Day } | null;
  waits_for_me: boolean;
  can: Can;
}

export interface Messages {
  /** The newest first. */
  rows: Letter[];
  /** Whom this reader may write to now. */
  to: MessageTo[];
  can: Can;
}

export interface Copied {
  row: RowKey;
  account: Id;
  name: string;
  on: Day;
  seen: Version[];
}

export interface Goal {
  id: Id;
  version: Version;
  statement: Statement | null;
  steps: Step[];
  can: Can;
}

export interface ServicePromise {
  id: Id;
  version: Version;
  statement: Statement | null;
  by: Party;
  by_name: string;
  due: Day | null;
  state: PromiseState;
  /** Why it was kept, changed or not. */
  reasons: Statement[];
  can: Can;
}

export type Choice = "option" | "nothing" | "something_else" | "not_today";

export interface GivenAnswer {
  choice: Choice;
  option: Id | null;
  typed_by_name: string;
  typed_by_person: boolean;
  on: Day;
  confirmed: Confirmed | null;
  words: Statement[];
}

export interface Decision {
  id: Id;
  version: Version;
  /** One, as long as it can be seen. */
  asked: Statement[];
  /** Doing nothing is always offered too, and is not in this list. */
  options: Statement[];
  /** The newest first: it is the one that holds. */
  answers: GivenAnswer[];
  placed_on: Day;
  can: Can;
}

export type Prompt = "most_important" | "hard_to_say" | "to_ask" | "not_wanted" | "next";

/** What the person prepares to say, under one prompt: theirs alone. */
export interface Prepared {
  prompt: Prompt;
  statements: Statement[];
  can: Can;
}

export interface Plan {
  goals: Goal[];
  /** Steps without a goal. */
  steps: Step[];
  promises: ServicePromise[];
  decisions: Decision[];
  can: Can;
}

export interface FollowUpQuestion {
  kind: "went" | "stop";
  items: { id: Id; about: RowKey; name: string; due: Day }[];
}

export interface FollowUp {
  id: Id;
  version: Version;
  about: RowKey;
  name: string;
  due: Day;
  state: FollowUpState;
  answer: FollowUpAnswer | null;
  barriers: Barrier[];
  helps: Help[];
  can: Can;
}

export interface FollowUps {
  question: FollowUpQuestion | null;
  rows: FollowUp[];
}

export interface Review {
  review: ReviewAt;
  version: Version;
  due: Day;
  state: ReviewState;
  can: Can;
}

export interface Reviews {
  /** The later date that has come, when nothing else is asked this week. */
  due: ReviewAt | null;
  rows: Review[];
}

export interface HeadingRow {
  heading: Heading;
  statements: Statement[];
  can: Can;
}

export interface Pause {
  why: PauseWhy;
  version: Version;
  since: Day;
  keeper_name: string | null;
  can: Can;
}

export interface Talk {
  id: Id;
  version: Version;
  about: TalkAbout;
  /** What it is about when nothing was written: the name of an idea they answered about. */
  subject: string | null;
  statement: Statement | null;
  can: Can;
}

export interface Grant {
  id: Id;
  version: Version;
  to: Id;
  name: string;
  role: string;
  see: Part[];
  tell: Part[];
  until: Instant | null;
  said_aloud: boolean;
  can: Can;
}

export interface Sharing {
  grants: Grant[];
  members: { account: Id; name: string; role: string }[];
  can: Can;
}

export interface OpenVisit {
  id: Id;
  version: Version;
  with: { account: Id; name: string }[];
  parts: Part[];
  until: Instant;
  can: Can;
}

export interface Meeting {
  id: Id;
  version: Version;
  day: Day;
  /** Minute of the local day; null when only the day is known. */
  minute: number | null;
  where: string | null;
  with: { party: Party; name: string }[];
  can: Can;
}

export interface Visits {
  open: OpenVisit | null;
  meetings: Meeting[];
  can: Can;
}

export interface Waiting {
  id: Id;
  do: CommandName;
  made_at: Instant;
}

export interface Supporter {
  account: Id;
  tie: Id;
  /** As the person drew them. */
  name: string;
  /** As they call themself. */
  called: string;
  see: Part[];
  tell: Part[];
  until: Instant | null;
  can: Can;
}
export interface OpenInvitation {
  id: Id;
  version: Version;
  tie: Id;
  name: string;
  see: Part[];
  tell: Part[];
  until: Instant | null;
  ends_at: Instant;
  can: Can;
}
export interface SupportersOf {
  rows: Supporter[];
  invitations: OpenInvitation[];
  to_invite: Id[];
  /** This reader is shown less than before. */
  less: boolean;
  can: Can;
}

export interface Joined {
  row: RowKey;
  on: Day;
}

/** A part that the reader may not see is absent: a practitioner with a grant for the plan sees no circle. */
export interface View {
  person: Person;
  circle?: Circle;
  matters?: Matters;
  preferences?: Preferences;
  ideas?: Ideas;
  plan?: Plan;
  followups?: FollowUps;
  reviews?: Reviews;
  /** Always all seven headings. */
  about_me?: { headings: HeadingRow[]; good_help: Statement[]; can: Can };
  /** Empty for everybody but the person. */
  prepared?: Prepared[];
  pause?: Pause | null;
  talk?: Talk[];
  safety?: Record<string, never>;
  sharing?: Sharing;
  visits?: Visits;
  messages?: Messages;
  reach?: Reach;
  copied?: Copied[];
  /** "closed:…": nothing new is written here. Any other row was copied from another record of this person. */
  joining?: Joined[];
  supporters?: SupportersOf;
  waiting?: Waiting[];
}
