// A record that was joined to another: it is read, and nothing new is written in it.

import type { JSX } from "preact";
import { Card } from "../../components/card/card";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Joined, View } from "../../view";
import { said_day } from "../../words/day-words";

/** When and that it was closed; undefined while it is open. */
export function closed_in(view: View): Joined | undefined {
  return view.joining?.find((one) => one.row.startsWith("closed:"));
}

export function ClosedNotice(): JSX.Element | null {
  const { view, today } = use_record();
  const closed = closed_in(view);
  if (!closed) return null;
  return (
    <Card tone="leaf">
      <p class="strong">{say("join.closed", { day: said_day(closed.on, today) })}</p>
      <p class="soft">{say("join.closed_lead")}</p>
    </Card>
  );
}
