// One goal and the steps towards it.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Worded } from "../../components/worded/worded";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Goal } from "../../view";
import { may } from "../may";
import { words_of } from "../words-of";
import { in_order } from "./plan";
import { StepCard } from "./step-card";
import { AddStep } from "./step-form";

export function GoalSection({ goal }: { goal: Goal }): JSX.Element {
  const { view, tap } = use_record();
  const { reader, name } = view.person;
  const [adding, set_adding] = useState(false);
  return (
    <section class="stack" aria-label={words_of(goal.statement)}>
      <div class="stack stack--tight">
        <h2 class="my-plan__label">
          {reader === "person" ? say("plan.goal.label") : say("plan.goal.label_of", { name })}
        </h2>
        {goal.statement && (
          <Worded
            statement={goal.statement}
            part="plan"
            actions={
              may("put_goal_away", goal) && (
                <Button
                  small
                  kind="plain"
                  onClick={() => tap("put_goal_away", { goal: goal.id }, { base: [goal.version] })}
                >
                  {say("plan.put_away")}
                </Button>
              )
            }
          />
        )}
      </div>
      <div class="my-plan__steps stack">
        {in_order(goal.steps).map((step) => (
          <StepCard key={step.id} step={step} />
        ))}
        {may("place_step", goal) &&
          (adding ? (
            <Card>
              <AddStep goal={goal.id} on_done={() => set_adding(false)} />
            </Card>
          ) : (
            <div>
              <Button small icon="add" onClick={() => set_adding(true)}>
                {say("plan.step.add")}
                <span class="heard">: {words_of(goal.statement)}</span>
              </Button>
            </div>
          ))}
      </div>
    </section>
  );
}
