// The hours of the whole team, one number a week: the same list for the team and for whoever leads it.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Card } from "../../components/card/card";
import { Page } from "../../components/page/page";
import { say } from "../../rules/say";
import { day_in, installation_now } from "../../sync/clock";
import { must_be_of_server, type TeamWeek } from "../../sync/server";
import { later_server } from "../../sync/later-server";
import { use_house } from "../../sync/use-house";
import { said_date } from "../../words/day-words";
import "../../look/columns.css";

export function TeamPage(): JSX.Element {
  return (
    <Page narrow title={say("page.team")} lead={say("team.lead")}>
      <Card>
        <TeamWeeks />
      </Card>
    </Page>
  );
}

export function TeamWeeks(): JSX.Element {
  const { me } = use_house();
  const [weeks, set_weeks] = useState<TeamWeek[]>([]);
  const [no_signal, set_no_signal] = useState(false);
  const today = day_in(me.zone, installation_now());
  useEffect(() => {
    later_server
      .team_weeks()
      .then((answer) => set_weeks(answer.weeks))
      .catch((said) => {
        must_be_of_server(said);
        set_no_signal(true);
      });
  }, []);
  if (no_signal) return <p>{say("work.no_signal")}</p>;
  const shown = weeks.flatMap(({ monday, hours }) => (hours === null ? [] : [{ monday, hours }]));
  return (
    <>
      {shown.length > 0 && (
        <ul class="lines">
          {shown.map(({ monday, hours }) => (
            <li key={monday} class="row row--apart">
              <span>{say("team.week", { day: said_date(monday, today) })}</span>
              <span>{say("my_week.hours", { hours })}</span>
            </li>
          ))}
        </ul>
      )}
      {shown.length < weeks.length && <p class="soft">{say("team.few")}</p>}
    </>
  );
}
