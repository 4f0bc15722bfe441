// Lists of places: to print, to hand over, or to share with colleagues. A list is about no person.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { address, go } from "../../app/address";
import { Button, ButtonLink } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Field } from "../../components/field/field";
import { Notice } from "../../components/notice/notice";
import { Page } from "../../components/page/page";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { must_be_of_server } from "../../sync/server";
import { use_house } from "../../sync/use-house";
import { use_list } from "../../sync/use-list";
import { use_watched } from "../../sync/use-record";
import { lists_server, type Lists, type SharedList } from "./lists-server";
import { OneList } from "./one-list";
import { PrintList } from "./print-list";
import type { PlaceList } from "./place-list";
import "../pages.css";
import "./lists.css";

export function ListsPage(): JSX.Element {
  const [listed, ask_again] = use_list<Lists>("collections", lists_server.all);
  const open = new URLSearchParams(use_watched(address).split("?")[1] ?? "").get("list");
  if (listed.at === "no_signal")
    return (
      <Page title={say("page.lists")}>
        <Notice>
          <p>{say("lists.no_signal")}</p>
        </Notice>
      </Page>
    );
  const lists = listed.at === "here" ? listed.value : { mine: [], shared: [] };
  const one = lists.mine.find((list) => list.id === open);
  const fresh = listed.at === "here" && listed.fresh;
  if (one) return <OneList key={`${one.id} ${fresh}`} list={one} on_changed={ask_again} />;
  return <AllLists lists={lists} on_changed={ask_again} />;
}

function AllLists({ lists, on_changed }: { lists: Lists; on_changed: () => void }): JSX.Element {
  const [problem, set_problem] = useState<string | null>(null);
  function keep(list: PlaceList): void {
    set_problem(null);
    lists_server
      .put(list)
      .then(() => {
        on_changed();
        go(`/lists?list=${list.id}`);
      })
      .catch((said) => {
        must_be_of_server(said);
        set_problem(say("lists.not_done"));
      });
  }
  return (
    <Page title={say("page.lists")} lead={say("lists.lead")}>
      <div role="alert">
        {problem && (
          <Notice tone="care">
            <p>{problem}</p>
          </Notice>
        )}
      </div>
      <NewList on_made={(name) => keep({ id: new_id(), name, lines: [] })} />
      {lists.mine.length > 0 && (
        <section class="stack" aria-labelledby="my-lists">
          <h2 id="my-lists">{say("lists.mine")}</h2>
          <div class="tiles">
            {lists.mine.map((list) => (
              <Card key={list.id} title={list.name} level={3}>
                <Places list={list} />
                <div class="row">
                  <ButtonLink href={`/lists?list=${list.id}`}>
                    {say("lists.open")}
                    <span class="heard">: {list.name}</span>
                  </ButtonLink>
                </div>
              </Card>
            ))}
          </div>
        </section>
      )}
      {lists.shared.length > 0 && (
        <section class="stack" aria-labelledby="shared-lists">
          <h2 id="shared-lists">{say("lists.shared")}</h2>
          <div class="tiles">
            {lists.shared.map((list) => (
              <Shared key={list.id} list={list} on_picked_up={keep} />
            ))}
          </div>
        </section>
      )}
    </Page>
  );
}

function NewList({ on_made }: { on_made: (name: string) => void }): JSX.Element {
  const [name, set_name] = useState("");
  const { me } = use_house();
  return (
    <Card title={say("lists.new")}>
      <form
        class="row lists__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) on_made(name.trim());
        }}
      >
        <Field
          label={say("lists.name")}
          hint={say(me.role === "person" ? "lists.name.own_hint" : "lists.name.hint")}
          value={name}
          maxLength={100}
          on_change={set_name}
        />
        <Button type="submit">{say("lists.begin")}</Button>
      </form>
    </Card>
  );
}

function Shared({
  list,
  on_picked_up,
}: {
  list: SharedList;
  on_picked_up: (list: PlaceList) => void;
}): JSX.Element {
  return (
    <Card title={list.name} aside={list.by} level={3}>
      <Places list={list} />
      <div class="row">
        <Button onClick={() => on_picked_up({ id: new_id(), name: list.name, lines: list.lines })}>
          {say("lists.pick_up")}
          <span class="heard">: {list.name}</span>
        </Button>
      </div>
      <PrintList list={list} />
    </Card>
  );
}

function Places({ list }: { list: PlaceList }): JSX.Element {
  if (list.lines.length === 0) return <p class="soft">{say("lists.empty")}</p>;
  return <p class="soft">{list.lines.map((line) => line.name).join(" · ")}</p>;
}
