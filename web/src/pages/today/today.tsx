// Today: who a practitioner meets today and next, and what those people want to talk about.

import type { JSX } from "preact";
import { ButtonLink } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Notice } from "../../components/notice/notice";
import { Page } from "../../components/page/page";
import { Rings } from "../../components/rings/rings";
import { say } from "../../rules/say";
import { day_in, installation_now } from "../../sync/clock";
import { server, type PersonRow } from "../../sync/server";
import { use_house, use_list } from "../../sync/use-house";
import { said_day, said_minute, weekday_of } from "../../words/day-words";
import { meeting_after, meeting_on } from "../my-people/people-rows";
import "./today.css";

const next_max = 5;

export function Today(): JSX.Element {
  const { me } = use_house();
  const [listed] = use_list<PersonRow[]>("people", server.people);
  const today = day_in(me.zone, installation_now());
  const rows = listed.at === "here" ? listed.value : [];
  const now = meeting_on(rows, today);
  const later = meeting_after(rows, today).slice(0, next_max);
  const waiting = rows.filter((row) => (row.waiting ?? []).length > 0);
  const asking = rows.filter((row) => row.asked_for.length + row.to_talk_about.length > 0);
  return (
    <Page title={weekday_of(today)} lead={say("today.lead")}>
      {listed.at === "no_signal" && (
        <Notice>
          <p>{say("people.no_signal")}</p>
        </Notice>
      )}
      {listed.at === "here" && (
        <div class="today">
          <Card title={say("today.together")} class="today__now">
            {now.length === 0 && <NothingToday />}
            <ul class="visits">
              {now.map((row) => (
                <VisitLine key={row.record} row={row} when={said_minute_of(row)} />
              ))}
            </ul>
          </Card>
          <div class="stack">
            {waiting.length > 0 && <MessagesWaiting rows={waiting} today={today} />}
            {asking.length > 0 && (
              <Card title={say("today.to_talk_about")}>
                <ul class="visits">
                  {asking.map((row) => (
                    <TalkLine key={row.record} row={row} />
                  ))}
                </ul>
              </Card>
            )}
            {later.length > 0 && (
              <Card title={say("today.next")}>
                <ul class="visits">
                  {later.map((row) => (
                    <VisitLine key={row.record} row={row} when={said_day(row.next?.day ?? today, today)} />
                  ))}
                </ul>
              </Card>
            )}
          </div>
        </div>
      )}
      <div class="row">
        <ButtonLink icon="people" href="/people">
          {say("page.people")}
        </ButtonLink>
        <ButtonLink kind="plain" icon="add" href="/people/start">
          {say("people.start")}
        </ButtonLink>
      </div>
    </Page>
  );
}

/** What somebody wrote stays here until a human answered; opening it does not take it away. */
function MessagesWaiting({ rows, today }: { rows: PersonRow[]; today: string }): JSX.Element {
  return (
    <Card title={say("today.messages")}>
      <ul class="visits">
        {rows.flatMap((row) =>
          (row.waiting ?? []).map((one) => (
            <li key={one.message} class="visit-line row row--apart">
              <div>
                <p class="visit-line__who">{one.from}</p>
                <p class="small soft">
                  {say(one.opened ? "today.message_opened" : "today.message_new", {
                    day: said_day(one.sent_on, today),
                  })}
                </p>
              </div>
              <ButtonLink
                small
                href={`/people/${row.record}/messages`}
                aria-label={say("today.read_heard", { name: one.from })}
              >
                {say("today.read")}
              </ButtonLink>
            </li>
          )),
        )}
      </ul>
    </Card>
  );
}

function said_minute_of(row: PersonRow): string {
  const minute = row.next?.minute ?? null;
  return minute === null ? say("today.some_time") : said_minute(minute);
}

function NothingToday(): JSX.Element {
  return (
    <div class="row">
      <Rings size={72} />
      <p class="soft">{say("today.nothing")}</p>
    </div>
  );
}

function VisitLine({ row, when }: { row: PersonRow; when: string }): JSX.Element {
  return (
    <li class="visit-line row row--apart">
      <div>
        <p>
          <b>{when}</b>
        </p>
        <p class="visit-line__who">{row.name}</p>
        {row.next?.where && <p class="small soft">{row.next.where}</p>}
      </div>
      <ButtonLink
        small
        href={`/people/${row.record}/together`}
        aria-label={say("people.open_heard", { name: row.name })}
      >
        {say("people.open")}
      </ButtonLink>
    </li>
  );
}

function TalkLine({ row }: { row: PersonRow }): JSX.Element {
  return (
    <li class="visit-line">
      <p>
        <a href={`/people/${row.record}/together`}>{row.name}</a>
      </p>
      {[...row.asked_for, ...row.to_talk_about].map((line) => (
        <p key={line} class="soft">
          “{line}”
        </p>
      ))}
    </li>
  );
}
