// Ideas near me: what could be done, a few at a time, each with its reasons. Nobody has to do any of it.

import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Notice } from "../../components/notice/notice";
import { Page } from "../../components/page/page";
import { SwitchBar } from "../../components/switch-bar/switch-bar";
import { WordsBox, type Written } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record, type IdeasAnswer } from "../../sync/use-record";
import type { View } from "../../view";
import { may } from "../may";
import { NothingShared } from "../nothing-shared";
import { ChosenIdeas } from "./chosen-ideas";
import { HandOverList } from "./hand-over-list";
import { HandedLists } from "./handed-lists";
import { IdeaCard } from "./idea-card";
import type { OfferedIdea } from "./offered";
import { RingDrawing } from "./ring-drawing";
import { letter_of, ring_map, type RingMap } from "./ring-map";
import "../pages.css";
import "./ideas-near-me.css";

type Shown = "list" | "drawing";

export function IdeasNearMe(): JSX.Element | null {
  const { view, ideas } = use_record();
  const [after, set_after] = useState<string>();
  const [shown, set_shown] = useState<Shown>("list");
  const offered = useMemo(() => ideas(after === undefined ? {} : { after }), [ideas, view, after]);
  if (!view.ideas) return null;
  const shut = view.person.reader !== "person" && view.ideas.can.length + view.ideas.chosen.length === 0;
  if (shut)
    return (
      <Page title={title_of(view)}>
        <NothingShared />
      </Page>
    );
  const near = view.preferences?.near;
  const map = near ? ring_map(offered.ideas as OfferedIdea[], near) : null;
  return (
    <Page
      title={title_of(view)}
      lead={say("ideas.lead")}
      actions={map && <Ways shown={shown} on_shown={set_shown} />}
    >
      <ChosenIdeas />
      <HandedLists />
      <HandOverList />
      <Hints view={view} />
      <section class="stack" aria-labelledby="offered">
        <h2 id="offered">{say("ideas.offered")}</h2>
        <Offered offered={offered} map={shown === "drawing" ? map : null} further={after !== undefined} />
        <div class="row">
          {offered.next && <Button onClick={() => set_after(offered.next!)}>{say("ideas.more")}</Button>}
          {after && (
            <Button kind="plain" onClick={() => set_after(undefined)}>
              {say("ideas.first_again")}
            </Button>
          )}
        </div>
      </section>
      <OwnFind />
      {view.person.reader === "person" && (
        <p>
          <a href="/lists">{say("lists.to_mine")}</a>
        </p>
      )}
    </Page>
  );
}

interface OfferedProps {
  offered: IdeasAnswer;
  /** Beside the list, when it was asked for. */
  map: RingMap | null;
  further: boolean;
}

function Offered({ offered, map, further }: OfferedProps): JSX.Element {
  const found = offered.ideas as OfferedIdea[];
  return (
    <>
      {offered.left_out > 0 && (
        <Notice>
          <p>{say("ideas.left_out", { n: offered.left_out })}</p>
        </Notice>
      )}
      {found.length === 0 && (
        <Notice>
          <p>{say(further ? "ideas.no_more" : "ideas.none")}</p>
        </Notice>
      )}
      <div class={map ? "ideas__beside" : undefined}>
        {map && <RingDrawing map={map} ideas={found} />}
        <div class="tiles ideas__tiles">
          {found.map((idea, at) => (
            <IdeaCard key={idea.service} idea={idea} letter={map ? letter_of(at) : undefined} />
          ))}
        </div>
      </div>
    </>
  );
}

function title_of({ person }: View): string {
  return person.reader === "person" ? say("page.ideas") : say("ideas.title_of", { name: person.name });
}

function Ways({ shown, on_shown }: { shown: Shown; on_shown: (shown: Shown) => void }): JSX.Element {
  const ways: Shown[] = ["list", "drawing"];
  return (
    <SwitchBar
      label={say("circle.shown.label")}
      value={shown}
      on_change={on_shown}
      options={ways.map((value) => ({ value, label: say(`ideas.shown.${value}`) }))}
    />
  );
}

/** What would make ideas fit better; never needed. */
function Hints({ view }: { view: View }): JSX.Element | null {
  const { href } = use_record();
  const { preferences } = view;
  if (!preferences || !may("set_near", preferences)) return null;
  const liked = preferences.themes.some((row) => row.answer);
  const said_where = preferences.near.kind !== "none";
  if (liked && said_where) return null;
  return (
    <Notice tone="ask">
      {!said_where && (
        <p>
          {say("ideas.hint.where")}{" "}
          <a href={href("matters", "?question=where")}>{say("ideas.hint.where.go")}</a>
        </p>
      )}
      {!liked && (
        <p>
          {say("ideas.hint.like")}{" "}
          <a href={href("matters", "?question=themes-activities")}>{say("ideas.hint.like.go")}</a>
        </p>
      )}
    </Notice>
  );
}

function OwnFind(): JSX.Element | null {
  const { view, tap } = use_record();
  const [writing, set_writing] = useState(false);
  if (!may("add_find", view.ideas)) return null;
  function add({ words, voice, confirmed }: Written): void {
    tap("add_find", { idea: new_id(), statement: new_id(), words, confirmed, followup: new_id() }, { voice });
    set_writing(false);
  }
  return (
    <Card title={say("ideas.own")}>
      {writing ? (
        <WordsBox
          label={say("ideas.own.words")}
          part="ideas"
          send_label={say("ideas.own.send")}
          on_send={add}
          on_cancel={() => set_writing(false)}
        />
      ) : (
        <>
          <p class="soft">{say("ideas.own.hint")}</p>
          <div>
            <Button icon="add" onClick={() => set_writing(true)}>
              {say("ideas.own.add")}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
