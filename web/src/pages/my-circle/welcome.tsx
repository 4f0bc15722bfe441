// An empty circle is a beginning: rings, a warm word and one button.

import type { JSX } from "preact";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Rings } from "../../components/rings/rings";
import { say } from "../../rules/say";
import type { Occasion } from "../../view";

export function Welcome({
  occasion,
  on_add,
}: {
  occasion: Occasion;
  on_add: (() => void) | undefined;
}): JSX.Element {
  return (
    <Card class="my-circle__welcome">
      <Rings size={220} />
      <h2>{say(`circle.welcome.${occasion}`)}</h2>
      <p class="soft">{say(`circle.welcome.${occasion}.more`)}</p>
      {on_add && (
        <Button kind="main" icon="add" onClick={on_add}>
          {say("circle.welcome.add")}
        </Button>
      )}
    </Card>
  );
}
