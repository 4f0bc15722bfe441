// What somebody needs to get in and be at ease. A need they must have leaves out what is known to fail it.

import type { JSX } from "preact";
import { ChooseMany, Tick } from "../../components/choice-list/choose-many";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { AccessNeed } from "../../view";
import { may } from "../may";

const needs: readonly AccessNeed[] = [
  "step_free",
  "toilet",
  "quiet",
  "companion_welcome",
  "near_bus_stop",
  "parking",
  "online_joining",
  "hearing_loop",
  "sign_language",
  "large_print",
  "easy_read",
  "assistance_dogs",
];

export function AccessNeeds(): JSX.Element | null {
  const { view, tap } = use_record();
  const level_of = new Map((view.preferences?.access ?? []).map((row) => [row.need, row.level]));
  const chosen = needs.filter((need) => level_of.get(need));
  if (!may("set_access_need", view.preferences)) {
    return (
      <ul>
        {chosen.map((need) => (
          <li key={need}>{say(`need.${need}`)}</li>
        ))}
      </ul>
    );
  }
  function change(now: AccessNeed[]): void {
    for (const need of now) if (!chosen.includes(need)) tap("set_access_need", { need, level: "preferred" });
    for (const need of chosen) if (!now.includes(need)) tap("set_access_need", { need });
  }
  return (
    <>
      <ChooseMany
        across
        legend={say("matters.access.which")}
        value={chosen}
        on_change={change}
        options={needs.map((value) => ({ value, label: say(`need.${value}`) }))}
      />
      {chosen.length > 0 && (
        <fieldset class="stack stack--tight">
          <legend class="choices__legend">{say("matters.access.must")}</legend>
          <p class="field__hint">{say("matters.access.must.hint")}</p>
          {chosen.map((need) => (
            <Tick
              key={need}
              label={say(`need.${need}`)}
              value={level_of.get(need) === "essential"}
              on_change={(must) => tap("set_access_need", { need, level: must ? "essential" : "preferred" })}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
