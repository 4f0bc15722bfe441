// Asking somebody to decide, and answering: options in somebody's words, and always that of doing nothing.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { ChooseOne } from "../../components/choice-list/choice-list";
import { TextField } from "../../components/field/text-field";
import { focus_on } from "../../components/page/focus-on";
import { readers_of } from "../../components/words-box/readers";
import { confirmed_choices, words_bytes_max } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Confirmed, Decision } from "../../view";

const options_max = 12;

function is_long(words: string): boolean {
  return new TextEncoder().encode(words).length > words_bytes_max;
}

export function AskForm({ on_done }: { on_done: () => void }): JSX.Element {
  const { view, tap } = use_record();
  const [asked, set_asked] = useState("");
  const [options, set_options] = useState(["", ""]);
  const [problem, set_problem] = useState<string>();

  function place(event: Event): void {
    event.preventDefault();
    const offered = options.map((one) => one.trim()).filter((one) => one !== "");
    if (!asked.trim() || offered.length === 0) return set_problem(say("decision.empty"));
    if ([asked, ...offered].some(is_long)) return set_problem(say("words_box.long"));
    tap("place_decision", {
      decision: new_id(),
      asked: { statement: new_id(), words: asked.trim() },
      options: offered.map((words) => ({ statement: new_id(), words })),
    });
    on_done();
  }

  return (
    <form class="words-box" onSubmit={place}>
      <TextField label={say("decision.asked")} value={asked} problem={problem} on_change={set_asked} />
      {options.map((option, n) => (
        <TextField
          key={n}
          free={n > 0}
          rows={2}
          label={say("decision.option", { n: n + 1 })}
          value={option}
          on_change={(words) => set_options(options.map((one, at) => (at === n ? words : one)))}
        />
      ))}
      {options.length < options_max && (
        <div>
          <Button
            small
            icon="add"
            onClick={() => {
              set_options([...options, ""]);
              focus_on("decision-nothing");
            }}
          >
            {say("decision.option.add")}
          </Button>
        </div>
      )}
      <p id="decision-nothing" tabIndex={-1} class="soft">
        {say("decision.nothing_too")}
      </p>
      <p class="small soft">
        {readers_of(view, "plan")} {say("words_box.not_watched")}
      </p>
      <div class="row">
        <Button kind="main" type="submit">
          {say("decision.send")}
        </Button>
        <Button kind="plain" onClick={on_done}>
          {say("words_box.cancel")}
        </Button>
      </div>
    </form>
  );
}

export function AnswerForm({ decision, on_done }: { decision: Decision; on_done: () => void }): JSX.Element {
  const { view, tap } = use_record();
  const { name, me } = view.person;
  const for_person = me !== "person";
  const [chosen, set_chosen] = useState<string | null>(null);
  const [words, set_words] = useState("");
  const [confirmed, set_confirmed] = useState<Confirmed>("said_aloud");
  const [problem, set_problem] = useState<string>();

  function answer(event: Event): void {
    event.preventDefault();
    if (!chosen) return set_problem(say("decision.choose"));
    if (is_long(words)) return set_problem(say("words_box.long"));
    const option = decision.options.find((one) => one.id === chosen);
    tap(
      "answer_decision",
      {
        decision: decision.id,
        choice: option ? "option" : (chosen as "nothing" | "something_else" | "not_today"),
        option: option?.id,
        answer: words.trim() ? { statement: new_id(), words: words.trim() } : undefined,
        confirmed: for_person ? confirmed : undefined,
      },
      { voice: "person" },
    );
    on_done();
  }

  const offered = decision.options.map((one) => ({ value: one.id, label: one.versions[0]!.words }));
  const always = (["nothing", "something_else", "not_today"] as const).map((value) => ({
    value: value as string,
    label: say(`decision.${value}`),
  }));
  return (
    <form class="words-box" onSubmit={answer}>
      <ChooseOne
        legend={for_person ? say("decision.choose_of", { name }) : say("decision.choose_you")}
        hint={say("decision.hint")}
        value={chosen}
        options={[...offered, ...always]}
        on_change={set_chosen}
      />
      <TextField
        free
        label={for_person ? say("agreement.own_of", { name }) : say("agreement.own")}
        value={words}
        on_change={set_words}
      />
      {for_person && (
        <ChooseOne
          across
          legend={say("words_box.confirmed", { name })}
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
