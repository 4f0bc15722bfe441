// In a visit: one answer for the lines that were talked about. It is kept for each line, as if each had been
// answered alone.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { stances, voices_about, WhoseAnswer } from "../../components/agreement/stance-form";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { ChooseMany } from "../../components/choice-list/choose-many";
import { ChooseOne } from "../../components/choice-list/choice-list";
import { focus_on } from "../../components/page/focus-on";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Id, Party, Plan, StanceKind, Statement } from "../../view";
import { may } from "../may";

const opener_id = "together-stances";

export function TogetherStances({ plan }: { plan: Plan }): JSX.Element | null {
  const { view } = use_record();
  const [open, set_open] = useState(false);
  const sits_beside = view.visits?.open?.parts.includes("plan") ?? false;
  const lines = lines_of(plan);
  if (!sits_beside || lines.length < 2) return null;
  const close = (): void => {
    set_open(false);
    focus_on(opener_id);
  };
  return open ? (
    <Card title={say("agreement.together")}>
      <ForSeveral lines={lines} on_done={close} />
    </Card>
  ) : (
    <div>
      <Button id={opener_id} onClick={() => set_open(true)}>
        {say("agreement.together.open")}
      </Button>
    </div>
  );
}

function ForSeveral({ lines, on_done }: { lines: Statement[]; on_done: () => void }): JSX.Element {
  const { view, tap } = use_record();
  const { me, reader, name } = view.person;
  const voices: Party[] = reader === "person" ? [me] : ["person", me];
  const [voice, set_voice] = useState<Party>(voices[0]!);
  const [chosen, set_chosen] = useState<Id[]>([]);
  const [stance, set_stance] = useState<StanceKind | null>(null);
  const [problem, set_problem] = useState<string>();
  const for_another = voice !== me;
  const theirs = lines.filter((line) => voices_about(line.versions[0]!.voice, view, true).includes(voice));

  function save(event: Event): void {
    event.preventDefault();
    const talked_about = theirs.filter((line) => chosen.includes(line.id));
    if (!stance || talked_about.length === 0) return set_problem(say("agreement.together.choose"));
    for (const line of talked_about) {
      const confirmed = for_another ? ("said_aloud" as const) : undefined;
      const version = line.versions[0]!.version;
      tap("take_stance", { statement: line.id, version, stance, confirmed }, { voice });
    }
    on_done();
  }

  return (
    <form class="stack" onSubmit={save}>
      <WhoseAnswer voices={voices} value={voice} on_change={set_voice} />
      <ChooseMany
        legend={say("agreement.together.lines")}
        value={chosen}
        options={theirs.map((line) => ({ value: line.id, label: line.versions[0]!.words }))}
        on_change={set_chosen}
      />
      <ChooseOne
        across
        legend={for_another ? say("agreement.ask_of", { name }) : say("agreement.ask")}
        hint={say("agreement.hint")}
        value={stance}
        options={stances.map((value) => ({ value, label: say(`agreement.${value}`) }))}
        on_change={set_stance}
      />
      {problem && (
        <p class="field__problem" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <Button kind="main" type="submit">
          {say("agreement.save")}
        </Button>
        <Button kind="plain" onClick={on_done}>
          {say("words_box.cancel")}
        </Button>
      </div>
    </form>
  );
}

/** Every line of the plan that somebody here could answer about, in the order of the page. */
function lines_of(plan: Plan): Statement[] {
  const goals = plan.goals.flatMap((goal) => [goal.statement, ...goal.steps.map((step) => step.statement)]);
  const steps = plan.steps.map((step) => step.statement);
  const promises = plan.promises.map((promise) => promise.statement);
  return [...goals, ...steps, ...promises].filter(
    (line): line is Statement =>
      line !== null && line !== undefined && !line.apart && may("take_stance", line),
  );
}
