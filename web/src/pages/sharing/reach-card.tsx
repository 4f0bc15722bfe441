// How somebody may be reached: said in one sentence each, and changed here.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Dialog } from "../../components/dialog/dialog";
import { answered, AskSafeWays, safe_of } from "../../components/safe-ways/safe-ways";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Reach, SafeWays } from "../../view";
import { has_died, may } from "../may";

export function ReachCard(): JSX.Element | null {
  const { view, tap } = use_record();
  const [asking, set_asking] = useState(false);
  const { reach, person } = view;
  if (!reach) return null;
  const own = person.reader === "person";
  return (
    <Card title={own ? say("reach.title_card") : say("reach.title_card_for", { name: person.name })}>
      {said_reach(reach).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {may("set_reach", reach) && !has_died(view) && (
        <div>
          <Button small onClick={() => set_asking(true)}>
            {say(reach.asked ? "reach.change" : "reach.ask")}
          </Button>
        </div>
      )}
      <Dialog open={asking} sheet title={say("reach.ask")} on_close={() => set_asking(false)}>
        <ReachForm
          start={safe_of(reach)}
          own={own}
          on_keep={(safe) => {
            tap("set_reach", answered(safe));
            set_asking(false);
          }}
        />
      </Dialog>
    </Card>
  );
}

function ReachForm({
  start,
  own,
  on_keep,
}: {
  start: SafeWays;
  own: boolean;
  on_keep: (safe: SafeWays) => void;
}): JSX.Element {
  const [safe, set_safe] = useState(start);
  return (
    <form
      class="stack stack--wide"
      onSubmit={(event) => {
        event.preventDefault();
        on_keep(safe);
      }}
    >
      <AskSafeWays value={safe} own={own} on_change={set_safe} />
      <div>
        <Button kind="main" type="submit">
          {say("reach.keep")}
        </Button>
      </div>
    </form>
  );
}

/** What was answered, a sentence each. */
export function said_reach(reach: Reach): string[] {
  if (!reach.asked) return [say("reach.not_asked")];
  if (reach.ways.length === 0) return [say("reach.no_way")];
  const lines = [say("reach.safe", { ways: reach.ways.map((way) => say(`reach.way.${way}`)) })];
  if (!reach.ways.includes("phone")) return lines;
  if (reach.times.length > 0)
    lines.push(say("reach.safe_times", { times: reach.times.map((time) => say(`reach.time.${time}`)) }));
  lines.push(say(reach.leave_message ? "reach.may_leave" : "reach.never_leave"));
  if (reach.say) lines.push(say("reach.to_say", { words: reach.say }));
  return lines;
}
