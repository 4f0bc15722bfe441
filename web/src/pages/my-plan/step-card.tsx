// One step: its words, who does it, when and with whom, and how it stands.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { SwitchBar } from "../../components/switch-bar/switch-bar";
import { Worded } from "../../components/worded/worded";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Step } from "../../view";
import { may } from "../may";
import { words_of } from "../words-of";
import { said_of_step, step_states } from "./plan";
import { ChangeStep } from "./step-form";
import { TellingLine } from "./telling";

export function StepCard({ step }: { step: Step }): JSX.Element | null {
  const { view, today, tap } = use_record();
  const [changing, set_changing] = useState(false);
  if (!step.statement) return null;
  const idea = view.ideas?.chosen.find((one) => one.id === step.idea);
  const settable = may("set_step", step);
  const said = said_of_step(step, view.person.me, today, !settable);
  return (
    <Worded
      statement={step.statement}
      part="plan"
      more={idea ? `${said} · ${idea.name}` : said}
      actions={
        may("change_step", step) && (
          <>
            {!changing && (
              <Button small kind="plain" onClick={() => set_changing(true)}>
                {say("plan.step.change")}
              </Button>
            )}
            {settable && (
              <Button
                small
                kind="plain"
                onClick={() =>
                  tap("set_step", { step: step.id, state: "put_away" }, { base: [step.version] })
                }
              >
                {say("plan.put_away")}
              </Button>
            )}
          </>
        )
      }
    >
      {settable && (
        <div>
          <SwitchBar
            label={say("plan.step.state", { words: words_of(step.statement) })}
            value={step.state}
            options={step_states.map((value) => ({ value, label: say(`step_state.${value}`) }))}
            on_change={(state) => tap("set_step", { step: step.id, state }, { base: [step.version] })}
          />
        </div>
      )}
      <TellingLine step={step} />
      {changing && <ChangeStep step={step} on_done={() => set_changing(false)} />}
    </Worded>
  );
}
