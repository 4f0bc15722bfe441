// One short form for a member of the circle. A name, who or what they are, and a ring are enough; the rest is
// behind "More, if you like", because it is somebody else's life.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Chips } from "../../components/chips/chips";
import { ChooseOne } from "../../components/choice-list/choice-list";
import { Tick } from "../../components/choice-list/choose-many";
import { Field } from "../../components/field/field";
import { SelectField } from "../../components/field/select-field";
import { tell } from "../../components/notice/tell";
import { say } from "../../rules/say";
import type { Frequency, Occasion, Ring, Support, Tie, TieKind } from "../../view";
import { rings } from "./members";

/** Everything a form may answer; what is left empty is undefined. */
export interface MemberAnswers {
  name: string;
  kind: TieKind;
  ring: Ring;
  relation: string | undefined;
  frequency: Frequency | undefined;
  gives: Support[];
  gets: Support[];
  private: boolean;
}

const kinds: readonly TieKind[] = [
  "partner",
  "child",
  "parent",
  "sibling",
  "other_family",
  "friend",
  "neighbour",
  "colleague",
  "peer",
  "other_person",
  "practitioner",
  "group",
  "faith_group",
  "online_group",
  "pet",
  "place",
  "activity",
  "thing",
];
const frequencies: readonly Frequency[] = [
  "daily",
  "most_days",
  "weekly",
  "fortnightly",
  "monthly",
  "few_times_a_year",
  "rarely",
];
const supports: readonly Support[] = ["illness", "everyday", "emotional"];
const name_letters_max = 60;

interface MemberFormProps {
  tie?: Tie;
  occasion: Occasion;
  send_label: string;
  on_send: (answers: MemberAnswers) => void;
}

export function MemberForm({ tie, occasion, send_label, on_send }: MemberFormProps): JSX.Element {
  const [answers, set_answers] = useState<MemberAnswers>(() => answers_of(tie, occasion));
  const [problem, set_problem] = useState<string>();
  const set = (some: Partial<MemberAnswers>): void => set_answers({ ...answers, ...some });
  const full = say("circle.form.name.full", { n: name_letters_max });
  function send(event: Event): void {
    event.preventDefault();
    const name = answers.name.trim();
    if (!name) return set_problem(say("circle.form.name.missing"));
    on_send({ ...answers, name, relation: answers.relation?.trim() || undefined });
  }
  return (
    <form class="stack" onSubmit={send}>
      <Field
        label={say("circle.form.name")}
        hint={answers.name.length < name_letters_max ? say("circle.form.name.hint") : full}
        problem={problem}
        autocomplete="off"
        maxLength={name_letters_max}
        value={answers.name}
        on_change={(name) => {
          set({ name });
          if (name.length >= name_letters_max) tell(full);
        }}
      />
      <SelectField
        label={say("circle.form.kind")}
        value={answers.kind}
        options={kinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
        on_change={(kind) => set({ kind: kind as TieKind })}
      />
      <ChooseOne
        legend={say("circle.form.ring")}
        value={`${answers.ring}`}
        options={rings.map((ring) => ({ value: `${ring}`, label: say(`ring.choose.${ring}`) }))}
        on_change={(ring) => set({ ring: Number(ring) as Ring })}
      />
      <details class="more" open={tie !== undefined}>
        <summary>{say("circle.form.more")}</summary>
        <MoreAnswers answers={answers} set={set} />
      </details>
      <div class="row">
        <Button kind="main" type="submit">
          {send_label}
        </Button>
      </div>
    </form>
  );
}

function MoreAnswers({
  answers,
  set,
}: {
  answers: MemberAnswers;
  set: (some: Partial<MemberAnswers>) => void;
}): JSX.Element {
  const not_said = { value: "", label: say("circle.form.not_said") };
  const support_words = supports.map((value) => ({ value, label: say(`support.${value}`) }));
  return (
    <div class="stack more__inside">
      <SelectField
        label={say("circle.form.frequency")}
        hint={say("circle.form.frequency.hint")}
        value={answers.frequency ?? ""}
        options={[not_said, ...frequencies.map((value) => ({ value, label: say(`frequency.${value}`) }))]}
        on_change={(often) => set({ frequency: (often || undefined) as Frequency | undefined })}
      />
      <Field
        label={say("circle.form.relation")}
        hint={say("circle.form.relation.hint")}
        maxLength={name_letters_max}
        autocomplete="off"
        value={answers.relation ?? ""}
        on_change={(relation) => set({ relation })}
      />
      <Chips
        legend={say("circle.form.gives")}
        options={support_words}
        value={answers.gives}
        on_change={(gives) => set({ gives })}
      />
      <Chips
        legend={say("circle.form.gets")}
        options={support_words}
        value={answers.gets}
        on_change={(gets) => set({ gets })}
      />
      <Tick
        label={say("circle.form.private")}
        hint={say("circle.private.hint")}
        value={answers.private}
        on_change={(keep) => set({ private: keep })}
      />
    </div>
  );
}

function answers_of(tie: Tie | undefined, occasion: Occasion): MemberAnswers {
  return {
    name: tie?.name ?? "",
    kind: tie?.kind ?? "friend",
    ring: tie?.rings[occasion] ?? 1,
    relation: tie?.relation ?? undefined,
    frequency: tie?.frequency ?? undefined,
    gives: tie?.gives ?? [],
    gets: tie?.gets ?? [],
    private: tie?.private ?? false,
  };
}
