// Lists that somebody handed over: to pick from, or to put away. Nothing is ticked off, and nobody is told.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Dialog } from "../../components/dialog/dialog";
import { say } from "../../rules/say";
import { must_be_of_server } from "../../sync/server";
import { use_record } from "../../sync/use-record";
import type { CollectionLine, HandedList } from "../../view";
import { said_date } from "../../words/day-words";
import { lists_server, type LookedUp } from "../lists/lists-server";
import { may } from "../may";
import { ChooseForm } from "./choose-form";

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
  const found = use_looked_up(list);
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
  const now = found?.services.find((service) => service.id === line.service);
  const changed = found?.changed.includes(line.service) ?? false;
  const chosen = view.ideas?.chosen.some((idea) => idea.service === line.service && idea.state === "chosen");
  const facts = [
    now?.first_visit && say("handed.first_visit", { text: now.first_visit }),
    now?.opening && say("handed.when", { text: now.opening }),
    now && [now.address, now.postcode].filter(Boolean).join(", "),
    now?.phone,
  ].filter(Boolean);
  return (
    <li class="stack stack--tight">
      <p class="strong">{line.name}</p>
      {line.words && <p class="said">{line.words}</p>}
      {changed && <p class="soft">{say("handed.changed")}</p>}
      {facts.length > 0 && (
        <details class="more">
          <summary>
            {say("ideas.more_about")}
            <span class="heard">: {line.name}</span>
          </summary>
          <div class="stack stack--tight more__inside">
            {facts.map((fact) => (
              <p key={fact}>{fact}</p>
            ))}
          </div>
        </details>
      )}
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

/** The entries as they are now; null while there is no signal to ask. */
function use_looked_up(list: HandedList): LookedUp | null {
  const [found, set_found] = useState<LookedUp | null>(null);
  useEffect(() => {
    let still_wanted = true;
    lists_server
      .look(list.lines.map((line) => line.service))
      .then((answer) => still_wanted && set_found(answer))
      .catch(must_be_of_server);
    return () => {
      still_wanted = false;
    };
  }, [list.id]);
  return found;
}
