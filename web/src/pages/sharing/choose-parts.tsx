// Which parts are opened in a visit. Closed by default: each is chosen, or all with one tap that says so.

import type { JSX } from "preact";
import { Button } from "../../components/button/button";
import { ChooseMany } from "../../components/choice-list/choose-many";
import { say } from "../../rules/say";
import type { Part } from "../../view";
import { parts_here } from "./parts";

export function ChooseParts({
  value,
  on_change,
}: {
  value: readonly Part[];
  on_change: (parts: Part[]) => void;
}): JSX.Element {
  const all = parts_here();
  return (
    <div class="stack stack--tight">
      <ChooseMany
        legend={say("visit.what")}
        value={value}
        on_change={on_change}
        options={all.map((part) => ({ value: part, label: say(`part.name.${part}`) }))}
      />
      {value.length < all.length && (
        <div>
          <Button small kind="plain" onClick={() => on_change(all)}>
            {say("visit.all")}
          </Button>
        </div>
      )}
    </div>
  );
}
