// Asked later, or not at all: the two ways out that stand beside everything Kith asks.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Dialog } from "../../components/dialog/dialog";
import { Field } from "../../components/field/field";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Day } from "../../view";

interface AskProps {
  /** What is asked about, read aloud behind each button. */
  name: string;
  due: Day;
  on_move: ((day: Day) => void) | undefined;
  on_stop: (() => void) | undefined;
}

export function AnotherDayOrNever({ name, due, on_move, on_stop }: AskProps): JSX.Element {
  const [moving, set_moving] = useState(false);
  return (
    <div class="row">
      {on_move && (
        <Button small icon="calendar" onClick={() => set_moving(true)}>
          {say("ask.another_day")}
          <span class="heard">: {name}</span>
        </Button>
      )}
      {on_stop && (
        <Button small kind="plain" onClick={on_stop}>
          {say("ask.stop")}
          <span class="heard">: {name}</span>
        </Button>
      )}
      <Dialog open={moving} sheet title={name} on_close={() => set_moving(false)}>
        {on_move && (
          <DayForm
            due={due}
            on_day={(day) => {
              on_move(day);
              set_moving(false);
            }}
          />
        )}
      </Dialog>
    </div>
  );
}

function DayForm({ due, on_day }: { due: Day; on_day: (day: Day) => void }): JSX.Element {
  const { today } = use_record();
  const [day, set_day] = useState(due < today ? "" : due);
  const [problem, set_problem] = useState<string>();
  function keep(event: Event): void {
    event.preventDefault();
    if (!day || day < today) return set_problem(say("refusal.RV2"));
    on_day(day);
  }
  return (
    <form class="stack" onSubmit={keep}>
      <Field
        label={say("ask.day")}
        type="date"
        min={today}
        value={day}
        problem={problem}
        on_change={set_day}
      />
      <div>
        <Button kind="main" type="submit">
          {say("ask.keep_day")}
        </Button>
      </div>
    </form>
  );
}
