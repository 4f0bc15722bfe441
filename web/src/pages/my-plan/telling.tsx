// Somebody without a sign-in carries this step: whether they know, who tells them and by when, and the slip,
// letter or call note that does it in one tap.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Dialog } from "../../components/dialog/dialog";
import { Field } from "../../components/field/field";
import { SelectField } from "../../components/field/select-field";
import { Notice } from "../../components/notice/notice";
import { print_page } from "../../components/print-plan/paper-frame";
import { Refused } from "../../rules/rules";
import { say, say_message } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { HowTold, Party, Step, Telling } from "../../view";
import { said_day } from "../../words/day-words";
import { may } from "../may";
import { who_could_do } from "./plan";

const on_paper: readonly { how: HowTold; style: "slip" | "letter" | "call-note" }[] = [
  { how: "slip", style: "slip" },
  { how: "letter", style: "letter" },
  { how: "call_note", style: "call-note" },
];

export function TellingLine({ step }: { step: Step }): JSX.Element | null {
  const { today } = use_record();
  const [open, set_open] = useState(false);
  const { telling } = step;
  if (!telling || step.state === "done" || step.state === "put_away") return null;
  return (
    <div class="my-plan__telling">
      <p class="small">{said_telling(telling, step.doer_name, today)}</p>
      {may("mark_told", telling) && !telling.told && (
        <div>
          <Button small onClick={() => set_open(true)}>
            {say("telling.tell", { name: step.doer_name })}
          </Button>
        </div>
      )}
      <Dialog
        open={open}
        sheet
        title={say("telling.tell", { name: step.doer_name })}
        on_close={() => set_open(false)}
      >
        <TellingSheet step={step} telling={telling} on_done={() => set_open(false)} />
      </Dialog>
    </div>
  );
}

export function said_telling(telling: Telling, name: string, today: string): string {
  if (telling.told && telling.told_on)
    return say(`telling.told.${telling.told}`, {
      name,
      by: telling.told_by_name ?? "",
      day: said_day(telling.told_on, today),
    });
  if (!telling.teller) return say("telling.nobody_yet", { name });
  const teller = telling.teller_name ?? "";
  if (!telling.by) return say("telling.will", { name, teller });
  return say("telling.will_by", { name, teller, day: said_day(telling.by, today) });
}

function TellingSheet({
  step,
  telling,
  on_done,
}: {
  step: Step;
  telling: Telling;
  on_done: () => void;
}): JSX.Element {
  const { tap, paper } = use_record();
  const [problem, set_problem] = useState<string | null>(null);

  /** One action: the sheet is printed, and the step says that they were told. */
  function tell(how: HowTold, style: "slip" | "letter" | "call-note" | null): void {
    try {
      if (style) print_page(paper(style, step.id));
      tap("mark_told", { step: step.id, how });
      on_done();
    } catch (said) {
      if (!(said instanceof Refused)) throw said;
      set_problem(say_message(said.refusal.message));
    }
  }

  return (
    <div class="stack stack--wide">
      {problem && (
        <Notice tone="care" spoken>
          <p>{problem}</p>
        </Notice>
      )}
      <p>{say("telling.lead", { name: step.doer_name })}</p>
      <div class="row">
        {on_paper.map(({ how, style }) => (
          <Button key={how} icon="print" onClick={() => tell(how, style)}>
            {say(`telling.make.${how}`)}
          </Button>
        ))}
        <Button kind="plain" icon="done" onClick={() => tell("said", null)}>
          {say("telling.make.said")}
        </Button>
      </div>
      {may("plan_telling", telling) && <WhoTells step={step} telling={telling} on_done={on_done} />}
    </div>
  );
}

function WhoTells({
  step,
  telling,
  on_done,
}: {
  step: Step;
  telling: Telling;
  on_done: () => void;
}): JSX.Element {
  const { view, today, tap } = use_record();
  const choices = who_could_do(view).filter(({ value }) => value !== step.doer);
  const [teller, set_teller] = useState<Party>(telling.teller ?? view.person.me);
  const [by, set_by] = useState(telling.by ?? "");
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        tap("plan_telling", { step: step.id, teller, by: by || undefined });
        on_done();
      }}
    >
      <h3>{say("telling.later")}</h3>
      <SelectField
        label={say("telling.who")}
        value={teller}
        options={choices}
        on_change={(chosen) => set_teller(chosen as Party)}
      />
      <Field free label={say("telling.by")} type="date" min={today} value={by} on_change={set_by} />
      <div>
        <Button small type="submit">
          {say("telling.keep")}
        </Button>
      </div>
    </form>
  );
}
