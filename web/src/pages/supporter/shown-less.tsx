// To somebody who could see or tell more before: the same words whatever happened, and the public numbers.
// No day, no reason, nothing of what was there.

import type { JSX } from "preact";
import { Card } from "../../components/card/card";
import { say } from "../../rules/say";
import { help_lines } from "../start/help-lines";

export function ShownLess(): JSX.Element {
  return (
    <Card tone="plum">
      <p class="strong">{say("supporting.less")}</p>
      <ul class="stack stack--tight">
        {help_lines().map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}
