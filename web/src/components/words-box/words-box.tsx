// Where somebody writes: their own words, or for somebody else. Who will see it stands beside the box, and
// that nobody is watching now. Another person's words are marked as said aloud, read back or not yet.

import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { Confirmed, Part, Party, View } from "../../view";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { Button } from "../button/button";
import { ChooseOne } from "../choice-list/choice-list";
import { TextField } from "../field/text-field";
import { use_half_written } from "./half-written";
import { readers_of } from "./readers";
import "./words-box.css";

/** What was written. `voice` and `confirmed` are there only when somebody wrote for somebody else. */
export interface Written {
  words: string;
  voice?: Party;
  confirmed?: Confirmed;
}

interface WordsBoxProps {
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** The part it will stand in: it decides who can see it. */
  part: Part;
  send_label: string;
  on_send: (written: Written) => void;
  on_cancel?: () => void;
  start?: string;
  /**
   * Names the form, the only one of its name in a record: what is half written is kept under it. Never for
   * somebody else, whose words would come back without whose they are.
   */
  form?: string;
  /** Always the typist's own words: a practitioner's promise. */
  own_words?: boolean;
  /** Nobody else will see it, whatever is shared. */
  only_me?: boolean;
  /** Always this voice: another version of what somebody already said. */
  voice?: Party;
  /** Between the words and the button: a day, who does it. */
  children?: ComponentChildren;
}

export const words_bytes_max = 4000;

export function WordsBox(props: WordsBoxProps): JSX.Element {
  const { view } = use_record();
  const sits_beside = view.visits?.open?.parts.includes(props.part) ?? false;
  const for_somebody = view.person.reader === "practitioner" && sits_beside && !props.own_words;
  const [words, set_words] = use_half_written(for_somebody ? undefined : props.form, props.start);
  const [voice, set_voice] = useState<Party>(props.voice ?? (for_somebody ? "person" : view.person.me));
  const [confirmed, set_confirmed] = useState<Confirmed>("said_aloud");
  const [problem, set_problem] = useState<string>();

  function send(event: Event): void {
    event.preventDefault();
    const trimmed = words.trim();
    if (!trimmed) return set_problem(say("words_box.empty"));
    if (new TextEncoder().encode(trimmed).length > words_bytes_max) return set_problem(say("words_box.long"));
    const for_another = voice !== view.person.me;
    props.on_send(for_another ? { words: trimmed, voice, confirmed } : { words: trimmed });
    set_words("");
    set_problem(undefined);
  }

  return (
    <form class="words-box" onSubmit={send}>
      {for_somebody && !props.voice && <WhoseWords view={view} value={voice} on_change={set_voice} />}
      <TextField
        label={props.label}
        hint={props.hint}
        value={words}
        problem={problem}
        on_change={set_words}
      />
      {voice !== view.person.me && (
        <ChooseOne
          across
          legend={say("words_box.confirmed", { name: view.person.name })}
          value={confirmed}
          options={confirmed_choices()}
          on_change={set_confirmed}
        />
      )}
      {props.children}
      <p class="small soft">
        {props.only_me ? say("words_box.seen_by_you") : readers_of(view, props.part)}{" "}
        {say("words_box.not_watched")}
      </p>
      <div class="row">
        <Button kind="main" type="submit">
          {props.send_label}
        </Button>
        {props.on_cancel && (
          <Button kind="plain" onClick={props.on_cancel}>
            {say("words_box.cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}

function WhoseWords({
  view,
  value,
  on_change,
}: {
  view: View;
  value: Party;
  on_change: (voice: Party) => void;
}): JSX.Element {
  const options = [
    { value: "person" as Party, label: say("words.whose", { name: view.person.name }) },
    { value: view.person.me, label: say("words.yours") },
  ];
  return (
    <ChooseOne across legend={say("words_box.whose")} value={value} options={options} on_change={on_change} />
  );
}

export function confirmed_choices(): { value: Confirmed; label: string }[] {
  return [
    { value: "said_aloud", label: say("words_box.said_aloud") },
    { value: "read_back", label: say("words_box.read_back") },
    { value: "not_yet", label: say("words_box.not_yet") },
  ];
}
