// How did it go? One screen for everything that is due. Any answer is fine, and there is never a warning.

import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { address } from "../../app/address";
import { ButtonLink } from "../../components/button/button";
import { Page } from "../../components/page/page";
import { say } from "../../rules/say";
import { use_record, use_watched } from "../../sync/use-record";
import { asked_now, type Asked } from "./asked";
import { HowItWent } from "./how-it-went";
import { LaterList } from "./later-list";
import { ShallWeStop } from "./shall-we-stop";
import "../pages.css";
import "./follow-up.css";

export function FollowUp(): JSX.Element {
  const { view, href } = use_record();
  const opened = new URLSearchParams(use_watched(address).split("?")[1] ?? "").get("about");
  const asked = use_all_asked(asked_now(view, opened));
  const only = asked.length === 1 ? asked[0] : undefined;
  return (
    <Page
      narrow
      title={only ? title_of(only) : say(asked.length > 0 ? "follow.title" : "follow.none")}
      lead={asked.length > 0 ? say("follow.lead") : undefined}
    >
      {asked.map((one) =>
        one.kind === "stop" ? (
          <ShallWeStop key={one.id} asked={one} titled={!only} />
        ) : (
          <HowItWent key={one.id} asked={one} titled={!only} />
        ),
      )}
      <LaterList />
      <div class="row">
        <ButtonLink href={href("now")}>{say("follow.back")}</ButtonLink>
      </div>
    </Page>
  );
}

export function title_of(asked: Asked): string {
  return say(asked.kind === "stop" ? "follow.stop" : "follow.how", { name: asked.name });
}

/** What has been answered in this sitting stays on the screen, with what comes after it. */
function use_all_asked(now: Asked[]): Asked[] {
  const all = useRef<Asked[]>([]);
  for (const one of now) {
    if (!all.current.some((known) => known.id === one.id)) all.current = [...all.current, one];
  }
  return all.current;
}
