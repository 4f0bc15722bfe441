// A record for somebody without an account or an e-mail address: begun on their spoken yes, with a paper copy
// of what they agreed to and the code that ends it.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button, ButtonLink } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { ChooseMany, Tick } from "../../components/choice-list/choose-many";
import { Field } from "../../components/field/field";
import { Notice } from "../../components/notice/notice";
import { Page } from "../../components/page/page";
import { answered, AskSafeWays, nothing_yet } from "../../components/safe-ways/safe-ways";
import { say } from "../../rules/say";
import { start_record } from "../../sync/start-record";
import { use_house } from "../../sync/use-house";
import type { Id, Part, SafeWays } from "../../view";
import { parts_here } from "../sharing/parts";
import { PaperCopy } from "./paper-copy";
import { new_withdrawal_code } from "./withdrawal-code";

interface Begun {
  record: Id;
  name: string;
  code: string;
  keep: Part[];
}

export function StartForSomebody(): JSX.Element {
  const [begun, set_begun] = useState<Begun | null>(null);
  return begun ? <Given begun={begun} /> : <Asking on_begun={set_begun} />;
}

function Asking({ on_begun }: { on_begun: (begun: Begun) => void }): JSX.Element {
  const [name, set_name] = useState("");
  const [keep, set_keep] = useState<Part[]>(
    parts_here().filter((part) => part === "together" || part === "plan"),
  );
  const [safe, set_safe] = useState<SafeWays>(nothing_yet);
  const [old_enough, set_old_enough] = useState(false);
  const [said_yes, set_said_yes] = useState(false);
  const [name_problem, set_name_problem] = useState<string>();
  /** All that is missing, or why it could not be begun: said together, above the button. */
  const [problems, set_problems] = useState<string[] | null>(null);

  async function begin(event: Event): Promise<void> {
    event.preventDefault();
    const name_missing = name.trim() ? undefined : say("start.name_needed");
    const missing = [
      name_missing,
      old_enough ? undefined : say("start.age_needed"),
      said_yes ? undefined : say("start.yes_needed"),
    ].filter((one) => one !== undefined);
    set_name_problem(name_missing);
    set_problems(missing.length > 0 ? missing : null);
    if (missing.length > 0) return;
    const code = new_withdrawal_code();
    const started = await start_record({
      name: name.trim(),
      mine: false,
      said_aloud: true,
      keep,
      code,
      reach: answered(safe),
    });
    if ("problem" in started) return set_problems([started.problem]);
    on_begun({ record: started.record, name: name.trim(), code, keep });
  }

  return (
    <Page narrow title={say("start.for_title")} lead={say("start.for_lead")}>
      <form class="stack stack--wide" onSubmit={(event) => void begin(event)}>
        <Card>
          <Field
            label={say("start.their_name")}
            hint={say("start.their_name_hint")}
            value={name}
            problem={name_problem}
            on_change={set_name}
          />
        </Card>
        <Card title={say("start.read_out")}>
          <blockquote class="stack stack--tight">
            <p>{say("start.read_1")}</p>
            <p>{say("start.read_2")}</p>
            <p>{say("start.read_3")}</p>
          </blockquote>
        </Card>
        <Card>
          <ChooseMany
            legend={say("start.keep")}
            hint={say("start.keep_hint")}
            value={keep}
            on_change={set_keep}
            options={parts_here().map((part) => ({
              value: part,
              label: say(`part.name.${part}`),
              hint: say(`part.hint.${part}`),
            }))}
          />
          <AskSafeWays value={safe} own={false} on_change={set_safe} />
        </Card>
        <Card>
          <Tick label={say("start.their_age")} value={old_enough} on_change={set_old_enough} />
          <Tick label={say("start.said_yes")} value={said_yes} on_change={set_said_yes} />
        </Card>
        {problems && (
          <Notice tone="care" spoken first={problems}>
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </Notice>
        )}
        <div>
          <Button kind="main" type="submit">
            {say("start.for_button")}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function Given({ begun }: { begun: Begun }): JSX.Element {
  const { me } = use_house();
  return (
    <Page
      narrow
      title={say("start.begun", { name: begun.name })}
      lead={<span class="no-print">{say("start.begun_lead")}</span>}
    >
      <PaperCopy name={begun.name} worker={me.name} keep={begun.keep} code={begun.code} />
      <div class="row no-print">
        <Button kind="main" icon="print" onClick={() => print()}>
          {say("start.print")}
        </Button>
        <ButtonLink href={`/people/${begun.record}/together`}>{say("start.open_record")}</ButtonLink>
      </div>
    </Page>
  );
}
