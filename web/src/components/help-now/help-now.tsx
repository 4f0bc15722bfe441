// Help now: the numbers of this installation, on every page, outside every lock, with or without a signal.
// Each says when it was last checked.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { say } from "../../rules/say";
import type { HelpNumber } from "../../sync/server";
import { said_date } from "../../words/day-words";
import { Button, ButtonLink } from "../button/button";
import { Dialog } from "../dialog/dialog";
import "./help-now.css";

export function HelpNow({ numbers, today }: { numbers: readonly HelpNumber[]; today: string }): JSX.Element {
  const [open, set_open] = useState(false);
  return (
    <>
      <Button kind="help" small icon="phone" onClick={() => set_open(true)}>
        {say("help.button")}
      </Button>
      <Dialog open={open} sheet title={say("help.title")} on_close={() => set_open(false)}>
        <p>{say("help.lead")}</p>
        {numbers.length === 0 && <p>{say("help.none_kept")}</p>}
        <ul class="help-numbers">
          {numbers.map((line) => (
            <HelpLine key={line.number} line={line} today={today} />
          ))}
        </ul>
        <p class="small soft">{say("help.never_calls")}</p>
      </Dialog>
    </>
  );
}

function HelpLine({ line, today }: { line: HelpNumber; today: string }): JSX.Element {
  return (
    <li class="help-number">
      <div>
        <p class="strong">{line.name}</p>
        <p class="small soft">{line.when}</p>
        <p class="small soft">{say("help.checked", { day: said_date(line.checked_on, today) })}</p>
      </div>
      <ButtonLink
        kind="help"
        icon="phone"
        href={address_of(line.number)}
        aria-label={say("help.call", { name: line.name, number: line.number })}
      >
        {line.number}
      </ButtonLink>
    </li>
  );
}

/** "116123" is dialled; "text SHOUT to 85258" opens a message that is already written. */
export function address_of(number: string): string {
  const text = /^text (\S+) to ([0-9]+)$/i.exec(number);
  if (text) return `sms:${text[2]}?body=${encodeURIComponent(text[1] ?? "")}`;
  return `tel:${number.replace(/[^0-9+]/g, "")}`;
}
