// Lists that somebody handed over: to pick from, or to put away. Nothing is ticked off, and nobody is told.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Dialog } from "../../components/dialog/dialog";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { CollectionLine, HandedList } from "../../view";
import { said_date } from "../../words/day-words";
import type { LookedUp } from "../lists/lists-server";
import { may } from "../may";
import { ChooseForm } from "./choose-form";
import { PlaceFacts, use_looked_up } from "./place-facts";

export function HandedLists(): JSX.Element | null {
  const { view } = use_record();
  const handed = view.ideas?.handed ?? [];
  if (handed.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="handed">
      <h2 id="handed">{say("handed.title")}</h2>
      <div class="tiles">
        {handed.map((list) => (
          <OneHanded key={list.id} list={list} />
        ))}
      </div>
    </section>
  );
}

function OneHanded({ list }: { list: HandedList }): JSX.Element {
  const { today, tap } = use_record();
  const found = use_looked_up(list.lines.map((line) => line.service));
  const title = say("handed.from", { name: list.from_name, title: list.title });
  return (
    <Card title={title} aside={said_date(list.on, today)} level={3}>
      <ul class="ideas__handed">
        {list.lines.map((line) => (
          <Place key={line.service} line={line} found={found} />
        ))}
      </ul>
      {may("put_away_handed", list) && (
        <div class="asides">
          <Button
            small
            kind="plain"
            onClick={() => tap("put_away_handed", { handing: list.id }, { base: [list.version] })}
          >
            {say("handed.put_away")}
            <span class="heard">: {list.title}</span>
          </Button>
        </div>
      )}
    </Card>
  );
}

function Place({ line, found }: { line: CollectionLine; found: LookedUp | null }): JSX.Element {
  const { view } = use_record();
  const [choosing, set_choosing] = useState(false);
  const changed = found?.changed.includes(line.service) ?? false;
  const chosen = view.ideas?.chosen.some((idea) => idea.service === line.service && idea.state === "chosen");
  return (
    <li class="stack stack--tight">
      <p class="strong">{line.name}</p>
      {line.words && <p class="said">{line.words}</p>}
      <PlaceFacts service={line.service} name={line.name} found={found} />
      {chosen ? (
        <p class="soft">{say("handed.chosen")}</p>
      ) : (
        may("choose_idea", view.ideas) &&
        !changed && (
          <div>
            <Button small onClick={() => set_choosing(true)}>
              {say("ideas.choose")}
              <span class="heard">: {line.name}</span>
            </Button>
          </div>
        )
      )}
      <Dialog sheet open={choosing} title={line.name} on_close={() => set_choosing(false)}>
        <ChooseForm service={line.service} name={line.name} on_done={() => set_choosing(false)} />
      </Dialog>
    </li>
  );
}
