// The clock in the demo's corner: the day goes on for everybody, so that two weeks later can be seen now.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../components/button/button";
import { say } from "../rules/say";
import { installation_now } from "../sync/clock";
import { must_be_of_server } from "../sync/server";
import { later_server } from "../sync/later-server";
import { day_of, said_date } from "../words/day-words";
import "./demo-clock.css";

const steps_days = [1, 7, 14];

export function DemoClock(): JSX.Element {
  const [problem, set_problem] = useState(false);
  const today = day_of(installation_now());

  function move(days: number): void {
    later_server
      .move_demo_clock(days)
      .then(() => location.reload())
      .catch((said) => {
        must_be_of_server(said);
        set_problem(true);
      });
  }

  return (
    <details class="demo-clock">
      <summary>{say("demo.today", { day: said_date(today, today) })}</summary>
      <div class="row">
        {steps_days.map((days) => (
          <Button key={days} small kind="soft" onClick={() => move(days)}>
            {say("demo.move", { days })}
          </Button>
        ))}
      </div>
      {problem && <p role="status">{say("sign_in.no_signal")}</p>}
    </details>
  );
}
