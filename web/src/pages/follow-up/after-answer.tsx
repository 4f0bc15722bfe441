// After an answer: a kind word, and what can change now. Not going leads to changing the step.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { SelectField } from "../../components/field/select-field";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { FollowUpAnswer, Help } from "../../view";
import { said_day } from "../../words/day-words";
import { may } from "../may";
import { who_could_come } from "../my-plan/plan";
import { AddStep } from "../my-plan/step-form";
import type { Asked } from "./asked";
import { id_of, next_after } from "./answers";

export function AfterAnswer({
  asked,
  answer,
  wanted,
}: {
  asked: Asked;
  answer: FollowUpAnswer;
  wanted: readonly Help[];
}): JSX.Element {
  const { view, today, href } = use_record();
  const row = view.followups?.rows.find((one) => one.id === asked.id);
  const next = next_after(answer, wanted);
  return (
    <Card tone="teal">
      <p role="status">{say(`follow.after.${answer}`, { name: asked.name })}</p>
      {row?.state === "waiting" && row.due > today && (
        <p class="soft">{say("follow.again", { day: said_day(row.due, today) })}</p>
      )}
      {next.includes("company") && <WhoComes asked={asked} />}
      {next.includes("step") && may("place_step", view.plan) && <SmallerStep asked={asked} />}
      {next.includes("ideas") && (
        <p>
          <a href={href("ideas")}>{say("follow.something_else")}</a>
        </p>
      )}
    </Card>
  );
}

function WhoComes({ asked }: { asked: Asked }): JSX.Element | null {
  const { view, tap } = use_record();
  const idea = view.ideas?.chosen.find((one) => one.id === id_of(asked.about));
  const company = who_could_come(view);
  if (!idea || company.length === 0 || !may("set_company", idea)) return null;
  return (
    <SelectField
      label={say("follow.company")}
      hint={say("ideas.company.hint")}
      value={idea.companion ?? ""}
      options={[
        { value: "", label: say("plan.company.nobody") },
        ...company.map((tie) => ({ value: tie.id, label: tie.name })),
      ]}
      on_change={(tie) => tap("set_company", { of: `idea:${idea.id}`, tie: tie || undefined })}
    />
  );
}

function SmallerStep({ asked }: { asked: Asked }): JSX.Element {
  const { view, href } = use_record();
  const idea = view.ideas?.chosen.find((one) => one.id === id_of(asked.about));
  const [step, set_step] = useState<"offered" | "writing" | "placed">("offered");
  if (step === "placed")
    return (
      <p>
        <a href={href("plan")}>{say("ideas.in_plan")}</a>
      </p>
    );
  if (step === "offered") {
    return (
      <div>
        <Button onClick={() => set_step("writing")}>{say("follow.smaller_step")}</Button>
      </div>
    );
  }
  return (
    <AddStep
      {...(idea ? { idea: idea.id, companion: idea.companion } : {})}
      on_done={() => set_step("placed")}
    />
  );
}
