// A sign-in link of the demo: asks whose device this is, lets somebody in, and says what to try in three
// lines.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { address, go } from "../../app/address";
import { place_of } from "../../app/routes";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { say, type WordKey } from "../../rules/say";
import { session } from "../../sync/session";
import { EnteringForm } from "./entering-form";
import { use_entering } from "./use-entering";
import { Welcome } from "./welcome";

export function LinkPage(): JSX.Element {
  const [place] = useState(() => place_of(address.get()));
  const entering = use_entering(say("link.over"));
  const [entered, set_entered] = useState(false);
  const state = session.get();
  function enter(): void {
    if (place.to === "link") void entering.enter({ link: place.token }).then(set_entered);
  }

  if (entered && state.at === "in")
    return <WhatToTry name={state.house.me.name} lines={state.house.me.demo_card ?? []} />;

  return (
    <Welcome title={say("link.title")} lead={say("link.lead")}>
      <EnteringForm asked_above entering={entering} button={say("link.button")} on_enter={enter} />
    </Welcome>
  );
}

function WhatToTry({ name, lines }: { name: string; lines: string[] }): JSX.Element {
  return (
    <Welcome title={say("link.hello", { name })}>
      <Card title={say("link.try")}>
        <ol class="stack stack--tight what-to-try">
          {lines.map((line) => (
            <li key={line}>{say(line as WordKey)}</li>
          ))}
        </ol>
      </Card>
      <div>
        <Button kind="main" onClick={() => go("/", "replace")}>
          {say("link.begin")}
        </Button>
      </div>
    </Welcome>
  );
}
