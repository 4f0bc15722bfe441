// My people: name, next time together, what they asked for, what they want to talk about; nothing else.

import type { JSX } from "preact";
import { ButtonLink } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Notice } from "../../components/notice/notice";
import { Page } from "../../components/page/page";
import { Rings } from "../../components/rings/rings";
import { say } from "../../rules/say";
import { day_in, installation_now } from "../../sync/clock";
import type { PersonRow } from "../../sync/server";
import { use_house } from "../../sync/use-house";
import { use_people } from "../../sync/use-list";
import { said_lines, said_next } from "./people-rows";
import "./my-people.css";

export function MyPeople(): JSX.Element {
  const { me } = use_house();
  const listed = use_people();
  const today = day_in(me.zone, installation_now());
  const rows = listed.at === "here" ? listed.value : [];
  return (
    <Page
      title={say("people.title")}
      lead={say("people.lead")}
      actions={
        <ButtonLink icon="add" href="/people/start">
          {say("people.start")}
        </ButtonLink>
      }
    >
      {listed.at === "no_signal" && (
        <Notice>
          <p>{say("people.no_signal")}</p>
        </Notice>
      )}
      {listed.at === "here" && !listed.fresh && (
        <Notice>
          <p>{say("people.kept")}</p>
        </Notice>
      )}
      {listed.at === "here" && rows.length === 0 && (
        <Card>
          <Rings size={110} />
          <p>{say("people.nobody_yet")}</p>
        </Card>
      )}
      {rows.length > 0 && <PeopleTable rows={rows} today={today} />}
      {rows.length > 1 && (
        <div>
          <ButtonLink kind="plain" href="/people/join">
            {say("join.title")}
          </ButtonLink>
        </div>
      )}
    </Page>
  );
}

function PeopleTable({ rows, today }: { rows: PersonRow[]; today: string }): JSX.Element {
  const heads = [
    say("people.name"),
    say("people.next"),
    say("people.asked_for"),
    say("people.to_talk_about"),
  ];
  return (
    <Card>
      <table class="people" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {heads.map((head) => (
              <th key={head} scope="col" role="columnheader">
                {head}
              </th>
            ))}
            <th scope="col" role="columnheader">
              <span class="heard">{say("people.open")}</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <PersonLine key={row.record} row={row} today={today} heads={heads} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function PersonLine({ row, today, heads }: { row: PersonRow; today: string; heads: string[] }): JSX.Element {
  const cells = [said_next(row, today), said_lines(row.asked_for), said_lines(row.to_talk_about)];
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {row.name}
      </th>
      {cells.map((cell, at) => (
        <td key={at} role="cell">
          <span class="people__head" aria-hidden="true">
            {heads[at + 1]}
          </span>
          {cell}
        </td>
      ))}
      <td role="cell" class="people__open">
        <ButtonLink
          small
          href={`/people/${row.record}/together`}
          aria-label={say("people.open_heard", { name: row.name })}
        >
          {say("people.open")}
        </ButtonLink>
        {row.into && (
          <ButtonLink small kind="plain" href={`/people/${row.into}/together`}>
            {say("people.into")}
          </ButtonLink>
        )}
      </td>
    </tr>
  );
}
