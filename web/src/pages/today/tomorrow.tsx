// Tomorrow, for the car: times, first names and places. A sheet can be left on a seat, so no surname, no
// reason and nothing of anybody's record is on it (TD3).

import type { JSX } from "preact";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Page } from "../../components/page/page";
import { say } from "../../rules/say";
import { day_in, installation_now } from "../../sync/clock";
import { server, type Diary, type PersonRow } from "../../sync/server";
import { later_server } from "../../sync/later-server";
import { use_house } from "../../sync/use-house";
import { use_list } from "../../sync/use-list";
import { days_after, said_date, weekday_of } from "../../words/day-words";
import { first_name, lines_of_day, type DayLine } from "./today-lines";
import { said_when } from "./today";
import "./today.css";

export function Tomorrow(): JSX.Element {
  const { me } = use_house();
  const [listed] = use_list<PersonRow[]>("people", server.people);
  const [diary] = use_list<Diary>("diary", later_server.diary);
  const today = day_in(me.zone, installation_now());
  const day = days_after(today, 1);
  const rows = listed.at === "here" ? listed.value : [];
  const lines = lines_of_day(rows, diary.at === "here" ? diary.value.appointments : [], day);
  return (
    <Page narrow title={say("tomorrow.title", { weekday: weekday_of(day), day: said_date(day, today) })}>
      <Card>
        {listed.at === "no_signal" && <p>{say("people.no_signal")}</p>}
        {lines.length === 0 && <p class="soft">{say("tomorrow.nothing")}</p>}
        <ul class="visits">
          {lines.map((line, at) => (
            <li key={at} class="visit-line">
              <p>
                <b>{said_when(line.minute)}</b> {said_for_the_car(line)}
              </p>
            </li>
          ))}
        </ul>
      </Card>
      <div class="row no-print">
        <Button kind="main" icon="print" onClick={() => print()}>
          {say("tomorrow.print")}
        </Button>
        <p class="small soft">{say("tomorrow.hint")}</p>
      </div>
    </Page>
  );
}

export function said_for_the_car(line: DayLine): string {
  if (line.kind === "calendar") return say("tomorrow.own");
  return [first_name(line.row.name), line.row.next?.where].filter(Boolean).join(", ");
}
