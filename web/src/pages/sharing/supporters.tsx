// The person's supporters, a sentence each: what they can see, what they cannot, where they may add words.
// Invited here, changed here, ended here.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Dialog } from "../../components/dialog/dialog";
import { focus_on } from "../../components/page/focus-on";
import { page_heading_id } from "../../components/page/page";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Id, OpenInvitation, Supporter } from "../../view";
import { said_date } from "../../words/day-words";
import { has_died, may } from "../may";
import { LinkAndCode } from "./link-and-code";
import { SupportForm, type SupportAnswers } from "./support-form";
import { SupporterCard } from "./supporter-card";

type Sheet =
  | { at: "choose" }
  | { at: "invite"; tie: Id; name: string }
  | { at: "change"; supporter: Supporter }
  | { at: "link"; invitation: Id; name: string };

export function Supporters(): JSX.Element | null {
  const { view, today, tap } = use_record();
  const [sheet, set_sheet] = useState<Sheet | null>(null);
  const supporters = view.supporters;
  if (!supporters || !may("invite_supporter", supporters)) return null;
  const ties = (view.circle?.ties ?? []).filter((tie) => supporters.to_invite.includes(tie.id));

  function invite(tie: Id, name: string, answers: SupportAnswers): void {
    const invitation = new_id();
    tap("invite_supporter", { invitation, tie, ...answers });
    set_sheet({ at: "link", invitation, name });
  }
  function change(supporter: Supporter, answers: SupportAnswers): void {
    tap("set_support", { account: supporter.account, ...answers });
    close();
  }
  function close(): void {
    set_sheet(null);
    focus_on(page_heading_id);
  }

  return (
    <section class="stack" aria-labelledby="supporters-title">
      <h2 id="supporters-title">{say("supporters.title")}</h2>
      <p>{say("supporters.lead")}</p>
      {supporters.rows.map((one) => (
        <SupporterCard
          key={one.account}
          supporter={one}
          on_change={() => set_sheet({ at: "change", supporter: one })}
        />
      ))}
      {supporters.invitations.map((one) => (
        <InvitationCard
          key={one.id}
          invitation={one}
          on_link={() => set_sheet({ at: "link", invitation: one.id, name: one.name })}
        />
      ))}
      {!has_died(view) && (
        <div>
          <Button icon="add" onClick={() => set_sheet({ at: "choose" })}>
            {say("supporters.invite")}
          </Button>
        </div>
      )}
      <Dialog open={sheet !== null} sheet on_close={close} title={title_of(sheet)}>
        {sheet?.at === "choose" && ties.length === 0 && <p>{say("supporters.nobody_to_invite")}</p>}
        {sheet?.at === "choose" && (
          <ul class="stack">
            {ties.map((tie) => (
              <li key={tie.id}>
                <Button wide onClick={() => set_sheet({ at: "invite", tie: tie.id, name: tie.name })}>
                  {tie.name}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {sheet?.at === "invite" && (
          <SupportForm
            name={sheet.name}
            start={{ see: [], tell: [] }}
            button={say("supporters.make")}
            today={today}
            on_keep={(answers) => invite(sheet.tie, sheet.name, answers)}
          />
        )}
        {sheet?.at === "change" && (
          <SupportForm
            name={sheet.supporter.name}
            start={{ ...sheet.supporter, until: sheet.supporter.until ?? "" }}
            button={say("sharing.keep")}
            today={today}
            on_keep={(answers) => change(sheet.supporter, answers)}
          />
        )}
        {sheet?.at === "link" && <LinkAndCode invitation={sheet.invitation} name={sheet.name} />}
      </Dialog>
    </section>
  );
}

function title_of(sheet: Sheet | null): string {
  switch (sheet?.at) {
    case "invite":
      return say("sharing.form_title", { name: sheet.name });
    case "change":
      return say("sharing.form_title", { name: sheet.supporter.name });
    case "link":
      return say("supporters.two_things", { name: sheet.name });
    default:
      return say("supporters.invite");
  }
}

function InvitationCard({
  invitation,
  on_link,
}: {
  invitation: OpenInvitation;
  on_link: () => void;
}): JSX.Element {
  const { today, tap } = use_record();
  const { name } = invitation;
  return (
    <Card title={name} level={3}>
      <p>{say("supporters.not_taken", { name, day: said_date(invitation.ends_at.slice(0, 10), today) })}</p>
      <div class="row">
        <Button small onClick={on_link}>
          {say("supporters.make_link")}
          <span class="heard">: {name}</span>
        </Button>
        {may("withdraw_invitation", invitation) && (
          <Button
            small
            kind="plain"
            onClick={() => {
              tap("withdraw_invitation", { invitation: invitation.id }, { base: [invitation.version] });
              focus_on(page_heading_id);
            }}
          >
            {say("supporters.withdraw")}
            <span class="heard">: {name}</span>
          </Button>
        )}
      </div>
    </Card>
  );
}
