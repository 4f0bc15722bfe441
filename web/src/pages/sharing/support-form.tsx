// What a supporter may see, what they may add to, and until when. May tell alone is a whole answer: then the
// team only listens.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { ChooseMany } from "../../components/choice-list/choose-many";
import { Field } from "../../components/field/field";
import { Notice } from "../../components/notice/notice";
import { say } from "../../rules/say";
import type { Instant, Part } from "../../view";
import { days_after } from "../../words/day-words";
import { parts_here } from "./parts";
import { said_places } from "./said-parts";

export interface SupportAnswers {
  see: Part[];
  tell: Part[];
  until?: Instant;
}

/** Where there is room for somebody else's own words. */
const places_to_add: readonly Part[] = ["together", "about_me"];

interface SupportFormProps {
  name: string;
  start: SupportAnswers;
  button: string;
  today: string;
  on_keep: (answers: SupportAnswers) => void;
}

export function SupportForm({ name, start, button, today, on_keep }: SupportFormProps): JSX.Element {
  const [see, set_see] = useState<Part[]>(start.see);
  const [tell, set_tell] = useState<Part[]>(start.tell);
  const [until, set_until] = useState(start.until?.slice(0, 10) ?? "");
  const [problem, set_problem] = useState<string | null>(null);

  function keep(event: Event): void {
    event.preventDefault();
    if (see.length + tell.length === 0) return set_problem(say("sharing.choose_one"));
    // Through the whole of the last day.
    const end = until ? new Date(`${days_after(until, 1)}T00:00:00`).toISOString() : undefined;
    on_keep({ see, tell, ...(end ? { until: end } : {}) });
  }

  return (
    <form class="stack stack--wide" onSubmit={keep}>
      {problem && (
        <Notice tone="care" spoken first={problem}>
          <p>{problem}</p>
        </Notice>
      )}
      <ChooseMany
        legend={say("sharing.see_what", { name })}
        hint={say("supporters.see_hint", { name })}
        options={parts_here().map((part) => ({
          value: part,
          label: say(`part.name.${part}`),
          hint: say(`part.hint.${part}`),
        }))}
        value={see}
        on_change={set_see}
      />
      <ChooseMany
        legend={say("sharing.add_to", { name })}
        hint={say("sharing.add_hint", { name })}
        value={tell}
        options={parts_here()
          .filter((part) => places_to_add.includes(part))
          .map((part) => ({ value: part, label: said_places([part], true)[0] }))}
        on_change={set_tell}
      />
      <Field
        label={say("sharing.until_when")}
        free
        type="date"
        min={today}
        value={until}
        on_change={set_until}
      />
      <div>
        <Button kind="main" type="submit">
          {button}
        </Button>
      </div>
    </form>
  );
}
