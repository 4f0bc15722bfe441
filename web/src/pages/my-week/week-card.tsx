// One week: each visit by day and name with its minutes. Where a visit ended by itself its length is asked.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Field } from "../../components/field/field";
import { Icon } from "../../components/icon/icon";
import { say } from "../../rules/say";
import type { VisitTime, WeekAsk, WorkWeek } from "../../sync/server";
import type { Id } from "../../view";
import { said_minute, weekday_of } from "../../words/day-words";
import { lengths_of, said_time } from "./lengths";

interface WeekCardProps {
  title: string;
  week: WorkWeek;
  on_ask: (ask: WeekAsk) => void;
}

export function WeekCard({ title, week, on_ask }: WeekCardProps): JSX.Element {
  const [typed, set_typed] = useState<Record<Id, string>>({});
  const { monday, visits } = week;
  const put = (visit: Id, text: string): void => set_typed((now) => ({ ...now, [visit]: text }));
  const ask = (confirmed: boolean): void => on_ask({ monday, confirmed, lengths: lengths_of(visits, typed) });
  return (
    <Card title={title} aside={visits.length > 0 ? said_time(week.minutes) : undefined}>
      {visits.length === 0 && <p class="soft">{say("my_week.none")}</p>}
      <ul class="lines">
        {visits.map((one) => (
          <VisitLine
            key={one.visit}
            one={one}
            typed={typed[one.visit]}
            on_type={week.confirmed ? null : (text) => put(one.visit, text)}
          />
        ))}
      </ul>
      {week.confirmed && (
        <div class="row row--apart">
          <p class="row" role="status">
            <Icon name="done" size={20} />
            <span>{say("my_week.confirmed")}</span>
          </p>
          <Button kind="plain" small onClick={() => ask(false)}>
            {say("my_week.not_right")}
          </Button>
        </div>
      )}
      {!week.confirmed && visits.length > 0 && (
        <div>
          <Button kind="main" icon="done" onClick={() => ask(true)}>
            {say("my_week.right")}
          </Button>
        </div>
      )}
    </Card>
  );
}

interface VisitLineProps {
  one: VisitTime;
  typed: string | undefined;
  /** null: the week is confirmed, and nothing is changed. */
  on_type: ((text: string) => void) | null;
}

function VisitLine({ one, typed, on_type }: VisitLineProps): JSX.Element {
  const name = one.name || say("my_week.somebody");
  const asks = one.minutes === null && !one.open;
  const shown = one.minutes === null ? null : said_time(one.minutes);
  const day = weekday_of(one.day);
  return (
    <li>
      <div class="row row--apart">
        <div>
          <p class="week__who">{name}</p>
          <p class="small soft">{say("my_week.when", { day, time: said_minute(one.minute) })}</p>
        </div>
        {shown && typed === undefined && <p>{shown}</p>}
        {shown && typed === undefined && on_type && (
          <Button
            kind="plain"
            small
            aria-label={say("my_week.change_heard", { name, day })}
            onClick={() => on_type(String(one.minutes))}
          >
            {say("my_week.change")}
          </Button>
        )}
      </div>
      {one.open && <p class="soft">{say("my_week.open")}</p>}
      {asks && <p>{say("my_week.ended_itself")}</p>}
      {on_type && (asks || typed !== undefined) && (
        <div class="week__length">
          <Field
            label={say("my_week.minutes_with", { name, day })}
            type="number"
            inputMode="numeric"
            min="0"
            max="720"
            value={typed ?? ""}
            on_change={on_type}
          />
        </div>
      )}
    </li>
  );
}
