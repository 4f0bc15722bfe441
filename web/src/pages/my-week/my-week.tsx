// My week: the visits of this week and the last, as they were. One tap says that a week is right.
//
// Nothing of it stays on the device: it has names in it, and it is asked for anew each time.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Card } from "../../components/card/card";
import { Notice } from "../../components/notice/notice";
import { Page } from "../../components/page/page";
import { say } from "../../rules/say";
import type { WeekAsk, WorkWeek } from "../../sync/server";
import { later_server, said_why } from "../../sync/later-server";
import { TeamWeeks } from "./team-weeks";
import { WeekCard } from "./week-card";
import "../../look/columns.css";
import "./my-week.css";

export function MyWeek(): JSX.Element {
  const [weeks, set_weeks] = useState<WorkWeek[] | null>(null);
  const [problem, set_problem] = useState<string | null>(null);

  function show(asked: Promise<{ weeks: WorkWeek[] }>): void {
    set_problem(null);
    asked.then((answer) => set_weeks(answer.weeks)).catch((said) => set_problem(said_why(said)));
  }
  useEffect(() => show(later_server.weeks()), []);

  return (
    <Page title={say("page.week")} lead={say("my_week.lead")}>
      {problem && (
        <Notice tone="care" spoken>
          <p>{problem}</p>
        </Notice>
      )}
      {weeks && (
        <div class="columns">
          {weeks.map((week, ago) => (
            <WeekCard
              key={week.monday}
              title={say(ago === 0 ? "my_week.this" : "my_week.last")}
              week={week}
              on_ask={(ask: WeekAsk) => show(later_server.set_week(ask))}
            />
          ))}
        </div>
      )}
      <Card title={say("team.title")}>
        <p class="soft">{say("my_week.who_sees")}</p>
        <TeamWeeks />
      </Card>
    </Page>
  );
}
