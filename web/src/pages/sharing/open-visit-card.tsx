// A visit: a held conversation. While it is open, whoever is named sees what is drawn together; afterwards
// only what is shared below. It ends by a tap, or by itself.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { ChooseMany } from "../../components/choice-list/choose-many";
import { Dialog } from "../../components/dialog/dialog";
import { focus_on } from "../../components/page/focus-on";
import { page_heading_id } from "../../components/page/page";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Id, Part } from "../../view";
import { ChooseParts } from "./choose-parts";
import { said_parts } from "./said-parts";

export function OpenVisitCard(): JSX.Element | null {
  const { view, known, tap } = use_record();
  const [open, set_open] = useState(false);
  const visit = view.visits?.open;
  const own = view.person.reader === "person";
  if (visit) {
    const names = visit.with.map((one) => one.name);
    return (
      <Card tone="teal" title={say("visit.now")}>
        <p>{say("visit.sees_now", { names, parts: said_parts(visit.parts, own) })}</p>
        <p class="small">{say("visit.ends_itself")}</p>
        {visit.can.includes("end_visit") && (
          <div>
            <Button
              onClick={() => {
                tap("end_visit", { visit: visit.id }, { base: [visit.version] });
                focus_on(page_heading_id);
              }}
            >
              {say("visit.end")}
            </Button>
          </div>
        )}
      </Card>
    );
  }
  if (!own || known.length === 0 || !view.visits?.can.includes("open_visit")) return null;
  return (
    <Card title={say("visit.with_me")}>
      <p>{say("visit.with_me_lead")}</p>
      <div>
        <Button icon="people" onClick={() => set_open(true)}>
          {say("visit.open")}
        </Button>
      </div>
      <Dialog open={open} sheet title={say("visit.open")} on_close={() => set_open(false)}>
        <VisitForm
          members={known}
          on_open={(accounts, seen) => {
            tap("open_visit", { visit: new_id(), with: accounts, parts: seen });
            set_open(false);
            focus_on(page_heading_id);
          }}
        />
      </Dialog>
    </Card>
  );
}

function VisitForm({
  members,
  on_open,
}: {
  members: readonly { account: Id; name: string }[];
  on_open: (accounts: Id[], seen: Part[]) => void;
}): JSX.Element {
  const first = members[0];
  const [accounts, set_accounts] = useState<Id[]>(members.length === 1 && first ? [first.account] : []);
  const [seen, set_seen] = useState<Part[]>([]);
  return (
    <form
      class="stack stack--wide"
      onSubmit={(event) => {
        event.preventDefault();
        if (accounts.length > 0 && seen.length > 0) on_open(accounts, seen);
      }}
    >
      <ChooseMany
        legend={say("visit.who")}
        value={accounts}
        on_change={set_accounts}
        options={members.map((one) => ({ value: one.account, label: one.name }))}
      />
      <ChooseParts value={seen} on_change={set_seen} />
      <p class="small soft">{say("visit.ends_itself")}</p>
      <div>
        <Button kind="main" type="submit" disabled={accounts.length === 0 || seen.length === 0}>
          {say("visit.begin")}
        </Button>
      </div>
    </form>
  );
}
