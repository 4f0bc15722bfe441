// Today: that day's visits and calls, what each of these people wants to talk about, and messages that wait.
// Nobody else is on it, however many people there are (TD1).

import type { JSX } from "preact";
import { ButtonLink } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Notice } from "../../components/notice/notice";
import { Page } from "../../components/page/page";
import { Rings } from "../../components/rings/rings";
import { say } from "../../rules/say";
import { day_in, installation_now } from "../../sync/clock";
import type { Diary, PersonRow } from "../../sync/server";
import { later_server } from "../../sync/later-server";
import { use_house } from "../../sync/use-house";
import { use_list, use_people } from "../../sync/use-list";
import { said_day, said_minute, weekday_of } from "../../words/day-words";
import { lines_of_day, to_take_along, type DayLine } from "./today-lines";
import "./today.css";

export function Today(): JSX.Element {
  const { me } = use_house();
  const listed = use_people();
  const [diary] = use_list<Diary>("diary", later_server.diary);
  const today = day_in(me.zone, installation_now());
  const rows = listed.at === "here" ? listed.value : [];
  const calendar = diary.at === "here" ? diary.value.appointments : [];
  const lines = lines_of_day(rows, calendar, today);
  const waiting = rows.filter((row) => (row.waiting ?? []).length > 0);
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
            {lines.length === 0 && <NothingToday />}
            <ul class="visits">
              {lines.map((line, at) => (
                <Line key={at} line={line} />
              ))}
            </ul>
          </Card>
          {waiting.length > 0 && <MessagesWaiting rows={waiting} today={today} />}
        </div>
      )}
      <div class="row">
        <ButtonLink icon="people" href="/people">
          {say("page.people")}
        </ButtonLink>
        <ButtonLink icon="print" href="/tomorrow">
          {say("today.tomorrow")}
        </ButtonLink>
        <ButtonLink icon="calendar" href="/week">
          {say("page.week")}
        </ButtonLink>
        <ButtonLink kind="plain" icon="add" href="/people/start">
          {say("people.start")}
        </ButtonLink>
      </div>
    </Page>
  );
}

function Line({ line }: { line: DayLine }): JSX.Element {
  return line.kind === "visit" ? <VisitLine row={line.row} /> : <CalendarLine line={line} />;
}

export function said_when(minute: number | null, until: number | null = null): string {
  if (minute === null) return say("today.some_time");
  if (until === null) return said_minute(minute);
  return say("today.from_to", { from: said_minute(minute), to: said_minute(until) });
}

function NothingToday(): JSX.Element {
  return (
    <div class="row">
      <Rings size={72} />
      <p class="soft">{say("today.nothing")}</p>
    </div>
  );
}

function VisitLine({ row }: { row: PersonRow }): JSX.Element {
  const lines = to_take_along(row);
  return (
    <li class="visit-line">
      <div class="row row--apart">
        <div>
          <p>
            <b>{said_when(row.next?.minute ?? null)}</b>
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
      </div>
      {lines.map((line) => (
        <p key={line} class="soft">
          “{line}”
        </p>
      ))}
    </li>
  );
}

/** Read from their own calendar, never written back. */
function CalendarLine({ line }: { line: Extract<DayLine, { kind: "calendar" }> }): JSX.Element {
  return (
    <li class="visit-line">
      <p>
        <b>{line.minute === null ? say("today.all_day") : said_when(line.minute, line.until)}</b>
      </p>
      <p>{line.title}</p>
      <p class="small soft">{say("today.from_calendar")}</p>
    </li>
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
