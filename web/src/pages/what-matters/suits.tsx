// What would suit somebody: what they can pay, when, among how many, alone or with somebody. Not saying is
// the answer to begin with, and only what they call a must leaves anything out.

import type { JSX } from "preact";
import { Chips } from "../../components/chips/chips";
import { Tick } from "../../components/choice-list/choose-many";
import { SelectField } from "../../components/field/select-field";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Aspect, Suits } from "../../view";
import { may } from "../may";
import { days_of_week } from "../../words/day-words";
import { aspects_said, groups, goings, parts_of_day, pays } from "./what-suits";

export function WhatSuits(): JSX.Element | null {
  const { view, tap } = use_record();
  const said = view.preferences?.suits;
  if (!said) return null;
  if (!may("set_suits", view.preferences)) return <Told said={said} />;
  function change(change: Partial<Suits>): void {
    const now = { ...said!, ...change };
    const still_said = aspects_said(now);
    tap("set_suits", {
      pay: now.pay ?? undefined,
      days: now.days,
      parts: now.parts,
      group: now.group ?? undefined,
      going: now.going ?? undefined,
      must: now.must.filter((aspect) => still_said.includes(aspect)),
    });
  }
  return (
    <div class="stack">
      <div class="matters__pair">
        <OneOf name="pay" all={pays} value={said.pay} on_change={(pay) => change({ pay })} />
        <OneOf name="group" all={groups} value={said.group} on_change={(group) => change({ group })} />
        <OneOf name="going" all={goings} value={said.going} on_change={(going) => change({ going })} />
      </div>
      <Chips
        legend={say("suits.days")}
        value={said.days}
        on_change={(days) => change({ days })}
        options={days_of_week.map((value) => ({ value, label: say(`day.weekday.${value}`) }))}
      />
      <Chips
        legend={say("suits.parts")}
        value={said.parts}
        on_change={(parts) => change({ parts })}
        options={parts_of_day.map((value) => ({ value, label: say(`suits.part.${value}`) }))}
      />
      <Musts said={said} on_change={(must) => change({ must })} />
    </div>
  );
}

interface OneOfProps<Value extends string> {
  name: "pay" | "group" | "going";
  all: readonly Value[];
  value: Value | null;
  on_change: (value: Value | null) => void;
}

function OneOf<Value extends string>({ name, all, value, on_change }: OneOfProps<Value>): JSX.Element {
  return (
    <SelectField
      label={say(`suits.${name}`)}
      value={value ?? ""}
      on_change={(now) => on_change(all.find((one) => one === now) ?? null)}
      options={[
        { value: "", label: say("suits.any") },
        ...all.map((one) => ({ value: one, label: say(`suits.${name}.${one}` as "suits.pay.nothing") })),
      ]}
    />
  );
}

function Musts({
  said,
  on_change,
}: {
  said: Suits;
  on_change: (must: Aspect[]) => void;
}): JSX.Element | null {
  const aspects = aspects_said(said);
  if (aspects.length === 0) return null;
  return (
    <fieldset class="stack stack--tight">
      <legend class="choices__legend">{say("suits.must")}</legend>
      <p class="field__hint">{say("suits.must.hint")}</p>
      {aspects.map((aspect) => (
        <Tick
          key={aspect}
          label={say(`suits.must.${aspect}`)}
          value={said.must.includes(aspect)}
          on_change={(must) =>
            on_change(must ? [...said.must, aspect] : said.must.filter((one) => one !== aspect))
          }
        />
      ))}
    </fieldset>
  );
}

/** For somebody who only reads it. */
function Told({ said }: { said: Suits }): JSX.Element {
  const lines = [
    said.pay && say(`suits.pay.${said.pay}`),
    said.days.map((day) => say(`day.weekday.${day}`)).join(", "),
    said.parts.map((part) => say(`suits.part.${part}`)).join(", "),
    said.group && say(`suits.group.${said.group}`),
    said.going && say(`suits.going.${said.going}`),
  ].filter(Boolean);
  if (lines.length === 0) return <p>{say("matters.open")}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
