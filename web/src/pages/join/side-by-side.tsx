// Both records beside each other: what would be copied from the old one, and what the kept one has.

import type { JSX } from "preact";
import { Card } from "../../components/card/card";
import { say } from "../../rules/say";
import { day_in, installation_now } from "../../sync/clock";
import type { JoinLook, JoinSide } from "../../sync/server";
import { use_house } from "../../sync/use-house";
import { said_date } from "../../words/day-words";
import "../../look/columns.css";

export function SideBySide({ look }: { look: JoinLook }): JSX.Element {
  return (
    <div class="columns">
      <Side title={say("join.side_old")} side={look.old} />
      <Side title={say("join.side_kept")} side={look.kept} />
    </div>
  );
}

function Side({ title, side }: { title: string; side: JoinSide }): JSX.Element {
  const { me } = use_house();
  const today = day_in(me.zone, installation_now());
  return (
    <Card
      title={title}
      aside={say("join.began", { name: side.name, day: said_date(side.started_on, today) })}
    >
      {side.lines.length === 0 && <p class="soft">{say("join.nothing")}</p>}
      <ul class="lines">
        {side.lines.map((line, at) => (
          <li key={at}>
            <p class="said">{line.words}</p>
            <p class="small soft">
              {[
                say(`join.kind.${line.kind}`),
                line.whose && say("handover.whose", { name: line.whose }),
                line.by && line.by !== line.whose && say("handover.typed_by", { name: line.by }),
                said_date(line.on, today),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
