// Where ideas should be near: a place by postcode or town, a wide area round it, or none. The installation
// looks it up in its own tables; nobody else is asked.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { ChooseOne } from "../../components/choice-list/choice-list";
import { Field } from "../../components/field/field";
import { Notice } from "../../components/notice/notice";
import { say, say_message } from "../../rules/say";
import { NoSignal, ServerSays, type FoundPlace } from "../../sync/server";
import { later_server } from "../../sync/later-server";
import { use_record } from "../../sync/use-record";
import type { Near } from "../../view";
import { may } from "../may";

type Search = "ready" | "looking" | { said: string } | { found: FoundPlace[] };

/** What is already said of how far and how old stays when the place changes. */
export function kept_of(near: Near): { how_far_m: number | undefined; age: number | undefined } {
  return { how_far_m: near.how_far_m ?? undefined, age: near.age ?? undefined };
}

export function Where(): JSX.Element | null {
  const { view, tap } = use_record();
  const near = view.preferences?.near;
  if (!near) return null;
  const changeable = may("set_near", view.preferences);
  function take({ kind, label, lat_udeg, lon_udeg, how_far_m }: FoundPlace): void {
    const { age, how_far_m: said_m } = kept_of(near!);
    const way_m = kind === "area" ? how_far_m : (said_m ?? how_far_m);
    tap("set_near", { kind, label, lat_udeg, lon_udeg, how_far_m: way_m, age });
  }
  return (
    <>
      {near.kind === "from_home" && (
        <Card>
          <p>{say("matters.where.from_home")}</p>
        </Card>
      )}
      {(near.kind === "point" || near.kind === "area") && <KnownPlace near={near} changeable={changeable} />}
      {changeable && <FindPlace on_found={take} />}
      {changeable && (
        <div>
          <Button
            kind="plain"
            onClick={() =>
              tap("set_near", { kind: near.kind === "from_home" ? "none" : "from_home", ...kept_of(near) })
            }
          >
            {say(near.kind === "from_home" ? "matters.where.not_only_home" : "matters.where.only_home")}
          </Button>
        </div>
      )}
    </>
  );
}

function KnownPlace({ near, changeable }: { near: Near; changeable: boolean }): JSX.Element {
  const { tap } = use_record();
  const place = near.label ?? "";
  const kinds = ["point", "area"] as const;
  const [lat_udeg, lon_udeg] = [near.lat_udeg ?? undefined, near.lon_udeg ?? undefined];
  return (
    <Card>
      <p>{say(near.kind === "area" ? "matters.where.area" : "matters.where.point", { place })}</p>
      {changeable && (
        <>
          <ChooseOne
            legend={say("matters.where.how_close")}
            value={near.kind}
            options={kinds.map((value) => ({ value, label: say(`near.${value}`) }))}
            on_change={(kind) =>
              tap("set_near", { kind, label: place, lat_udeg, lon_udeg, ...kept_of(near) })
            }
          />
          <div class="asides">
            <Button small kind="plain" onClick={() => tap("set_near", { kind: "none", ...kept_of(near) })}>
              {say("matters.where.forget")}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}

function FindPlace({ on_found }: { on_found: (place: FoundPlace) => void }): JSX.Element {
  const [text, set_text] = useState("");
  const [search, set_search] = useState<Search>("ready");
  async function look(event: Event): Promise<void> {
    event.preventDefault();
    if (!text.trim()) return;
    set_search("looking");
    set_search(await find(text.trim()));
  }
  function take(place: FoundPlace): void {
    on_found(place);
    set_search("ready");
    set_text("");
  }
  return (
    <form class="stack" onSubmit={(event) => void look(event)}>
      <Field
        label={say("matters.where.find")}
        hint={say("matters.where.find.hint")}
        value={text}
        maxLength={80}
        autocomplete="off"
        on_change={set_text}
      />
      <div>
        <Button type="submit">{say("matters.where.look")}</Button>
      </div>
      <div role="status">
        <Found search={search} on_take={take} />
      </div>
    </form>
  );
}

function Found({
  search,
  on_take,
}: {
  search: Search;
  on_take: (place: FoundPlace) => void;
}): JSX.Element | null {
  if (typeof search === "string") return null;
  if ("said" in search)
    return (
      <Notice>
        <p>{search.said}</p>
      </Notice>
    );
  return (
    <div class="stack stack--tight">
      <p class="strong">{say("matters.where.which")}</p>
      {search.found.map((place) => (
        <Button key={`${place.label}${place.lat_udeg}`} wide onClick={() => on_take(place)}>
          {place.label}
        </Button>
      ))}
    </div>
  );
}

/** What the installation knows of a place; what it does not know it says, and what to try. */
async function find(text: string): Promise<Search> {
  try {
    const { places } = await later_server.places(text);
    return places.length > 0 ? { found: places } : { said: say("matters.where.unknown") };
  } catch (why) {
    if (why instanceof NoSignal) return { said: say("matters.where.no_signal") };
    const said = why instanceof ServerSays ? why.said : null;
    return { said: said ? say_message(said) : say("matters.where.unknown") };
  }
}
