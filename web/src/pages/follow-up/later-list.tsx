// What Kith asks later, in the order in which it comes. Each can be moved to another day, or stopped. A look
// at the circle whose day has come stays here until it is answered (RV5).

import type { JSX } from "preact";
import { Card } from "../../components/card/card";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { said_day } from "../../words/day-words";
import { may } from "../may";
import { AnotherDayOrNever } from "./another-day";
import { later } from "./answers";

export function LaterList(): JSX.Element | null {
  const { view, today, tap, href } = use_record();
  const follow_ups = later(view, today).map((row) => ({
    key: row.id,
    name: row.name,
    due: row.due,
    said: say("follow.later.one", { name: row.name, day: said_day(row.due, today) }),
    look: false,
    on_move: may("move_follow_up", row)
      ? (due: string) => tap("move_follow_up", { followup: row.id, due }, { base: [row.version] })
      : undefined,
    on_stop: may("stop_follow_up", row) ? () => tap("stop_follow_up", { followup: row.id }) : undefined,
  }));
  const reviews = (view.reviews?.rows ?? [])
    .filter((row) => row.state === "waiting")
    .map((row) => ({
      key: row.review,
      name: say("review.name"),
      due: row.due,
      said: say(row.due > today ? "review.later" : "review.waits", { day: said_day(row.due, today) }),
      look: row.due <= today,
      on_move: may("move_review", row)
        ? (due: string) => tap("move_review", { review: row.review, due }, { base: [row.version] })
        : undefined,
      on_stop: may("stop_review", row) ? () => tap("stop_review", { review: row.review }) : undefined,
    }));
  const rows = [...follow_ups, ...reviews].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  if (rows.length === 0) return null;
  return (
    <Card title={say("follow.later")}>
      {view.pause && <p class="soft">{say("quiet.nothing_asked")}</p>}
      <ul class="follow__later">
        {rows.map(({ key, said, look, ...ask }) => (
          <li key={key}>
            <p>
              {said} {look && <a href={href("circle")}>{say("review.look")}</a>}
            </p>
            <AnotherDayOrNever {...ask} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
