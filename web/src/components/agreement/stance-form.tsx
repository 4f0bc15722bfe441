// Saying what one makes of a line: in one's own name, or in a visit for the person who says it aloud.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Confirmed, Party, StanceKind, Statement, Version, View } from "../../view";
import { Button } from "../button/button";
import { ChooseOne } from "../choice-list/choice-list";
import { TextField } from "../field/text-field";
import { use_half_written } from "../words-box/half-written";
import { readers_of } from "../words-box/readers";
import { confirmed_choices, words_bytes_max } from "../words-box/words-box";
import { part_of } from "./part-of";

export const stances: readonly StanceKind[] = ["agree", "partly", "differently", "not_today"];

export function takes_words(stance: StanceKind | null): boolean {
  return stance === "partly" || stance === "differently";
}

/** In whose name this reader can answer about somebody's words: never in that somebody's own. */
export function voices_about(owner: Party, view: View, sits_beside: boolean): Party[] {
  const { me, reader } = view.person;
  const for_person = reader !== "person" && sits_beside && owner !== "person";
  return [...(for_person ? ["person" as Party] : []), ...(owner === me ? [] : [me])];
}

export function WhoseAnswer(props: {
  voices: readonly Party[];
  value: Party;
  on_change: (voice: Party) => void;
}): JSX.Element | null {
  const { view } = use_record();
  if (props.voices.length < 2) return null;
  const options = props.voices.map((value) => ({
    value,
    label:
      value === view.person.me ? say("agreement.yours") : say("agreement.whose", { name: view.person.name }),
  }));
  return (
    <ChooseOne
      across
      legend={say("agreement.whose_answer")}
      value={props.value}
      options={options}
      on_change={props.on_change}
    />
  );
}

export function StanceForm({
  statement,
  on_done,
  on_offer,
}: {
  statement: Statement;
  on_done: () => void;
  /** Null where other words cannot be offered. */
  on_offer: (() => void) | null;
}): JSX.Element {
  const { view, tap } = use_record();
  const part = part_of(statement);
  const sits_beside = view.visits?.open?.parts.includes(part) ?? false;
  const voices = voices_about(statement.versions[0]!.voice, view, sits_beside);
  const [voice, set_voice] = useState<Party>(voices[0] ?? view.person.me);
  const [line, set_line] = useState<Version>(statement.versions[0]!.version);
  const before = statement.stances.find((one) => one.party === voice && one.line === line);
  const [stance, set_stance] = useState<StanceKind | null>(before?.stance ?? null);
  const [confirmed, set_confirmed] = useState<Confirmed>("said_aloud");
  const own_form = voice === view.person.me ? `stance ${statement.id}` : undefined;
  const [words, set_words] = use_half_written(own_form);
  const [problem, set_problem] = useState<string>();
  const for_another = voice !== view.person.me;
  const asks_words = takes_words(stance) && !before?.own.length;

  function save(event: Event): void {
    event.preventDefault();
    if (!stance) return set_problem(say("agreement.choose"));
    const said = asks_words ? words.trim() : "";
    if (new TextEncoder().encode(said).length > words_bytes_max) return set_problem(say("words_box.long"));
    tap(
      "take_stance",
      {
        statement: statement.id,
        version: line,
        stance,
        own: said ? { statement: new_id(), words: said } : undefined,
        confirmed: for_another ? confirmed : undefined,
      },
      { voice },
    );
    set_words("");
    on_done();
  }

  function take_back(): void {
    tap("withdraw_stance", { statement: statement.id, version: line }, { voice });
    on_done();
  }

  return (
    <form class="words-box" onSubmit={save}>
      <WhoseAnswer voices={voices} value={voice} on_change={set_voice} />
      {statement.apart && (
        <ChooseOne
          legend={say("agreement.which")}
          value={line}
          options={statement.versions.map((one) => ({ value: one.version, label: one.words }))}
          on_change={set_line}
        />
      )}
      <ChooseOne
        across
        legend={for_another ? say("agreement.ask_of", { name: view.person.name }) : say("agreement.ask")}
        hint={say("agreement.hint")}
        value={stance}
        options={stances.map((value) => ({ value, label: say(`agreement.${value}`) }))}
        on_change={set_stance}
      />
      {asks_words && (
        <TextField
          free
          label={for_another ? say("agreement.own_of", { name: view.person.name }) : say("agreement.own")}
          value={words}
          on_change={set_words}
        />
      )}
      {for_another && (
        <ChooseOne
          across
          legend={say("words_box.confirmed", { name: view.person.name })}
          value={confirmed}
          options={confirmed_choices()}
          on_change={set_confirmed}
        />
      )}
      {problem && (
        <p class="field__problem" role="alert">
          {problem}
        </p>
      )}
      <p class="small soft">
        {readers_of(view, part)} {say("words_box.not_watched")}
      </p>
      <div class="row">
        <Button kind="main" type="submit">
          {say("agreement.save")}
        </Button>
        {before && (
          <Button kind="plain" onClick={take_back}>
            {say("agreement.take_back")}
          </Button>
        )}
        {on_offer && (
          <Button kind="plain" onClick={on_offer}>
            {say("agreement.offer")}
          </Button>
        )}
        <Button kind="plain" onClick={on_done}>
          {say("words_box.cancel")}
        </Button>
      </div>
    </form>
  );
}
