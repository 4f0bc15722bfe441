// What is shown while Kith is quiet: since when, that nothing is late, and the one tap that undoes it.

import type { JSX } from "preact";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { focus_on } from "../../components/page/focus-on";
import { page_heading_id } from "../../components/page/page";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Pause } from "../../view";
import { said_day } from "../../words/day-words";
import { may } from "../may";

export function QuietNotice(): JSX.Element | null {
  const { view, today, tap } = use_record();
  const pause = view.pause;
  if (!pause) return null;
  function resume({ version }: Pause): void {
    tap("resume_record", {}, { base: [version] });
    focus_on(page_heading_id);
  }
  return (
    <Card tone="leaf">
      <p class="strong">{say("quiet.is", { day: said_day(pause.since, today) })}</p>
      <p>{say(`quiet.why.${pause.why}`)}</p>
      <p class="soft">
        {say(pause.why === "died" ? "quiet.closed" : "quiet.nothing_late", { name: pause.keeper_name ?? "" })}
      </p>
      {may("resume_record", pause) && (
        <div>
          <Button onClick={() => resume(pause)}>{say("quiet.resume")}</Button>
        </div>
      )}
    </Card>
  );
}
