// After two questions without an answer, asked once: shall we stop asking? Silence is an answer too.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Asked } from "./asked";
import { title_of } from "./follow-up";

export function ShallWeStop({ asked, titled }: { asked: Asked; titled: boolean }): JSX.Element {
  const { tap } = use_record();
  const [said, set_said] = useState<"stopped" | "kept" | null>(null);
  function stop(): void {
    tap("stop_follow_up", { followup: asked.id });
    set_said("stopped");
  }
  function keep(): void {
    tap("keep_follow_up", { followup: asked.id });
    set_said("kept");
  }
  return (
    <section class="stack" aria-label={title_of(asked)}>
      {titled && <h2>{title_of(asked)}</h2>}
      {said ? (
        <Card tone="teal">
          <p role="status">{say(`follow.stop.${said}`)}</p>
        </Card>
      ) : (
        <div class="follow__answers">
          <Button wide onClick={stop}>
            {say("follow.stop.yes")}
          </Button>
          <Button wide onClick={keep}>
            {say("follow.stop.no")}
          </Button>
        </div>
      )}
    </section>
  );
}
