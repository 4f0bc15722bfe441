// When a practitioner is at work, set by themself. Whoever writes to them is shown when that is next.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Tick } from "../../components/choice-list/choose-many";
import { Field } from "../../components/field/field";
import { Notice } from "../../components/notice/notice";
import { say, say_message } from "../../rules/say";
import { must_be_of_server, ServerSays, type WorkDay, type WorkTimes } from "../../sync/server";
import { later_server } from "../../sync/later-server";
import { weekday_of } from "../../words/day-words";
import { minute_of, time_of } from "../together/meeting-form";
import "./work-times.css";

const week = [0, 1, 2, 3, 4, 5, 6];
const usual: Omit<WorkDay, "weekday"> = { from: 9 * 60, to: 17 * 60 };

/** 2024-01-01 was a Monday: its week names the days. */
function day_name(weekday: number): string {
  return weekday_of(`2024-01-0${weekday + 1}`);
}

export function WorkTimesCard(): JSX.Element {
  const [times, set_times] = useState<WorkTimes | null>(null);
  const [said, set_said] = useState<{ tone: "good" | "care"; words: string } | null>(null);
  useEffect(() => {
    later_server
      .work_times()
      .then(set_times)
      .catch(() => set_said({ tone: "care", words: say("work.no_signal") }));
  }, []);

  async function keep(event: Event): Promise<void> {
    event.preventDefault();
    if (!times) return;
    set_said(null);
    try {
      await later_server.set_work_times(present(times));
      set_said({ tone: "good", words: say("work.kept") });
    } catch (cause) {
      if (cause instanceof ServerSays && cause.said)
        return set_said({ tone: "care", words: say_message(cause.said) });
      must_be_of_server(cause);
      set_said({ tone: "care", words: say("work.no_signal") });
    }
  }

  const answer = said && (
    <Notice tone={said.tone} spoken>
      <p>{said.words}</p>
    </Notice>
  );
  return (
    <Card title={say("work.title")}>
      <p class="soft">{say("work.lead")}</p>
      {!times && answer}
      {times && (
        <form class="stack" onSubmit={(event) => void keep(event)}>
          {week.map((weekday) => (
            <WeekDay key={weekday} weekday={weekday} times={times} on_change={set_times} />
          ))}
          <div class="work-day__hours">
            <Field
              free
              label={say("work.away_from")}
              type="date"
              value={times.away_from ?? ""}
              on_change={(day) => set_times({ ...times, away_from: day })}
            />
            <Field
              free
              label={say("work.away_to")}
              type="date"
              value={times.away_to ?? ""}
              on_change={(day) => set_times({ ...times, away_to: day })}
            />
          </div>
          {answer}
          <div>
            <Button kind="main" type="submit">
              {say("work.keep")}
            </Button>
          </div>
        </form>
      )}
    </Card>
  );
}

function WeekDay({
  weekday,
  times,
  on_change,
}: {
  weekday: number;
  times: WorkTimes;
  on_change: (times: WorkTimes) => void;
}): JSX.Element {
  const worked = times.days.find((day) => day.weekday === weekday);
  const name = day_name(weekday);
  const others = times.days.filter((day) => day.weekday !== weekday);
  const put = (day: WorkDay | null): void =>
    on_change({
      ...times,
      days: [...others, ...(day ? [day] : [])].sort((a, b) => a.weekday - b.weekday),
    });
  return (
    <div class="work-day">
      <Tick
        label={name}
        value={worked !== undefined}
        on_change={(on) => put(on ? { weekday, ...usual } : null)}
      />
      {worked && (
        <div class="work-day__hours">
          <Field
            label={say("work.from", { day: name })}
            type="time"
            value={time_of(worked.from)}
            on_change={(text) => put({ ...worked, from: minute_of(text) ?? worked.from })}
          />
          <Field
            label={say("work.to", { day: name })}
            type="time"
            value={time_of(worked.to)}
            on_change={(text) => put({ ...worked, to: minute_of(text) ?? worked.to })}
          />
        </div>
      )}
    </div>
  );
}

/** An empty day is left out: an unknown or empty member is refused. */
function present({ days, away_from, away_to }: WorkTimes): WorkTimes {
  return { days, ...(away_from ? { away_from } : {}), ...(away_to ? { away_to } : {}) };
}
