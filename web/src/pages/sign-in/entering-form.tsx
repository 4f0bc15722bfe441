// The form that lets somebody in, whatever they come with: what went wrong, their fields, whose device it is.

import type { ComponentChildren, JSX } from "preact";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Notice } from "../../components/notice/notice";
import { say } from "../../rules/say";
import { DeviceQuestion } from "./device-question";
import type { use_entering } from "./use-entering";

export function EnteringForm({
  entering,
  on_enter,
  button = say("sign_in.button"),
  asked_above = false,
  children,
}: {
  entering: ReturnType<typeof use_entering>;
  on_enter: () => void;
  button?: string;
  /** The question of the device stands as the page's heading already. */
  asked_above?: boolean;
  children?: ComponentChildren;
}): JSX.Element {
  function submit(event: Event): void {
    event.preventDefault();
    on_enter();
  }
  return (
    <Card>
      <form class="stack" onSubmit={submit} aria-busy={entering.busy}>
        {entering.problem && (
          <Notice tone="care" spoken first={entering.problem}>
            <p>{entering.problem}</p>
          </Notice>
        )}
        {children}
        <DeviceQuestion
          asked_above={asked_above}
          answer={entering.answer}
          problems={entering.problems}
          on_change={entering.change}
        />
        <Button kind="main" wide type="submit" disabled={entering.busy}>
          {button}
        </Button>
      </form>
    </Card>
  );
}
