// A page of one record: the person's own, or somebody's a practitioner has been let in to.

import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { Button } from "../components/button/button";
import { Page } from "../components/page/page";
import type { Keeping } from "../components/waiting-badge/waiting-badge";
import { parts_open } from "../pages/sharing/parts";
import { say } from "../rules/say";
import { part_is_shown } from "../rules/wings";
import { OpenRoom, use_open_record, type OpenRecord } from "../sync/open-record";
import type { Role } from "../sync/server";
import type { House } from "../sync/session";
import type { RoomState } from "../sync/record-room";
import type { RecordPage } from "../sync/use-record";
import type { Id } from "../view";
import { Frame } from "./frame";
import { LazyPage } from "./lazy-page";
import { Opening } from "./opening";
import { PassOver } from "./pass-over";
import { Returned } from "./returned";
import {
  closed_notice,
  for_supporters,
  is_for,
  menu_of_person,
  menu_of_record,
  part_of_page,
  record_href,
  record_pages,
  shown_less,
  type MenuItem,
} from "./routes";
import { PersonAbout, VisitStrip } from "./visit-strip";

interface RecordFrameProps {
  house: House;
  record: Id;
  /** The reader's own record, at the short addresses. */
  own: boolean;
  page: RecordPage;
  pass_over: boolean;
}

export function RecordFrame({ house, record, own, page, pass_over }: RecordFrameProps): JSX.Element {
  const opened = use_open_record(record, house);
  const { state } = opened;
  const view = state.at === "open" ? state.view : null;
  const href = useMemo(
    () => (to: RecordPage, rest?: string) => record_href(own ? null : record, to, rest),
    [own, record],
  );
  const menu = useMemo(
    () => (own ? menu_of_person() : view ? menu_of_record(record, view) : menu_of_nobody(house.me.role)),
    [own, record, view, house.me.role],
  );
  const name = view?.person.name ?? "";
  return (
    <Frame
      menu={menu}
      staff={!own}
      signed_in_as={house.me.name}
      keeping={keeping_of(state, house)}
      about={own ? undefined : <PersonAbout name={name} />}
    >
      {pass_over && <PassOver />}
      <Returned room={opened.record_room} />
      <Inside opened={opened} role={house.me.role} own={own} page={page} href={href} />
    </Frame>
  );
}

/** Of a record that is not here: a supporter has a page of their own to go back to. */
function menu_of_nobody(role: Role): MenuItem[] {
  return role === "supporter" ? [for_supporters] : [];
}

function Inside({
  opened,
  role,
  own,
  page,
  href,
}: {
  opened: OpenRecord;
  role: Role;
  own: boolean;
  page: RecordPage;
  href: (page: RecordPage, rest?: string) => string;
}): JSX.Element {
  const { state, record_room } = opened;
  if (state.at === "opening") return <Opening />;
  if (state.at === "absent" && state.why === "not_shared" && role === "supporter")
    return (
      <Page narrow title={say("page.supporting")}>
        <LazyPage load={shown_less} />
      </Page>
    );
  if (state.at === "absent")
    return <Absent why={state.why} own={own} again={() => record_room.set_online(navigator.onLine)} />;
  const part = part_of_page[page];
  const open = part
    ? !part_is_shown(part) || parts_open(state.view).includes(part)
    : is_for(page, state.view);
  if (!open) return <NotShared name={state.view.person.name} />;
  return (
    <OpenRoom opened={opened} href={href}>
      <VisitStrip />
      {state.view.supporters?.less && <LazyPage load={shown_less} meanwhile={null} />}
      {!!state.view.joining?.length && <LazyPage load={closed_notice} meanwhile={null} />}
      <LazyPage load={record_pages[page]} />
    </OpenRoom>
  );
}

/** A part that this reader has not been let in to. */
function NotShared({ name }: { name: string }): JSX.Element {
  return <Page narrow title={say("app.not_shared.title")} lead={say("app.not_shared.lead", { name })} />;
}

interface AbsentProps {
  why: "no_signal" | "not_shared";
  /** Whose own record it is may have been marked wrongly, and is told whom to speak to. */
  own: boolean;
  again: () => void;
}

function Absent({ why, own, again }: AbsentProps): JSX.Element {
  const said = own && why === "not_shared" ? "own" : why;
  return (
    <Page narrow title={say("app.absent.title")} lead={say(`app.absent.${said}`)}>
      <div>
        <Button onClick={again}>{say("app.try_again")}</Button>
      </div>
    </Page>
  );
}

/** What is true of the words on this device, in one of five ways. */
function keeping_of(state: RoomState, house: House): Keeping | undefined {
  if (state.at !== "open") return undefined;
  const waiting = (state.view.waiting ?? []).length > 0;
  if (!waiting) return state.online ? "saved" : "no_signal";
  if (state.online) return "sending";
  const kept = house.me.device === "own" || house.me.installation_key !== undefined;
  return kept ? "kept_here" : "held_here";
}
