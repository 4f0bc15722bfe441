// Choosing an idea: when to ask how it went, and who would come along. Both have an answer already.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Field } from "../../components/field/field";
import { SelectField } from "../../components/field/select-field";
import { tell } from "../../components/notice/tell";
import { focus_on } from "../../components/page/focus-on";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Id } from "../../view";
import { days_after } from "../../words/day-words";
import { who_could_come } from "../my-plan/plan";
import { follow_up_days, is_day_on } from "./offered";

/** What was chosen stands at the top of the page, with a first step to put in the plan. */
export function chosen_id(idea: Id): string {
  return `chosen-${idea}`;
}

interface ChooseFormProps {
  service: Id;
  name: string;
  on_done: () => void;
}

export function ChooseForm({ service, name, on_done }: ChooseFormProps): JSX.Element {
  const { view, today, tap } = use_record();
  const [due, set_due] = useState(days_after(today, follow_up_days));
  const [companion, set_companion] = useState("");
  const [problem, set_problem] = useState<string>();
  const company = who_could_come(view);
  const with_somebody = view.preferences?.suits.going === "with_somebody";
  function choose(event: Event): void {
    event.preventDefault();
    if (!is_day_on(due, today)) return set_problem(say("ideas.due.problem"));
    const idea = new_id();
    tap("choose_idea", { idea, service, name, followup: new_id(), due });
    if (companion) tap("set_company", { of: `idea:${idea}`, tie: companion });
    on_done();
    focus_on(chosen_id(idea));
    tell(say("ideas.chosen_now", { name }));
  }
  return (
    <form class="stack" onSubmit={choose}>
      <Field
        label={say("ideas.due")}
        hint={say("ideas.due.hint")}
        type="date"
        min={today}
        value={due}
        problem={problem}
        on_change={set_due}
      />
      {company.length > 0 && (
        <SelectField
          free={!with_somebody}
          label={say("ideas.company")}
          value={companion}
          on_change={set_companion}
          hint={say(with_somebody ? "ideas.company.wished" : "ideas.company.hint")}
          options={[
            { value: "", label: say("plan.company.nobody") },
            ...company.map((tie) => ({ value: tie.id, label: tie.name })),
          ]}
        />
      )}
      <div class="row">
        <Button kind="main" type="submit">
          {say("ideas.choose")}
        </Button>
      </div>
    </form>
  );
}
