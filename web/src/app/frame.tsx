// The frame around every page: skip link, practice banner, ways out, navigation, and the page itself.
//
// Wide: navigation down the side, teal for the person's own pages and slate for staff. On a phone: tabs along
// the bottom. Help now and Leave quickly stand in the same place on every page, also outside the lock.

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { HelpNow } from "../components/help-now/help-now";
import { OtherLanguage } from "../components/language-choice/other-language";
import { ReviewNote } from "../components/language-choice/review-note";
import { LeaveQuickly } from "../components/leave-quickly/leave-quickly";
import { page_heading_id } from "../components/page/page";
import { ReadAloud, stop_reading } from "../components/read-aloud/read-aloud";
import { RingsMark } from "../components/rings/rings";
import { WaitingBadge, type Keeping } from "../components/waiting-badge/waiting-badge";
import { say } from "../rules/say";
import { day_of } from "../words/day-words";
import { installation_now } from "../sync/clock";
import { session } from "../sync/session";
import { use_watched } from "../sync/use-record";
import { address } from "./address";
import { LazyPage } from "./lazy-page";
import { demo_clock } from "./routes";
import { RailMenu, TabMenu } from "./menu";
import type { MenuItem } from "./routes";
import "./frame.css";

export interface FrameProps {
  menu?: MenuItem[];
  staff?: boolean;
  /** Above the menu: whose record a practitioner stands in. */
  about?: ComponentChildren;
  signed_in_as?: string;
  keeping?: Keeping;
  children: ComponentChildren;
}

export const main_id = "page";

export function Frame({ menu = [], staff, about, signed_in_as, keeping, children }: FrameProps): JSX.Element {
  const path = use_watched(address).split("?")[0] ?? "/";
  use_heading_focus(path);
  const with_menu = menu.length > 0;
  return (
    <div class={`frame${with_menu ? " frame--menu" : ""}${staff ? " frame--staff" : ""}`}>
      <a class="skip" href={`#${main_id}`}>
        {say("app.skip")}
      </a>
      {with_menu && <RailMenu menu={menu} path={path} about={about} signed_in_as={signed_in_as} />}
      <div class="frame__side">
        <header>
          <PracticeBanner />
          <ReviewNote />
          <Top keeping={keeping} outside={!with_menu} path={path} />
        </header>
        <main id={main_id} class="frame__main" tabIndex={-1}>
          {children}
        </main>
      </div>
      {with_menu && <TabMenu menu={menu} path={path} about={about} signed_in_as={signed_in_as} />}
    </div>
  );
}

/** `outside`: nobody is in yet, so that settings cannot be reached and the language is chosen here. */
function Top({
  keeping,
  outside,
  path,
}: {
  keeping: Keeping | undefined;
  outside: boolean;
  path: string;
}): JSX.Element {
  const numbers = session.installation()?.help ?? [];
  return (
    <div class="top">
      <span class="top__mark">
        <RingsMark size={28} />
      </span>
      <div class="top__keeping">
        {keeping && <WaitingBadge keeping={keeping} />}
        <ReadAloud page_id={main_id} path={path} />
        {outside && <OtherLanguage own_device={session.get().at === "locked"} />}
      </div>
      <div class="top__ways">
        <HelpNow numbers={numbers} today={day_of(installation_now())} />
        <LeaveQuickly forget={forget} />
      </div>
    </div>
  );
}

function forget(): void {
  stop_reading();
  session.leave();
}

function PracticeBanner(): JSX.Element | null {
  use_watched(session);
  const installation = session.installation();
  if (installation?.practice === false) return null;
  return (
    <div class="practice">
      <span>{say("app.practice")}</span>
      {installation?.demo && <LazyPage load={demo_clock} meanwhile={null} />}
    </div>
  );
}

/** After a change of page the heading is read first, and the page starts at its top. */
function use_heading_focus(path: string): void {
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    scrollTo(0, 0);
    return when_heading_is_there((heading) => heading.focus({ preventScroll: true }));
  }, [path]);
}

function when_heading_is_there(then: (heading: HTMLElement) => void): () => void {
  const heading = (): HTMLElement | null => document.getElementById(page_heading_id);
  const now = heading();
  if (now) then(now);
  const watching = new MutationObserver(() => {
    const came = heading();
    if (!came || came === now) return;
    watching.disconnect();
    then(came);
  });
  watching.observe(document.body, { childList: true, subtree: true });
  const give_up = setTimeout(() => watching.disconnect(), 5_000);
  return () => {
    clearTimeout(give_up);
    watching.disconnect();
  };
}
