// Placing a step, and changing who does it, when, and who goes along. The words come first.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Field } from "../../components/field/field";
import { SelectField } from "../../components/field/select-field";
import { WordsBox, type Written } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Day, Id, Party, Step } from "../../view";
import { may } from "../may";
import { who_could_come, who_could_do } from "./plan";

interface Who {
  doer: Party;
  due: Day | "";
  companion: Id | "";
}

export function AddStep({
  goal,
  idea,
  companion,
  start,
  on_done,
}: {
  goal?: Id;
  idea?: Id;
  companion?: Id | null;
  start?: string;
  on_done: () => void;
}): JSX.Element {
  const { tap } = use_record();
  const [who, set_who] = useState<Who>({ doer: "person", due: "", companion: companion ?? "" });
  function place({ words, voice, confirmed }: Written): void {
    const step = new_id();
    tap(
      "place_step",
      { step, goal, statement: new_id(), words, confirmed, doer: who.doer, due: who.due || undefined, idea },
      { voice },
    );
    if (who.companion) tap("set_company", { of: `step:${step}`, tie: who.companion });
    on_done();
  }
  return (
    <WordsBox
      label={say("plan.step.words")}
      hint={say("plan.step.hint")}
      part="plan"
      start={start ?? ""}
      send_label={say("plan.step.send")}
      on_send={place}
      on_cancel={on_done}
    >
      <WhoAndWhen who={who} on_change={set_who} from_idea={idea !== undefined} />
    </WordsBox>
  );
}

export function ChangeStep({ step, on_done }: { step: Step; on_done: () => void }): JSX.Element {
  const { tap } = use_record();
  const [who, set_who] = useState<Who>({
    doer: step.doer,
    due: step.due ?? "",
    companion: step.companion ?? "",
  });
  function keep(event: Event): void {
    event.preventDefault();
    const due = who.due || undefined;
    if (who.doer !== step.doer || who.due !== (step.due ?? "")) {
      tap("change_step", { step: step.id, doer: who.doer, due }, { base: [step.version] });
    }
    if (who.companion !== (step.companion ?? "")) {
      tap("set_company", { of: `step:${step.id}`, tie: who.companion || undefined });
    }
    on_done();
  }
  return (
    <form class="stack my-plan__change" onSubmit={keep}>
      <WhoAndWhen who={who} on_change={set_who} />
      <div class="row">
        <Button small kind="main" type="submit">
          {say("plan.step.keep")}
        </Button>
        <Button small kind="plain" onClick={on_done}>
          {say("words_box.cancel")}
        </Button>
      </div>
    </form>
  );
}

interface WhoProps {
  who: Who;
  on_change: (who: Who) => void;
  /** What they said of going along counts for what began as an idea. */
  from_idea?: boolean;
}

function WhoAndWhen({ who, on_change, from_idea }: WhoProps): JSX.Element {
  const { view, today } = use_record();
  const with_somebody = Boolean(from_idea) && view.preferences?.suits.going === "with_somebody";
  const doers = who_could_do(view);
  const known = doers.some((one) => one.value === who.doer);
  const company = who_could_come(view);
  const nobody = { value: "", label: say("plan.company.nobody") };
  return (
    <div class="my-plan__who">
      {known && doers.length > 1 && (
        <SelectField
          label={say("plan.step.doer")}
          value={who.doer}
          options={doers}
          on_change={(doer) => on_change({ ...who, doer: doer as Party })}
        />
      )}
      <Field
        free
        label={say("plan.step.due")}
        type="date"
        min={today}
        value={who.due}
        on_change={(due) => on_change({ ...who, due })}
      />
      {company.length > 0 && may("place_step", view.plan) && (
        <SelectField
          free={!with_somebody}
          label={say("plan.step.company")}
          hint={with_somebody && say("ideas.company.wished")}
          value={who.companion}
          options={[nobody, ...company.map((tie) => ({ value: tie.id, label: tie.name }))]}
          on_change={(companion) => on_change({ ...who, companion })}
        />
      )}
    </div>
  );
}
