// A visit from the practitioner's side: opened on the person's spoken yes, for this practitioner only.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Tick } from "../../components/choice-list/choose-many";
import { Dialog } from "../../components/dialog/dialog";
import { focus_on } from "../../components/page/focus-on";
import { page_heading_id } from "../../components/page/page";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Part } from "../../view";
import { has_died, may } from "../may";
import { ChooseParts } from "../sharing/choose-parts";
import { account_of } from "../sharing/parts";

export function VisitCard(): JSX.Element | null {
  const { view, tap } = use_record();
  const [asking, set_asking] = useState(false);
  const name = view.person.name;
  if (view.visits?.open || !may("open_visit", view.visits) || has_died(view)) return null;
  return (
    <Card tone="teal" title={say("visit.start_title")}>
      <p>{say("visit.start_lead", { name })}</p>
      <div>
        <Button kind="main" onClick={() => set_asking(true)}>
          {say("visit.start")}
        </Button>
      </div>
      <Dialog open={asking} sheet title={say("visit.start")} on_close={() => set_asking(false)}>
        <SpokenYes
          name={name}
          on_yes={(chosen) => {
            const visit = {
              visit: new_id(),
              with: [account_of(view.person.me)],
              parts: chosen,
              said_aloud: true,
            };
            tap("open_visit", visit);
            set_asking(false);
            focus_on(page_heading_id);
          }}
        />
      </Dialog>
    </Card>
  );
}

function SpokenYes({ name, on_yes }: { name: string; on_yes: (parts: Part[]) => void }): JSX.Element {
  const [chosen, set_chosen] = useState<Part[]>([]);
  const [said_yes, set_said_yes] = useState(false);
  return (
    <form
      class="stack stack--wide"
      onSubmit={(event) => {
        event.preventDefault();
        if (said_yes && chosen.length > 0) on_yes(chosen);
      }}
    >
      <p>{say("visit.read_out")}</p>
      <ChooseParts value={chosen} on_change={set_chosen} />
      <Tick label={say("visit.said_yes", { name })} value={said_yes} on_change={set_said_yes} />
      <div>
        <Button kind="main" type="submit" disabled={!said_yes || chosen.length === 0}>
          {say("visit.begin")}
        </Button>
      </div>
    </form>
  );
}
