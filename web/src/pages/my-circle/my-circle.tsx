// My circle: the people, groups, places and things in somebody's life, where they put them.
//
// A picture and a list of the same members; whatever the picture can do, the list and its buttons can do.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { address } from "../../app/address";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Dialog } from "../../components/dialog/dialog";
import { Page } from "../../components/page/page";
import { Rings } from "../../components/rings/rings";
import { SwitchBar } from "../../components/switch-bar/switch-bar";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Circle, Id, Occasion, Tie } from "../../view";
import { may } from "../may";
import { FinishCard } from "./finish-card";
import { MemberCard } from "./member-card";
import { MemberForm, type MemberAnswers } from "./member-form";
import { MemberList } from "./member-list";
import { map_of, may_draw, members_of, only_elsewhere } from "./members";
import { PictureFrame } from "./picture-frame";
import { SentenceCard } from "./sentence-card";
import "../pages.css";
import "./my-circle.css";

type Sheet = { open: "add" } | { open: "edit"; tie: Tie } | null;

export function MyCircle(): JSX.Element | null {
  const { view, tap } = use_record();
  const [occasion, set_occasion] = useState<Occasion>("everyday");
  const [shown, set_shown] = useState<"picture" | "list">("picture");
  const [chosen, set_chosen] = useState<Id | null>(asked_tie);
  const [sheet, set_sheet] = useState<Sheet>(null);
  const circle = view.circle;
  if (!circle) return null;

  const members = members_of(circle, occasion);
  const tie = members.find((one) => one.id === chosen);
  const drawing = may_draw(circle);
  const own = view.person.reader === "person";

  function close(id: Id): void {
    set_chosen(null);
    requestAnimationFrame(() =>
      document.querySelector<SVGElement>(`[data-tie="${CSS.escape(id)}"]`)?.focus(),
    );
  }

  function add(answers: MemberAnswers): void {
    const { ring, ...facts } = answers;
    const id = new_id();
    tap("draw_tie", { tie: id, ...facts, occasion, ring });
    set_sheet(null);
    set_chosen(id);
  }

  function change(old: Tie, answers: MemberAnswers): void {
    const { ring, ...facts } = answers;
    tap("change_tie", { tie: old.id, ...facts }, { base: [old.version] });
    if (ring !== old.rings[occasion])
      tap("move_tie", { tie: old.id, occasion, ring }, { base: [old.version] });
    set_sheet(null);
  }

  return (
    <Page
      title={own ? say("circle.title") : say("page.circle_of", { name: view.person.name })}
      lead={own && members.length > 0 ? say("circle.lead") : undefined}
      actions={
        <Switches
          occasion={occasion}
          shown={shown}
          on_occasion={set_occasion}
          on_shown={set_shown}
          empty={circle.ties.length === 0}
        />
      }
    >
      <div class="my-circle">
        <div class="my-circle__drawing stack">
          {members.length === 0 ? (
            <Welcome occasion={occasion} on_add={drawing ? () => set_sheet({ open: "add" }) : undefined} />
          ) : shown === "picture" ? (
            <PictureFrame circle={circle} occasion={occasion} chosen={chosen} on_choose={set_chosen} />
          ) : (
            <MemberList circle={circle} occasion={occasion} chosen={chosen} on_choose={set_chosen} />
          )}
          <BringOver circle={circle} occasion={occasion} />
        </div>
        <div class="my-circle__beside stack">
          {drawing && members.length > 0 && (
            <div class="row">
              <Button kind="main" icon="add" onClick={() => set_sheet({ open: "add" })}>
                {say("circle.add")}
              </Button>
            </div>
          )}
          {tie && (
            <MemberCard
              key={tie.id}
              tie={tie}
              occasion={occasion}
              on_close={() => close(tie.id)}
              on_edit={() => set_sheet({ open: "edit", tie })}
            />
          )}
          <SentenceCard circle={circle} occasion={occasion} />
          <FinishCard map={map_of(circle, occasion)} started={members.length > 0} />
        </div>
      </div>
      <Dialog sheet open={sheet?.open === "add"} title={say("circle.add")} on_close={() => set_sheet(null)}>
        <MemberForm occasion={occasion} send_label={say("circle.add.send")} on_send={add} />
      </Dialog>
      <Dialog sheet open={sheet?.open === "edit"} title={say("circle.edit")} on_close={() => set_sheet(null)}>
        {sheet?.open === "edit" && (
          <MemberForm
            occasion={occasion}
            tie={sheet.tie}
            send_label={say("circle.edit.send")}
            on_send={(answers) => change(sheet.tie, answers)}
          />
        )}
      </Dialog>
    </Page>
  );
}

/** Somebody who was asked for in the address: "/circle?tie=…". */
function asked_tie(): Id | null {
  return new URLSearchParams(address.get().split("?")[1] ?? "").get("tie");
}

function Switches({
  occasion,
  shown,
  on_occasion,
  on_shown,
  empty,
}: {
  occasion: Occasion;
  shown: "picture" | "list";
  on_occasion: (occasion: Occasion) => void;
  on_shown: (shown: "picture" | "list") => void;
  empty: boolean;
}): JSX.Element | null {
  if (empty) return null;
  const occasions: Occasion[] = ["everyday", "hard_times"];
  const ways = ["picture", "list"] as const;
  return (
    <>
      <SwitchBar
        label={say("circle.occasion.label")}
        value={occasion}
        on_change={on_occasion}
        options={occasions.map((value) => ({ value, label: say(`occasion.${value}`) }))}
      />
      <SwitchBar
        label={say("circle.shown.label")}
        value={shown}
        on_change={on_shown}
        options={ways.map((value) => ({ value, label: say(`circle.shown.${value}`) }))}
      />
    </>
  );
}

/** An empty circle is a beginning: rings, a warm word and one button. */
function Welcome({
  occasion,
  on_add,
}: {
  occasion: Occasion;
  on_add: (() => void) | undefined;
}): JSX.Element {
  return (
    <Card class="my-circle__welcome">
      <Rings size={220} />
      <h2>{say(`circle.welcome.${occasion}`)}</h2>
      <p class="soft">{say(`circle.welcome.${occasion}.more`)}</p>
      {on_add && (
        <Button kind="main" icon="add" onClick={on_add}>
          {say("circle.welcome.add")}
        </Button>
      )}
    </Card>
  );
}

/** The two drawings are of one circle: nobody is typed twice. */
function BringOver({ circle, occasion }: { circle: Circle; occasion: Occasion }): JSX.Element | null {
  const { tap } = use_record();
  const elsewhere = only_elsewhere(circle, occasion).filter((tie) => may("move_tie", tie));
  if (elsewhere.length === 0) return null;
  return (
    <Card title={say(`circle.bring.${occasion}`)} level={2}>
      <p class="soft small">{say("circle.bring.hint")}</p>
      <div class="row">
        {elsewhere.map((tie) => (
          <Button
            key={tie.id}
            small
            icon="add"
            onClick={() =>
              tap(
                "move_tie",
                { tie: tie.id, occasion, ring: other_ring(tie, occasion) },
                { base: [tie.version] },
              )
            }
          >
            {tie.name}
          </Button>
        ))}
      </div>
    </Card>
  );
}

function other_ring(tie: Tie, occasion: Occasion): 1 | 2 | 3 {
  return (occasion === "everyday" ? tie.rings.hard_times : tie.rings.everyday) ?? 2;
}
