// My circle: the people, groups, places and things in somebody's life, where they put them.
//
// A picture and a list of the same members; whatever the picture can do, the list and its buttons can do.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { address } from "../../app/address";
import { Button } from "../../components/button/button";
import { Page } from "../../components/page/page";
import { SwitchBar } from "../../components/switch-bar/switch-bar";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Circle, Id, Occasion, View } from "../../view";
import { NothingShared } from "../nothing-shared";
import { BringOver } from "./bring-over";
import { FinishCard } from "./finish-card";
import { MemberCard } from "./member-card";
import { MemberList } from "./member-list";
import { MemberSheets, type Sheet } from "./member-sheets";
import { map_of, may_draw, members_of } from "./members";
import { PictureFrame } from "./picture-frame";
import { SentenceCard } from "./sentence-card";
import { Welcome } from "./welcome";
import "../pages.css";
import "./my-circle.css";

type Shown = "picture" | "list";

/** What is looked at just now; nothing of it is kept. */
interface Looking {
  occasion: Occasion;
  shown: Shown;
  chosen: Id | null;
  sheet: Sheet;
}

export function MyCircle(): JSX.Element | null {
  const { view } = use_record();
  const [looking, set_looking] = useState<Looking>(first_look);
  const look = (some: Partial<Looking>): void => set_looking({ ...looking, ...some });
  const circle = view.circle;
  if (!circle) return null;
  const own = view.person.reader === "person";
  const begun = circle.ties.length > 0;
  return (
    <Page
      title={title_of(view)}
      lead={own && begun ? say("circle.lead") : undefined}
      actions={begun && <Switches looking={looking} look={look} />}
    >
      {begun || may_draw(circle) ? (
        <div class="my-circle">
          <Drawing circle={circle} looking={looking} look={look} />
          <Beside circle={circle} looking={looking} look={look} />
        </div>
      ) : (
        <NothingShared />
      )}
      <MemberSheets
        occasion={looking.occasion}
        sheet={looking.sheet}
        on_close={(chosen) => look(chosen ? { sheet: null, chosen } : { sheet: null })}
      />
    </Page>
  );
}

/** Somebody may be asked for in the address: "/circle?tie=…". */
function first_look(): Looking {
  const chosen = new URLSearchParams(address.get().split("?")[1] ?? "").get("tie");
  return { occasion: "everyday", shown: "picture", chosen, sheet: null };
}

function title_of({ person }: View): string {
  return person.reader === "person" ? say("circle.title") : say("page.circle_of", { name: person.name });
}

interface PartProps {
  circle: Circle;
  looking: Looking;
  look: (some: Partial<Looking>) => void;
}

function Drawing({ circle, looking, look }: PartProps): JSX.Element {
  const { occasion, shown, chosen } = looking;
  const add = may_draw(circle) ? () => look({ sheet: { open: "add" } }) : undefined;
  const on_choose = (tie: Id): void => look({ chosen: tie });
  const Members = shown === "picture" ? PictureFrame : MemberList;
  return (
    <div class="my-circle__drawing stack">
      {members_of(circle, occasion).length === 0 ? (
        <Welcome occasion={occasion} on_add={add} />
      ) : (
        <Members circle={circle} occasion={occasion} chosen={chosen} on_choose={on_choose} />
      )}
      <BringOver circle={circle} occasion={occasion} />
    </div>
  );
}

function Beside({ circle, looking, look }: PartProps): JSX.Element {
  const { occasion } = looking;
  const members = members_of(circle, occasion);
  const tie = members.find((one) => one.id === looking.chosen);
  function close(id: Id): void {
    look({ chosen: null });
    const member = `[data-tie="${CSS.escape(id)}"]`;
    requestAnimationFrame(() => document.querySelector<SVGElement>(member)?.focus());
  }
  return (
    <div class="my-circle__beside stack">
      {may_draw(circle) && members.length > 0 && (
        <div class="row">
          <Button kind="main" icon="add" onClick={() => look({ sheet: { open: "add" } })}>
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
          on_edit={() => look({ sheet: { open: "edit", tie } })}
        />
      )}
      <SentenceCard circle={circle} occasion={occasion} />
      <FinishCard map={map_of(circle, occasion)} started={members.length > 0} />
    </div>
  );
}

function Switches({ looking, look }: Omit<PartProps, "circle">): JSX.Element {
  const occasions: Occasion[] = ["everyday", "hard_times"];
  const ways: Shown[] = ["picture", "list"];
  return (
    <>
      <SwitchBar
        label={say("circle.occasion.label")}
        value={looking.occasion}
        on_change={(occasion) => look({ occasion })}
        options={occasions.map((value) => ({ value, label: say(`occasion.${value}`) }))}
      />
      <SwitchBar
        label={say("circle.shown.label")}
        value={looking.shown}
        on_change={(shown) => look({ shown })}
        options={ways.map((value) => ({ value, label: say(`circle.shown.${value}`) }))}
      />
    </>
  );
}
