// How far somebody would go, in miles as they think of it; and, if they like, their age.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { ChooseOne } from "../../components/choice-list/choice-list";
import { Field } from "../../components/field/field";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Near } from "../../view";
import { how_far_choices_m, said_miles } from "../../words/distance-words";
import { may } from "../may";

type Known = { label: string | undefined; lat_udeg: number | undefined; lon_udeg: number | undefined };

function place_of({ label, lat_udeg, lon_udeg }: Near): Known {
  return { label: label ?? undefined, lat_udeg: lat_udeg ?? undefined, lon_udeg: lon_udeg ?? undefined };
}

export function HowFar(): JSX.Element | null {
  const { view, tap } = use_record();
  const near = view.preferences?.near;
  if (!near) return null;
  const said = near.how_far_m === null ? null : `${near.how_far_m}`;
  if (!may("set_near", view.preferences))
    return <p>{said ? said_miles(Number(said)) : say("matters.open")}</p>;
  return (
    <ChooseOne
      legend={say("matters.how_far")}
      legend_heard
      across
      value={said}
      options={choices_with(near.how_far_m).map((way_m) => ({ value: `${way_m}`, label: said_miles(way_m) }))}
      on_change={(way_m) =>
        tap("set_near", {
          kind: near.kind,
          ...place_of(near),
          how_far_m: Number(way_m),
          age: near.age ?? undefined,
        })
      }
    />
  );
}

/** The usual choices, and what was said already when it is none of them. */
function choices_with(said_m: number | null): number[] {
  return [...new Set([...how_far_choices_m, ...(said_m ? [said_m] : [])])].sort((a, b) => a - b);
}

const age_max = 130;

export function HowOld(): JSX.Element | null {
  const { view, tap } = use_record();
  const near = view.preferences?.near;
  const [text, set_text] = useState(near?.age == null ? "" : `${near.age}`);
  const [problem, set_problem] = useState<string>();
  const [kept, set_kept] = useState(false);
  if (!near) return null;
  if (!may("set_near", view.preferences)) return <p>{near.age ?? say("matters.open")}</p>;
  function keep(event: Event): void {
    event.preventDefault();
    const age = text.trim() === "" ? undefined : Number(text);
    if (age !== undefined && !(Number.isInteger(age) && age >= 0 && age <= age_max)) {
      return set_problem(say("matters.age.problem"));
    }
    tap("set_near", { kind: near!.kind, ...place_of(near!), how_far_m: near!.how_far_m ?? undefined, age });
    set_problem(undefined);
    set_kept(true);
  }
  return (
    <form class="stack" onSubmit={keep}>
      <Field
        free
        label={say("matters.age.label")}
        hint={say("matters.age.hint")}
        problem={problem}
        inputMode="numeric"
        maxLength={3}
        value={text}
        on_change={(now) => {
          set_text(now);
          set_kept(false);
        }}
      />
      <div class="row">
        <Button type="submit">{say("matters.age.keep")}</Button>
        <span role="status" class="soft">
          {kept && say("matters.age.kept")}
        </span>
      </div>
    </form>
  );
}
