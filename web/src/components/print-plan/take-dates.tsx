// The days to look back and the times together, for somebody's own calendar or on paper. Both obey the safe
// ways: where they are not safe, nothing is made and the reason is said.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Refused } from "../../rules/rules";
import { say, say_message } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { Button } from "../button/button";
import { Notice } from "../notice/notice";
import { print_page } from "./paper-frame";

const file_kept_ms = 60_000;

export function TakeDates(): JSX.Element {
  const { view, calendar, paper, href } = use_record();
  const [problem, set_problem] = useState<string | null>(null);

  function made(make: () => void): void {
    try {
      set_problem(null);
      make();
    } catch (said) {
      if (!(said instanceof Refused)) throw said;
      set_problem(say_message(said.refusal.message));
    }
  }

  return (
    <div class="stack stack--tight">
      <div class="row">
        <Button small icon="calendar" onClick={() => made(() => hand_over(calendar()))}>
          {say("dates.calendar")}
        </Button>
        <Button small icon="print" onClick={() => made(() => print_page(paper("follow-up")))}>
          {say("dates.paper")}
        </Button>
      </div>
      {problem && (
        <Notice tone="care" spoken>
          <p>
            {problem}{" "}
            {view.reach?.can.includes("set_reach") && <a href={href("sharing")}>{say("dates.change")}</a>}
          </p>
        </Notice>
      )}
    </div>
  );
}

/** Gives the file to the browser's own saving. Its name says nothing. */
function hand_over(file: string): void {
  const address = URL.createObjectURL(new Blob([file], { type: "text/calendar" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "my-dates.ics";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), file_kept_ms);
}
