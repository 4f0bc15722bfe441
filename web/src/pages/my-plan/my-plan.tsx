// My plan: what the person wants, in their words, and the steps towards it. Each line says whose words it is.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Page } from "../../components/page/page";
import { PrintPlan } from "../../components/print-plan/print-plan";
import { WordsBox, type Written } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Plan, View } from "../../view";
import { MeetingCard } from "../together/meeting-card";
import { may } from "../may";
import { NothingShared } from "../nothing-shared";
import { DecisionsCard } from "./decisions-card";
import { GoalSection } from "./goal-section";
import { in_order } from "./plan";
import { PromisesCard } from "./promises-card";
import { AddStep } from "./step-form";
import { TogetherStances } from "./together-stances";
import { StepCard } from "./step-card";
import { WhoseWords } from "./whose-words";
import "../pages.css";
import "./my-plan.css";

export function MyPlan(): JSX.Element | null {
  const { view, href } = use_record();
  const { plan } = view;
  if (!plan) return null;
  const supporter = view.person.reader === "supporter"; // neither of the two is part of a plan
  const empty = plan.goals.length + plan.steps.length === 0;
  const shut = empty && plan.can.length === 0 && plan.promises.length + plan.decisions.length === 0;
  if (shut)
    return (
      <Page title={title_of(view)}>
        <NothingShared />
      </Page>
    );
  return (
    <Page title={title_of(view)} lead={empty ? say("plan.lead.empty") : undefined}>
      {!empty && <WhoseWords view={view} plan={plan} />}
      <div class="beside">
        <div class="stack stack--wide">
          {plan.goals.map((goal) => (
            <GoalSection key={goal.id} goal={goal} />
          ))}
          {plan.steps.length > 0 && (
            <section class="stack" aria-labelledby="steps-alone">
              <h2 id="steps-alone" class="my-plan__label">
                {say("plan.steps_alone")}
              </h2>
              {in_order(plan.steps).map((step) => (
                <StepCard key={step.id} step={step} />
              ))}
            </section>
          )}
          <AddToPlan plan={plan} empty={empty} />
          <TogetherStances plan={plan} />
          <DecisionsCard plan={plan} />
        </div>
        <div class="stack">
          <PromisesCard plan={plan} />
          {!supporter && <MeetingCard />}
          {!empty && <PrintPlan />}
          {view.followups && !supporter && (
            <p class="small no-print">
              <a href={href("follow-up")}>{say("ask.when")}</a>
            </p>
          )}
        </div>
      </div>
    </Page>
  );
}

function title_of({ person }: View): string {
  return person.reader === "person" ? say("plan.title") : say("page.plan_of", { name: person.name });
}

function AddToPlan({ plan, empty }: { plan: Plan; empty: boolean }): JSX.Element | null {
  const { tap, view } = use_record();
  const { name, reader } = view.person;
  const own = reader === "person";
  const [adding, set_adding] = useState<"goal" | "step" | null>(empty ? "goal" : null);
  function add_goal({ words, voice, confirmed }: Written): void {
    tap("place_goal", { goal: new_id(), statement: new_id(), words, confirmed }, { voice });
    set_adding(null);
  }
  const goals = may("place_goal", plan);
  const steps = may("place_step", plan);
  if (!goals && !steps) return null;
  if (adding === "goal" && goals) {
    return (
      <Card>
        <WordsBox
          label={own ? say("plan.goal.words") : say("plan.goal.label_of", { name })}
          hint={say("plan.goal.hint")}
          part="plan"
          form="goal"
          send_label={say("plan.goal.send")}
          on_send={add_goal}
          {...(empty ? {} : { on_cancel: () => set_adding(null) })}
        />
      </Card>
    );
  }
  if (adding === "step")
    return (
      <Card>
        <AddStep on_done={() => set_adding(null)} />
      </Card>
    );
  return (
    <div class="row">
      {goals && (
        <Button kind="main" icon="add" onClick={() => set_adding("goal")}>
          {own ? say("plan.goal.add") : say("plan.goal.add_of", { name })}
        </Button>
      )}
      {steps && (
        <Button icon="add" onClick={() => set_adding("step")}>
          {say("plan.step.add_alone")}
        </Button>
      )}
    </div>
  );
}
