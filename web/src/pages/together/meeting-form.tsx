// The day, the time and the place of a meeting, and nothing more.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Field } from "../../components/field/field";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Meeting, Party } from "../../view";

export function MeetingForm({
  meeting,
  on_done,
}: {
  meeting: Meeting | null;
  on_done: () => void;
}): JSX.Element {
  const { view, today, tap } = use_record();
  const [day, set_day] = useState(meeting?.day ?? "");
  const [time, set_time] = useState(time_of(meeting?.minute ?? null));
  const [where, set_where] = useState(meeting?.where ?? "");
  const [problem, set_problem] = useState<string>();

  function keep(event: Event): void {
    event.preventDefault();
    if (!day || day < today) return set_problem(say("together.day_needed"));
    const parties: Party[] = meeting ? meeting.with.map((one) => one.party) : ["person", view.person.me];
    const minute = minute_of(time);
    const body = {
      meeting: meeting?.id ?? new_id(),
      day,
      minute,
      where: where.trim() || undefined,
      with: [...new Set(parties)],
    };
    tap("set_meeting", body, { base: meeting ? [meeting.version] : undefined });
    on_done();
  }

  return (
    <form class="stack" onSubmit={keep}>
      <Field
        label={say("together.day")}
        type="date"
        min={today}
        value={day}
        problem={problem}
        on_change={set_day}
      />
      <Field label={say("together.time")} free type="time" value={time} on_change={set_time} />
      <Field label={say("together.where")} free value={where} maxLength={200} on_change={set_where} />
      <div>
        <Button kind="main" type="submit">
          {say("together.keep_meeting")}
        </Button>
      </div>
    </form>
  );
}

/** The value of a time field: "14:30"; "" for none. */
export function time_of(minute: number | null): string {
  if (minute === null) return "";
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

export function minute_of(time: string): number | undefined {
  const [hour, minute] = time.split(":").map(Number);
  return time && hour !== undefined && minute !== undefined ? hour * 60 + minute : undefined;
}
