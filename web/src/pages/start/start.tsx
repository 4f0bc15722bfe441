// The beginning of a person's own record. One thing is asked: what they want to be called.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { go } from "../../app/address";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Tick } from "../../components/choice-list/choose-many";
import { Field } from "../../components/field/field";
import { answered, AskSafeWays, nothing_yet } from "../../components/safe-ways/safe-ways";
import { Notice } from "../../components/notice/notice";
import { Welcome } from "../sign-in/welcome";
import { say } from "../../rules/say";
import { session } from "../../sync/session";
import { use_house } from "../../sync/use-house";
import { start_record } from "../../sync/start-record";
import type { SafeWays } from "../../view";

export function StartPage(): JSX.Element {
  const { me } = use_house();
  const [name, set_name] = useState(me.name);
  const [safe, set_safe] = useState<SafeWays | null>(null);
  const [old_enough, set_old_enough] = useState(false);
  const [problem, set_problem] = useState<string | null>(null);

  async function start(event: Event): Promise<void> {
    event.preventDefault();
    set_problem(old_enough ? null : say("start.age_needed"));
    if (!old_enough) return;
    const started = await start_record({
      name: name.trim() || me.name,
      mine: true,
      reach: safe ? answered(safe) : undefined,
    });
    if ("problem" in started) return set_problem(started.problem);
    await session.renew();
    go("/circle", "replace");
  }

  return (
    <Welcome title={say("start.title")} lead={say("start.lead")}>
      <Card>
        <form class="stack" onSubmit={(event) => void start(event)}>
          <Field label={say("start.name")} hint={say("start.name_hint")} value={name} on_change={set_name} />
          <Tick label={say("start.age")} value={old_enough} on_change={set_old_enough} />
          <details onToggle={() => set_safe((now) => now ?? nothing_yet)}>
            <summary>{say("reach.ask")}</summary>
            <div class="stack">
              <p class="small soft">{say("reach.later")}</p>
              <AskSafeWays own value={safe ?? nothing_yet} on_change={set_safe} />
            </div>
          </details>
          {problem && (
            <Notice tone="care" spoken>
              <p>{problem}</p>
            </Notice>
          )}
          <Button kind="main" wide type="submit">
            {say("start.button")}
          </Button>
        </form>
      </Card>
      <p class="soft">{say("start.only_you")}</p>
    </Welcome>
  );
}
