// A later date has come: shall we look at your circle again? Yes, another day, or never.

import type { JSX } from "preact";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { go } from "../../app/address";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { AnotherDayOrNever } from "../follow-up/another-day";
import { may } from "../may";

export function ReviewQuestion(): JSX.Element | null {
  const { view, tap, href } = use_record();
  const row = view.reviews?.rows.find((one) => one.review === view.reviews?.due);
  if (!row) return null;
  const { review, version } = row;
  function look(): void {
    tap("hold_review", { review }, { base: [version] });
    go(href("circle"));
  }
  return (
    <Card tone="teal" class="now__question">
      <p class="strong">{say(`review.ask.${review}`)}</p>
      <p class="soft">{say("follow.lead")}</p>
      {may("hold_review", row) && (
        <div>
          <Button kind="main" onClick={look}>
            {say("review.look")}
          </Button>
        </div>
      )}
      <AnotherDayOrNever
        name={say("review.name")}
        due={row.due}
        on_move={may("move_review", row) ? (due) => tap("move_review", { review, due }) : undefined}
        on_stop={may("stop_review", row) ? () => tap("stop_review", { review }) : undefined}
      />
    </Card>
  );
}
