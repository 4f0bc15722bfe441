// For you, as a supporter: whose record they can see, whom to ask, and what needs nobody's yes. Nothing of
// anybody's record stands here.

import type { JSX } from "preact";
import { ButtonLink } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Notice } from "../../components/notice/notice";
import { Page } from "../../components/page/page";
import { say, type WordKey } from "../../rules/say";
import { day_in, installation_now } from "../../sync/clock";
import { session } from "../../sync/session";
import { use_house } from "../../sync/use-house";
import type { Entries } from "../../store/entries";
import { use_list } from "../../sync/use-list";
import { help_lines } from "../start/help-lines";
import { first_page_of } from "./first-page";
import { ShownLess } from "./shown-less";
import { supporting, type Supported, type Supporting } from "./supporter-server";
import { WhatTheyMay } from "./what-they-may";

export function SupportingPage(): JSX.Element {
  const { me } = use_house();
  const [listed] = use_list("supporting", supporting, only_opened);
  const today = day_in(me.zone, installation_now());
  const here = listed.at === "here" ? listed.value : null;
  return (
    <Page title={say("page.supporting")} lead={say("supporting.lead")}>
      {here?.less && <ShownLess />}
      {listed.at === "no_signal" && (
        <Notice>
          <p>{say("people.no_signal")}</p>
        </Notice>
      )}
      <div class="beside">
        <div class="stack">
          {here?.people.map((one) => (
            <SupportedCard key={one.record} one={one} today={today} />
          ))}
          {here?.people.length === 0 && !here.less && (
            <Card>
              <p>{say("supporting.nobody")}</p>
            </Card>
          )}
          <WhomToAsk />
        </div>
        <div class="stack">
          <Lines title="supporting.kept" lines={kept_lines} />
          <Lines title="supporting.joining" lines={joining_lines} />
          <Lines title="supporting.general" lines={general_lines} />
        </div>
      </div>
    </Page>
  );
}

/** As with a practitioner's people: only whom they opened here stays on the device. */
async function only_opened(all: Supporting, entries: Entries): Promise<Supporting> {
  const opened = await entries.names();
  return { ...all, people: all.people.filter((one) => opened.includes(one.record)) };
}

function SupportedCard({ one, today }: { one: Supported; today: string }): JSX.Element {
  const told = one.tell.filter((part) => part !== "together");
  const page = first_page_of([...one.see, ...told]);
  return (
    <Card title={one.name}>
      <WhatTheyMay may={one} today={today} />
      <p class="small soft">{say("supporting.decides", { name: one.name })}</p>
      <div class="row">
        <ButtonLink kind="main" href={`/people/${one.record}/${page}`}>
          {say(one.see.length > 0 ? "supporting.open" : "supporting.add", { name: one.name })}
        </ButtonLink>
        {one.tell.includes("together") && page !== "tell" && (
          <ButtonLink href={`/people/${one.record}/tell`}>{say("tell.title", { name: one.name })}</ButtonLink>
        )}
      </div>
    </Card>
  );
}

function WhomToAsk(): JSX.Element {
  const team = session.installation()?.name;
  return (
    <Card title={say("supporting.ask")}>
      <p>{team ? say("supporting.ask_team", { team }) : say("supporting.ask_anybody")}</p>
      <p>{say("supporting.ask_after_hours")}</p>
      <ul class="stack stack--tight">
        {help_lines().map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}

const kept_lines: WordKey[] = [
  "supporting.kept.listen",
  "supporting.kept.general",
  "supporting.kept.own",
  "supporting.kept.danger",
];
const joining_lines: WordKey[] = [
  "supporting.joining.person",
  "supporting.joining.ways",
  "supporting.joining.writing",
];
const general_lines: WordKey[] = [
  "supporting.general.assessment",
  "supporting.general.alone",
  "supporting.general.crisis",
  "supporting.general.own_needs",
];

function Lines({ title, lines }: { title: WordKey; lines: readonly WordKey[] }): JSX.Element {
  return (
    <Card title={say(title)}>
      <ul class="stack stack--tight">
        {lines.map((line) => (
          <li key={line}>{say(line)}</li>
        ))}
      </ul>
    </Card>
  );
}
