// The two drawings are of one circle: whoever is on one of them is brought to the other by one tap, and
// nobody is typed twice.

import type { JSX } from "preact";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Circle, Occasion, Ring, Tie } from "../../view";
import { may } from "../may";
import { only_elsewhere } from "./members";

export function BringOver({ circle, occasion }: { circle: Circle; occasion: Occasion }): JSX.Element | null {
  const { tap } = use_record();
  const elsewhere = only_elsewhere(circle, occasion).filter((tie) => may("move_tie", tie));
  if (elsewhere.length === 0) return null;
  function bring(tie: Tie): void {
    tap("move_tie", { tie: tie.id, occasion, ring: ring_elsewhere(tie, occasion) }, { base: [tie.version] });
  }
  return (
    <Card title={say(`circle.bring.${occasion}`)}>
      <p class="soft small">{say("circle.bring.hint")}</p>
      <div class="row">
        {elsewhere.map((tie) => (
          <Button key={tie.id} small icon="add" onClick={() => bring(tie)}>
            {tie.name}
          </Button>
        ))}
      </div>
    </Card>
  );
}

function ring_elsewhere(tie: Tie, occasion: Occasion): Ring {
  return (occasion === "everyday" ? tie.rings.hard_times : tie.rings.everyday) ?? 2;
}
