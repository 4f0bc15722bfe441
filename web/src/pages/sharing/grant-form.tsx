// What somebody may see and add, and until when. The same form lets somebody in and changes it later.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { ChooseMany, Tick } from "../../components/choice-list/choose-many";
import { Field } from "../../components/field/field";
import { Notice } from "../../components/notice/notice";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { days_after } from "../../words/day-words";
import type { Grant, Instant, Part } from "../../view";
import { parts_here } from "./parts";
import { said_places } from "./said-parts";

export interface GrantAnswers {
  see: Part[];
  tell: Part[];
  until?: Instant;
}

interface GrantFormProps {
  name: string;
  grant: Grant | null;
  /** Somebody types it for the person, on their spoken yes. */
  spoken: boolean;
  today: string;
  on_keep: (answers: GrantAnswers) => void;
}

export function GrantForm({ name, grant, spoken, today, on_keep }: GrantFormProps): JSX.Element {
  const own = use_record().view.person.reader === "person";
  const [see, set_see] = useState<Part[]>(grant?.see ?? ["together"]);
  const [tell, set_tell] = useState<Part[]>(grant?.tell ?? ["together"]);
  const [until, set_until] = useState(grant?.until?.slice(0, 10) ?? "");
  const [said_yes, set_said_yes] = useState(false);
  const [problem, set_problem] = useState<string | null>(null);
  const options = parts_here().map((part) => ({
    value: part,
    label: say(`part.name.${part}`),
    hint: say(`part.hint.${part}`),
  }));
  // Who sees anything also sees whose record it is and when they meet.
  const seen = see.length > 0 && !see.includes("together") ? (["together", ...see] as Part[]) : see;

  function keep(event: Event): void {
    event.preventDefault();
    if (seen.length + tell.length === 0) return set_problem(say("sharing.choose_one"));
    if (spoken && !said_yes) return set_problem(say("sharing.spoken_needed"));
    // Through the whole of the last day.
    const end = until ? new Date(`${days_after(until, 1)}T00:00:00`).toISOString() : undefined;
    on_keep({ see: seen, tell, ...(end ? { until: end } : {}) });
  }

  return (
    <form class="stack stack--wide" onSubmit={keep}>
      {problem && (
        <Notice tone="care" spoken>
          <p>{problem}</p>
        </Notice>
      )}
      <ChooseMany
        legend={say("sharing.see_what", { name })}
        options={options}
        value={seen}
        on_change={set_see}
      />
      <ChooseMany
        legend={say("sharing.add_to", { name })}
        hint={say("sharing.add_hint", { name })}
        value={tell}
        options={parts_here().map((part) => ({ value: part, label: said_places([part], own)[0] }))}
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
      {spoken && <Tick label={say("sharing.spoken_yes")} value={said_yes} on_change={set_said_yes} />}
      <div>
        <Button kind="main" type="submit">
          {say("sharing.keep")}
        </Button>
      </div>
    </form>
  );
}
