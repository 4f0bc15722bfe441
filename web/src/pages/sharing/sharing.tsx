// Who can see this: everybody who has been let in, in plain sentences, and the person's own say over it.
//
// Also kept together with a practitioner, for a person without an account: then each change is a spoken yes.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Dialog } from "../../components/dialog/dialog";
import { Page } from "../../components/page/page";
import { Rings } from "../../components/rings/rings";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record, type Room } from "../../sync/use-record";
import type { Grant, Id } from "../../view";
import { has_died, may } from "../may";
import { GrantCard } from "./grant-card";
import { GrantForm, type GrantAnswers } from "./grant-form";
import { OpenVisitCard } from "./open-visit-card";
import { LooksCard } from "./looks-card";
import { ReachCard } from "./reach-card";
import { Supporters } from "./supporters";
import { account_of } from "./parts";
import { people_to_let_in, role_in, said_role } from "./said-parts";
import "./sharing.css";

type Sheet = { to: Id; name: string; grant: Grant | null } | "choose" | null;

export function SharingPage(): JSX.Element | null {
  const room = use_record();
  const [sheet, set_sheet] = useState<Sheet>(null);
  const { sharing, person } = room.view;
  if (!sharing) return null;
  const own = person.reader === "person";
  const supporters = room.view.supporters?.rows ?? [];
  const grants = sharing.grants.filter((grant) => role_in(room.view, grant.to) !== "supporter");
  const nobody = grants.length === 0 && supporters.every((one) => one.see.length === 0);
  const others = people_to_let_in(room.view, room.known);

  function keep(to: Id, grant: Grant | null, answers: GrantAnswers): void {
    give(room, to, answers, !own);
    if (grant) room.tap("end_grant", { grant: grant.id }, { base: [grant.version] });
    set_sheet(null);
  }

  return (
    <Page
      title={say("sharing.title")}
      lead={say(own ? "sharing.lead" : "sharing.lead_for", { name: person.name })}
      actions={
        may("give_grant", sharing) &&
        !has_died(room.view) &&
        others.length > 0 && (
          <Button icon="add" onClick={() => set_sheet("choose")}>
            {say("sharing.let_in")}
          </Button>
        )
      }
    >
      <div class="beside">
        <div class="stack">
          {nobody && <NobodyYet />}
          {grants.map((grant) => (
            <GrantCard
              key={grant.id}
              grant={grant}
              on_change={() => set_sheet({ to: account_of(grant.to), name: grant.name, grant })}
            />
          ))}
          <Supporters />
        </div>
        <div class="stack">
          <OpenVisitCard />
          <ReachCard />
          <LooksCard />
          <Always />
        </div>
      </div>
      <Dialog open={sheet !== null} sheet on_close={() => set_sheet(null)} title={title_of(sheet)}>
        {sheet === "choose" && (
          <ul class="stack">
            {others.map((one) => (
              <li key={one.account}>
                <Button wide onClick={() => set_sheet({ to: one.account, name: one.name, grant: null })}>
                  {say("sharing.member", { name: one.name, role: said_role(one.role) })}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {sheet && sheet !== "choose" && (
          <GrantForm
            key={sheet.to}
            name={sheet.name}
            grant={sheet.grant}
            spoken={!own}
            today={room.today}
            on_keep={(answers) => keep(sheet.to, sheet.grant, answers)}
          />
        )}
      </Dialog>
    </Page>
  );
}

function give(room: Room, to: Id, answers: GrantAnswers, spoken: boolean): void {
  room.tap("give_grant", { grant: new_id(), to, ...answers, ...(spoken ? { said_aloud: true } : {}) });
}

function title_of(sheet: Sheet): string {
  if (!sheet || sheet === "choose") return say("sharing.let_in");
  return say("sharing.form_title", { name: sheet.name });
}

function NobodyYet(): JSX.Element {
  return (
    <div class="nobody-yet">
      <Rings size={130} />
      <p class="strong">{say("sharing.nobody")}</p>
      <p class="soft">{say("sharing.nobody_hint")}</p>
    </div>
  );
}

/** What is true for everybody, whatever is shared. */
function Always(): JSX.Element {
  return (
    <Card title={say("sharing.always")} tone="plain">
      <ul class="plain-list">
        <li>{say("sharing.always_not_told")}</li>
        <li>{say("sharing.always_at_once")}</li>
        <li>{say("sharing.always_paper")}</li>
      </ul>
    </Card>
  );
}
