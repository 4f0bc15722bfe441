// One person who has been let in: what they can see, what they cannot, until when, and the way to change it.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Icon, type IconName } from "../../components/icon/icon";
import { Notice } from "../../components/notice/notice";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { said_date } from "../../words/day-words";
import type { Grant } from "../../view";
import { has_died, may } from "../may";
import { parts_here } from "./parts";
import { role_in, said_parts, said_places, said_role } from "./said-parts";

export function GrantCard({ grant, on_change }: { grant: Grant; on_change: () => void }): JSX.Element {
  const { view, today, tap } = use_record();
  const [asking, set_asking] = useState(false);
  const own = view.person.reader === "person";
  const name = grant.name;
  const role = role_in(view, grant.to);
  const hidden = parts_here().filter((part) => !grant.see.includes(part));
  return (
    <Card title={name} aside={role && said_role(role)}>
      <div class="stack stack--tight">
        {grant.see.length > 0 && (
          <GrantLine icon="sharing">
            {say("sharing.can_see", { name, parts: said_parts(grant.see, own) })}
          </GrantLine>
        )}
        {hidden.length > 0 && (
          <GrantLine icon="hidden">
            {say("sharing.cannot_see", { name, parts: said_parts(hidden, own) })}
          </GrantLine>
        )}
        {grant.tell.length > 0 && (
          <GrantLine icon="write">
            {say("sharing.can_add", { name, parts: said_places(grant.tell, own) })}
          </GrantLine>
        )}
        <p class="small soft">
          {grant.until
            ? say("sharing.until", { day: said_date(grant.until.slice(0, 10), today) })
            : say("sharing.no_end")}
          {grant.said_aloud && ` ${say("sharing.spoken")}`}
        </p>
      </div>
      {asking ? (
        <Notice tone="ask" title={say("sharing.end_ask", { name })} spoken>
          <p>{say("sharing.end_means", { name })}</p>
          <div class="row">
            <Button
              kind="main"
              onClick={() => tap("end_grant", { grant: grant.id }, { base: [grant.version] })}
            >
              {say("sharing.end_yes")}
            </Button>
            <Button kind="plain" onClick={() => set_asking(false)}>
              {say("sharing.end_no")}
            </Button>
          </div>
        </Notice>
      ) : (
        grant.can.includes("end_grant") && (
          <div class="row">
            {may("give_grant", view.sharing) && !has_died(view) && (
              <Button small onClick={on_change} aria-label={say("sharing.change_heard", { name })}>
                {say("sharing.change")}
              </Button>
            )}
            <Button
              small
              kind="plain"
              onClick={() => set_asking(true)}
              aria-label={say("sharing.end_heard", { name })}
            >
              {say("sharing.end")}
            </Button>
          </div>
        )
      )}
    </Card>
  );
}

export function GrantLine({ icon, children }: { icon: IconName; children: string }): JSX.Element {
  return (
    <p class={`grant-line grant-line--${icon}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}
