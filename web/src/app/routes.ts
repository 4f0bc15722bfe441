// Which page stands at which address, and which pages are in whose menu. A page that cannot be opened is in
// no menu.

import type { ComponentType } from "preact";
import type { IconName } from "../components/icon/icon";
import type { WordKey } from "../rules/say";
import { page_is_shown } from "../rules/wings";
import type { Role } from "../sync/server";
import type { RecordPage } from "../sync/use-record";
import { parts_open } from "../pages/sharing/parts";
import type { Id, Part, View } from "../view";
import { whole_rules } from "../rules/rules";
import { all_words } from "../words/catalogue";
import { lazy_part } from "./lazy-part";

type Page = ComponentType;
type Load = () => Promise<Page>;

export interface MenuItem {
  href: string;
  name: WordKey;
  tab: WordKey;
  icon: IconName;
}

/** A page beyond the first: it is shown once all words are here. */
function with_words(load: Load): Load {
  return async () => (await Promise.all([load(), all_words(), whole_rules()]))[0];
}

const supporter_pages = () => import("../pages/supporter/pages");

export const record_pages: Record<RecordPage, Load> = {
  now: () => import("../pages/my-plan-now/my-plan-now").then((file) => file.MyPlanNow),
  circle: with_words(() => import("../pages/my-circle/my-circle").then((file) => file.MyCircle)),
  about: with_words(() => import("../pages/about-me/about-me").then((file) => file.AboutMe)),
  matters: with_words(() => import("../pages/what-matters/what-matters").then((file) => file.WhatMatters)),
  ideas: with_words(() => import("../pages/ideas-near-me/ideas-near-me").then((file) => file.IdeasNearMe)),
  plan: with_words(() => import("../pages/my-plan/my-plan").then((file) => file.MyPlan)),
  "follow-up": with_words(() => import("../pages/follow-up/follow-up").then((file) => file.FollowUp)),
  paper: with_words(() => import("../pages/paper/paper").then((file) => file.Paper)),
  sharing: with_words(() => import("../pages/sharing/sharing").then((file) => file.SharingPage)),
  looks: with_words(() => import("../pages/looks/looks").then((file) => file.LooksPage)),
  messages: with_words(() => import("../pages/messages/messages").then((file) => file.MessagesPage)),
  ready: with_words(() => import("../pages/get-ready/get-ready").then((file) => file.GetReady)),
  together: with_words(() => import("../pages/together/together").then((file) => file.TogetherPage)),
  tell: with_words(() => supporter_pages().then((file) => file.TellPage)),
};

export const staff_pages = {
  today: with_words(() => import("../pages/today/today").then((file) => file.Today)),
  tomorrow: with_words(() => import("../pages/today/tomorrow").then((file) => file.Tomorrow)),
  people: with_words(() => import("../pages/my-people/my-people").then((file) => file.MyPeople)),
  start: with_words(() => import("../pages/start/start-for-somebody").then((file) => file.StartForSomebody)),
  join: with_words(() => import("../pages/join/join").then((file) => file.JoinPage)),
  week: with_words(() => import("../pages/my-week/my-week").then((file) => file.MyWeek)),
  team: with_words(() => import("../pages/my-week/team-weeks").then((file) => file.TeamPage)),
  directory: with_words(() =>
    import("../pages/local-directory/local-directory").then((file) => file.LocalDirectory),
  ),
  lists: with_words(() => import("../pages/lists/lists").then((file) => file.ListsPage)),
  supporting: with_words(() => supporter_pages().then((file) => file.SupportingPage)),
} satisfies Record<string, Load>;

/** For whoever was handed a code on paper or a link, signed in or not. */
export const code_pages = {
  card: with_words(() => import("../pages/sign-in/with-code").then((file) => file.CardPage)),
  link: with_words(() => import("../pages/sign-in/link").then((file) => file.LinkPage)),
  invited: with_words(() => supporter_pages().then((file) => file.InvitedPage)),
  stop: with_words(() => import("../pages/stop/stop").then((file) => file.StopPage)),
  way_back: with_words(() => import("../pages/sign-in/with-code").then((file) => file.WayBackPage)),
} satisfies Record<string, Load>;

/** Shown whoever is in, or nobody. */
export function page_outside(place: Place): Load | undefined {
  if (place.to === "code") return code_pages[place.kind];
  return place.to === "link" || place.to === "invited" || place.to === "stop"
    ? code_pages[place.to]
    : undefined;
}

/** In a corner of the demo, and nowhere else. */
export const demo_clock = with_words(() => import("./demo-clock").then((file) => file.DemoClock));

/** At the end of My plan now. */
export const quiet_card = with_words(() =>
  import("../pages/quiet/quiet-card").then((file) => file.QuietCard),
);

/** Above every page of a record that was joined to another. */
export const closed_notice = with_words(() =>
  import("../pages/join/closed-notice").then((file) => file.ClosedNotice),
);

/** To a supporter who could see or tell more before. */
export const shown_less = with_words(() => supporter_pages().then((file) => file.ShownLess));

/** Behind a button of the first page. */
export const TalkWords = lazy_part(() =>
  import("../pages/my-plan-now/talk-words").then((file) => file.TalkWords),
);
export const MeetingForm = lazy_part(() =>
  import("../pages/together/meeting-form").then((file) => file.MeetingForm),
);
/** The text of a visit, to take along. */
export const CopyVisit = lazy_part(() => import("../pages/copy/copy-visit").then((file) => file.CopyVisit));

export type StaffPage = keyof typeof staff_pages;

/** Where an address leads. `record` null: the reader's own. */
export type Place =
  | { to: "record"; record: Id | null; page: RecordPage }
  | { to: "staff"; page: StaffPage }
  | { to: "link"; token: string }
  | { to: "invited"; link: string }
  | { to: "stop" }
  | { to: "code"; kind: "card" | "way_back" }
  | { to: "settings" }
  | { to: "home" }
  | { to: "nowhere" };

const staff_addresses: Record<string, StaffPage> = {
  "/today": "today",
  "/tomorrow": "tomorrow",
  "/people": "people",
  "/people/start": "start",
  "/people/join": "join",
  "/week": "week",
  "/team": "team",
  "/directory": "directory",
  "/lists": "lists",
  "/supporting": "supporting",
};

export function place_of(address: string): Place {
  const path = address.split("?")[0] ?? "/";
  if (path === "/") return { to: "home" };
  if (path === "/settings") return { to: "settings" };
  if (path === "/stop") return { to: "stop" };
  if (path === "/card") return { to: "code", kind: "card" };
  if (path === "/way-back") return { to: "code", kind: "way_back" };
  const staff = Object.hasOwn(staff_addresses, path) ? staff_addresses[path] : undefined;
  if (staff) return { to: "staff", page: staff };
  const [first = "", second = "", third = ""] = path.slice(1).split("/");
  if (first === "in" && second && !third) return { to: "link", token: decodeURIComponent(second) };
  if (first === "invited" && second && !third) return { to: "invited", link: decodeURIComponent(second) };
  if (first === "people" && second) return at_record(second, third || "together");
  return second ? { to: "nowhere" } : at_record(null, first);
}

function at_record(record: Id | null, name: string): Place {
  const page = (record ? practitioner_pages : own_pages).find((one) => one === name && page_is_shown(one));
  return page ? { to: "record", record, page } : { to: "nowhere" };
}

export function record_href(record: Id | null, page: RecordPage, rest = ""): string {
  return record ? `/people/${record}/${page}${rest}` : `/${page}${rest}`;
}

export function home_of(role: Role): string {
  if (role === "person") return "/now";
  if (role === "supporter") return "/supporting";
  return role === "practitioner" ? "/today" : role === "curator" ? "/directory" : "/team";
}

const person_menu: RecordPage[] = [
  "now",
  "circle",
  "matters",
  "ideas",
  "plan",
  "messages",
  "about",
  "sharing",
];
const own_pages: RecordPage[] = [...person_menu, "follow-up", "paper", "ready", "looks"];
/** A practitioner has "together" for what the person has in "now". */
const practitioner_pages = (Object.keys(record_pages) as RecordPage[]).filter((page) => page !== "ready");
const icons: Partial<Record<RecordPage, IconName>> = {
  now: "now",
  circle: "circle",
  matters: "matters",
  ideas: "ideas",
  plan: "plan",
  sharing: "sharing",
  about: "write",
  messages: "speak",
  together: "people",
  tell: "speak",
};

function item(href: string, page: RecordPage): MenuItem {
  return {
    href,
    name: `page.${page}` as WordKey,
    tab: `tab.${page}` as WordKey,
    icon: icons[page] ?? "plan",
  };
}

export function menu_of_person(): MenuItem[] {
  return person_menu.filter(page_is_shown).map((page) => item(record_href(null, page), page));
}

/** The part of a record that a page shows; null: nothing that is shared part by part. */
export const part_of_page: Record<RecordPage, Part | null> = {
  now: "plan",
  circle: "circle",
  matters: "matters",
  ideas: "ideas",
  plan: "plan",
  about: "about_me",
  "follow-up": "ideas",
  paper: "plan",
  sharing: null,
  looks: null,
  messages: null,
  ready: null,
  together: "together",
  tell: null,
};

/** A page of no part: a supporter has none but the one where they tell something. */
export function is_for(page: RecordPage, { person, visits }: View): boolean {
  if (page === "tell") return person.reader === "supporter" && !!visits?.can.includes("raise");
  return person.reader !== "supporter";
}

/** Only what this practitioner has been let in to: a part that is not shared is not mentioned. */
export function menu_of_record(record: Id, view: View): MenuItem[] {
  const open = parts_open(view);
  const supporter = view.person.reader === "supporter";
  const pages: RecordPage[] = [
    "together",
    "messages",
    "circle",
    "matters",
    "ideas",
    "plan",
    "about",
    "sharing",
    "tell",
  ];
  const shown = pages.filter((page) => {
    const part = part_of_page[page];
    return part === null ? is_for(page, view) : open.includes(part);
  });
  const items = shown.map((page) => {
    const own_words = item(record_href(record, page), page);
    return { ...own_words, name: own_words.tab };
  });
  return supporter ? [for_supporters, ...items] : items;
}

export const for_supporters: MenuItem = {
  href: "/supporting",
  name: "page.supporting",
  tab: "tab.supporting",
  icon: "people",
};

export function menu_of_staff(role: Role): MenuItem[] {
  if (role === "supporter") return [for_supporters];
  const today: MenuItem = { href: "/today", name: "page.today", tab: "page.today", icon: "today" };
  const people: MenuItem = { href: "/people", name: "page.people", tab: "page.people", icon: "people" };
  const directory: MenuItem = {
    href: "/directory",
    name: "page.directory",
    tab: "page.directory",
    icon: "directory",
  };
  const lists: MenuItem = { href: "/lists", name: "page.lists", tab: "page.lists", icon: "plan" };
  if (role === "practitioner") return [today, people, lists];
  if (role === "curator") return [directory, lists];
  return [{ href: "/team", name: "page.team", tab: "page.team", icon: "people" }];
}
