// One list of mine: its name, its places in their order, a line of my own words to each. Each change is kept
// at once.

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { go } from "../../app/address";
import { Button, ButtonLink } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Tick } from "../../components/choice-list/choose-many";
import { Field } from "../../components/field/field";
import { Notice } from "../../components/notice/notice";
import { Page } from "../../components/page/page";
import { say } from "../../rules/say";
import { must_be_of_server } from "../../sync/server";
import { use_house } from "../../sync/use-house";
import type { Id } from "../../view";
import { FindPlaces } from "./find-places";
import { Line } from "./list-line";
import { lists_server } from "./lists-server";
import { moved, with_line, without, worded, type PlaceList } from "./place-list";
import { PrintList } from "./print-list";

export function OneList({
  list: given,
  on_changed,
}: {
  list: PlaceList;
  on_changed: () => void;
}): JSX.Element {
  const { me } = use_house();
  const [list, set_list] = useState(given);
  const [told, set_told] = useState("");
  const [problem, set_problem] = useState<string | null>(null);
  const changed = use_changed(list);

  const before = useRef<Promise<unknown>>(Promise.resolve());

  /** One after the other: of two quick changes the later one stands. */
  function attempt(work: () => Promise<unknown>): void {
    set_problem(null);
    before.current = before.current
      .then(work)
      .then(on_changed)
      .catch((said) => {
        must_be_of_server(said);
        set_problem(say("lists.not_done"));
      });
  }
  function keep(now: PlaceList): void {
    set_list(now);
    attempt(() => lists_server.put(now));
  }
  function move(service: Id, by: -1 | 1): void {
    const lines = moved(list.lines, service, by);
    const at = lines.findIndex((line) => line.service === service);
    keep({ ...list, lines });
    set_told(say("lists.moved", { name: lines[at]!.name, place: at + 1 }));
    requestAnimationFrame(() => {
      const ways = (by < 0 ? ["up", "down"] : ["down", "up"]).map((way) =>
        document.querySelector<HTMLButtonElement>(`[id="${way}-${service}"]`),
      );
      ways.find((way) => way && !way.disabled)?.focus();
    });
  }
  const line_of = (at: number): JSX.Element => {
    const line = list.lines[at]!;
    return (
      <Line
        key={line.service}
        line={line}
        changed={changed.includes(line.service)}
        first={at === 0}
        last={at === list.lines.length - 1}
        on_move={(by) => move(line.service, by)}
        on_words={(words) => keep({ ...list, lines: worded(list.lines, line.service, words) })}
        on_remove={() => keep({ ...list, lines: without(list.lines, line.service) })}
      />
    );
  };
  return (
    <Page
      narrow
      title={list.name}
      lead={say("lists.one.lead")}
      actions={
        <ButtonLink kind="plain" icon="back" href="/lists">
          {say("lists.all")}
        </ButtonLink>
      }
    >
      <div role="alert">
        {problem && (
          <Notice tone="care">
            <p>{problem}</p>
          </Notice>
        )}
      </div>
      {changed.length > 0 && (
        <Notice tone="ask">
          <p>{say("lists.changed.hint")}</p>
        </Notice>
      )}
      <ol class="lists__lines">{list.lines.map((_, at) => line_of(at))}</ol>
      <p role="status" class="heard">
        {told}
      </p>
      <FindPlaces
        on_list={list.lines.map((line) => line.service)}
        on_add={(service, name) => keep({ ...list, lines: with_line(list.lines, service, name) })}
      />
      {list.lines.length > 0 && (
        <Card title={say("lists.give")}>
          {me.role !== "person" && <p class="soft">{say("lists.give.hint")}</p>}
          <PrintList list={list} />
          {me.role !== "person" && (
            <Tick
              label={say("lists.share")}
              hint={say("lists.share.hint")}
              value={list.shared ?? false}
              on_change={(shared) => keep({ ...list, shared })}
            />
          )}
        </Card>
      )}
      <Rename name={list.name} on_keep={(name) => keep({ ...list, name })} />
      <Remove
        on_remove={() => attempt(() => lists_server.remove(list.id).then(() => go("/lists", "replace")))}
      />
    </Page>
  );
}

/** Which of its places are closed, hidden or gone by now; none while there is no signal to ask. */
function use_changed(list: PlaceList): Id[] {
  const [changed, set_changed] = useState<Id[]>([]);
  const services = list.lines.map((line) => line.service);
  useEffect(() => {
    if (services.length === 0) return;
    let still_wanted = true;
    lists_server
      .look(services)
      .then((found) => still_wanted && set_changed(found.changed))
      .catch(must_be_of_server);
    return () => {
      still_wanted = false;
    };
  }, [services.toSorted().join()]);
  return changed;
}

function Rename({ name: before, on_keep }: { name: string; on_keep: (name: string) => void }): JSX.Element {
  const [name, set_name] = useState(before);
  return (
    <details class="more">
      <summary>{say("lists.rename")}</summary>
      <form
        class="row lists__form more__inside"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) on_keep(name.trim());
        }}
      >
        <Field label={say("lists.name")} value={name} maxLength={100} on_change={set_name} />
        <Button type="submit">{say("lists.keep")}</Button>
      </form>
    </details>
  );
}

function Remove({ on_remove }: { on_remove: () => void }): JSX.Element {
  return (
    <details class="more">
      <summary>{say("lists.remove")}</summary>
      <div class="stack more__inside">
        <p>{say("lists.remove.hint")}</p>
        <div>
          <Button onClick={on_remove}>{say("lists.remove.go")}</Button>
        </div>
      </div>
    </details>
  );
}
