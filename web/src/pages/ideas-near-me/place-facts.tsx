// What the directory says now about places somebody holds on to: chosen, or on a list they were handed.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { say } from "../../rules/say";
import { must_be_of_server } from "../../sync/server";
import type { Id } from "../../view";
import { lists_server, type LookedUp } from "../lists/lists-server";

/** The entries as they are now; null while there is no signal to ask. */
export function use_looked_up(services: Id[]): LookedUp | null {
  const [found, set_found] = useState<LookedUp | null>(null);
  const asked = services.join(" ");
  useEffect(() => {
    if (!asked) return;
    let still_wanted = true;
    lists_server
      .look(asked.split(" "))
      .then((answer) => still_wanted && set_found(answer))
      .catch(must_be_of_server);
    return () => {
      still_wanted = false;
    };
  }, [asked]);
  return found;
}

interface PlaceFactsProps {
  service: Id;
  name: string;
  found: LookedUp | null;
}

/** How the first visit goes, when, where and by phone; or that the entry is there no more. */
export function PlaceFacts({ service, name, found }: PlaceFactsProps): JSX.Element | null {
  const now = found?.services.find((one) => one.id === service);
  if (found?.changed.includes(service)) return <p class="soft">{say("handed.changed")}</p>;
  const facts = [
    now?.first_visit && say("handed.first_visit", { text: now.first_visit }),
    now?.opening && say("handed.when", { text: now.opening }),
    now && [now.address, now.postcode].filter(Boolean).join(", "),
    now?.phone,
  ].filter(Boolean);
  if (facts.length === 0) return null;
  return (
    <details class="more">
      <summary>
        {say("ideas.more_about")}
        <span class="heard">: {name}</span>
      </summary>
      <div class="stack stack--tight more__inside">
        {facts.map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
      </div>
    </details>
  );
}
