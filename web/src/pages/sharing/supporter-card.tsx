// One supporter, in plain sentences, by the name the person drew them under.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Notice } from "../../components/notice/notice";
import { focus_on } from "../../components/page/focus-on";
import { page_heading_id } from "../../components/page/page";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Supporter } from "../../view";
import { said_date } from "../../words/day-words";
import { has_died, may } from "../may";
import { GrantLine } from "./grant-card";
import { parts_here } from "./parts";
import { said_parts, said_places } from "./said-parts";

export function SupporterCard({
  supporter,
  on_change,
}: {
  supporter: Supporter;
  on_change: () => void;
}): JSX.Element {
  const { view, today, tap } = use_record();
  const [asking, set_asking] = useState(false);
  const { name, see, tell } = supporter;
  const hidden = parts_here().filter((part) => !see.includes(part));
  const nothing = see.length + tell.length === 0;
  return (
    <Card title={name} level={3} aside={say("role.supporter")}>
      <div class="stack stack--tight">
        {see.length > 0 && (
          <GrantLine icon="sharing">
            {say("sharing.can_see", { name, parts: said_parts(see, true) })}
          </GrantLine>
        )}
        {see.length === 0 && <GrantLine icon="hidden">{say("supporters.sees_nothing", { name })}</GrantLine>}
        {see.length > 0 && hidden.length > 0 && (
          <GrantLine icon="hidden">
            {say("sharing.cannot_see", { name, parts: said_parts(hidden, true) })}
          </GrantLine>
        )}
        {tell.length > 0 && (
          <GrantLine icon="write">
            {say("sharing.can_add", { name, parts: said_places(tell, true) })}
          </GrantLine>
        )}
        {supporter.called !== name && (
          <p class="small soft">{say("supporters.called", { name, called: supporter.called })}</p>
        )}
        {!nothing && (
          <p class="small soft">
            {supporter.until
              ? say("sharing.until", { day: said_date(supporter.until.slice(0, 10), today) })
              : say("sharing.no_end")}
          </p>
        )}
      </div>
      {asking ? (
        <Notice tone="ask" title={say("sharing.end_ask", { name })} spoken>
          <p>{say("sharing.end_means", { name })}</p>
          <p>{say("supporters.end_told", { name })}</p>
          <div class="row">
            <Button
              kind="main"
              onClick={() => {
                tap("end_support", { account: supporter.account });
                set_asking(false);
                focus_on(page_heading_id);
              }}
            >
              {say("sharing.end_yes")}
            </Button>
            <Button kind="plain" onClick={() => set_asking(false)}>
              {say("sharing.end_no")}
            </Button>
          </div>
        </Notice>
      ) : (
        <div class="row">
          {may("set_support", supporter) && !has_died(view) && (
            <Button small onClick={on_change} aria-label={say("sharing.change_heard", { name })}>
              {say("sharing.change")}
            </Button>
          )}
          {may("end_support", supporter) && (
            <Button
              small
              kind="plain"
              onClick={() => set_asking(true)}
              aria-label={say("sharing.end_heard", { name })}
            >
              {say("sharing.end")}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}
