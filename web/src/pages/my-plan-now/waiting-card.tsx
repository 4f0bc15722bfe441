// What is kept here and not yet sent, said by the part of the record it belongs to.

import type { JSX } from "preact";
import { Card } from "../../components/card/card";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { parts_waiting } from "./waiting";

export function WaitingCard(): JSX.Element | null {
  const { view } = use_record();
  const parts = parts_waiting(view.waiting ?? []);
  if (parts.length === 0) return null;
  return (
    <Card title={say("now.waiting")}>
      <ul class="now__waiting">
        {parts.map((part) => (
          <li key={part}>{say(`now.waiting.${part}`)}</li>
        ))}
      </ul>
      <p class="small soft">{say("now.waiting.hint")}</p>
    </Card>
  );
}
