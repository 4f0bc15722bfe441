// How much of the plan is in the person's own words: a sentence for them alone, which they can hide.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { focus_on } from "../../components/page/focus-on";
import { say } from "../../rules/say";
import type { Plan, View } from "../../view";
import { whose_plan } from "./plan";

// Of this browser, like its light: it says nothing about anybody.
const kept_under = "whose-words";
const id = "whose-words";

export function WhoseWords({ view, plan }: { view: View; plan: Plan }): JSX.Element | null {
  const [hidden, set_hidden] = useState(() => localStorage.getItem(kept_under) === "hidden");
  if (view.person.reader !== "person") return null;
  const { yours, others } = whose_plan(plan);
  function hide(now: boolean): void {
    if (now) localStorage.setItem(kept_under, "hidden");
    else localStorage.removeItem(kept_under);
    set_hidden(now);
    focus_on(id);
  }
  return (
    <p class="page__lead row" id={id} tabIndex={-1}>
      {!hidden && (
        <span>{yours === "all" ? say("plan.whose.all") : say(`plan.whose.${yours}`, { names: others })}</span>
      )}
      <Button small kind="plain" onClick={() => hide(!hidden)}>
        {hidden ? say("plan.whose.show") : say("plan.whose.hide")}
      </Button>
    </p>
  );
}
