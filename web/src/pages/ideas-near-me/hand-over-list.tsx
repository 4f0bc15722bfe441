// Handing one of my lists over to the person whose ideas these are. They get a copy, to pick from.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Dialog } from "../../components/dialog/dialog";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { must_be_of_server } from "../../sync/server";
import { use_record } from "../../sync/use-record";
import { lists_server } from "../lists/lists-server";
import type { PlaceList } from "../lists/place-list";
import { may } from "../may";

export function HandOverList(): JSX.Element | null {
  const { view, tap } = use_record();
  const [open, set_open] = useState(false);
  const [lists, set_lists] = useState<PlaceList[] | null>(null);
  const [problem, set_problem] = useState<string | null>(null);
  if (!may("hand_collection", view.ideas)) return null;
  function begin(): void {
    set_problem(null);
    set_open(true);
    lists_server
      .all()
      .then(({ mine, shared }) => set_lists([...mine, ...shared].filter((list) => list.lines.length > 0)))
      .catch((said) => {
        must_be_of_server(said);
        set_problem(say("lists.no_signal"));
      });
  }
  function hand(list: PlaceList): void {
    tap("hand_collection", { handing: new_id(), title: list.name, lines: list.lines });
    set_open(false);
  }
  return (
    <>
      <div>
        <Button onClick={begin}>{say("handed.hand")}</Button>
      </div>
      <Dialog sheet open={open} title={say("handed.hand")} on_close={() => set_open(false)}>
        <div class="stack">
          <p class="soft">{say("handed.hand.hint", { name: view.person.name })}</p>
          <p role="status">{problem ?? (lists?.length === 0 && say("handed.hand.none"))}</p>
          {lists?.map((list) => (
            <Button key={list.id} wide onClick={() => hand(list)}>
              {list.name}
            </Button>
          ))}
          <a href="/lists">{say("page.lists")}</a>
        </div>
      </Dialog>
    </>
  );
}
