// Promises to the person: what somebody said they would do, as visible as anything the person does.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Field } from "../../components/field/field";
import { SelectField } from "../../components/field/select-field";
import { StatementCard } from "../../components/statement-card/statement-card";
import { Worded } from "../../components/worded/worded";
import { WordsBox, type Written } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Day, Party, Plan, PromiseState, RowKey, ServicePromise } from "../../view";
import { may } from "../may";
import { who_could_promise } from "./plan";
import { said_of_promise } from "./plan-words";

export function PromisesCard({ plan }: { plan: Plan }): JSX.Element | null {
  const { view } = use_record();
  const [adding, set_adding] = useState(false);
  const addable = may("place_promise", plan) && who_could_promise(view).length > 0;
  if (plan.promises.length === 0 && !addable) return null;
  const title =
    view.person.reader === "person"
      ? say("plan.promises")
      : say("plan.promises_to", { name: view.person.name });
  return (
    <Card title={title}>
      {plan.promises.map((promise) => (
        <OnePromise key={promise.id} promise={promise} />
      ))}
      {plan.promises.length === 0 && !adding && <p class="soft small">{say("plan.promises.none")}</p>}
      {adding ? (
        <AddPromise on_done={() => set_adding(false)} />
      ) : (
        addable && (
          <div>
            <Button small icon="add" onClick={() => set_adding(true)}>
              {say("plan.promise.add")}
            </Button>
          </div>
        )
      )}
    </Card>
  );
}

const states: readonly PromiseState[] = ["open", "kept", "changed", "not_kept"];

function OnePromise({ promise }: { promise: ServicePromise }): JSX.Element | null {
  const { today, tap } = use_record();
  const [asking, set_asking] = useState<"state" | "reason" | null>(null);
  if (!promise.statement) return null;
  return (
    <Worded
      statement={promise.statement}
      part="plan"
      more={said_of_promise(promise, today)}
      actions={
        may("set_promise", promise) &&
        !asking && (
          <Button small kind="plain" onClick={() => set_asking("state")}>
            {say("plan.promise.state")}
          </Button>
        )
      }
    >
      {promise.reasons.map((reason) => (
        <StatementCard only_read key={reason.id} statement={reason} />
      ))}
      {asking === "reason" && (
        <WordsBox
          label={say("plan.promise.reason")}
          hint={say("plan.promise.reason.hint")}
          part="plan"
          send_label={say("matters.keep_words")}
          on_cancel={() => set_asking(null)}
          on_send={({ words, voice, confirmed }) => {
            const about: RowKey = `promise:${promise.id}`;
            tap(
              "word_statement",
              { statement: new_id(), place: "reason", about, words, confirmed },
              { voice },
            );
            set_asking(null);
          }}
        />
      )}
      {asking === "state" && (
        <SelectField
          label={say("plan.promise.how")}
          value={promise.state}
          options={states.map((value) => ({ value, label: say(`promise_state.${value}`) }))}
          on_change={(state) => {
            tap(
              "set_promise",
              { promise: promise.id, state: state as PromiseState },
              { base: [promise.version] },
            );
            set_asking(state !== "open" && may("word_statement", promise) ? "reason" : null);
          }}
        />
      )}
    </Worded>
  );
}

function AddPromise({ on_done }: { on_done: () => void }): JSX.Element {
  const { view, today, tap } = use_record();
  const choices = who_could_promise(view);
  const [by, set_by] = useState<Party>(choices[0]!.value);
  const [due, set_due] = useState<Day | "">("");
  function place({ words, voice, confirmed }: Written): void {
    tap(
      "place_promise",
      { promise: new_id(), statement: new_id(), words, confirmed, by, due: due || undefined },
      { voice },
    );
    on_done();
  }
  return (
    <WordsBox
      label={say("plan.promise.words")}
      part="plan"
      send_label={say("plan.promise.send")}
      on_send={place}
      on_cancel={on_done}
    >
      <SelectField
        label={say("plan.promise.by")}
        value={by}
        options={choices}
        on_change={(value) => set_by(value as Party)}
      />
      <Field free label={say("plan.promise.due")} type="date" min={today} value={due} on_change={set_due} />
    </WordsBox>
  );
}
