// While a visit is open, every page of the record says so, and either of them can end it. A practitioner ends
// it by taking its text along, which comes when it is first asked for.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../components/button/button";
import { Dialog } from "../components/dialog/dialog";
import { focus_on } from "../components/page/focus-on";
import { page_heading_id } from "../components/page/page";
import { say } from "../rules/say";
import { use_record } from "../sync/use-record";
import type { OpenVisit } from "../view";
import { CopyVisit } from "./routes";
import "./visit-strip.css";

export function VisitStrip(): JSX.Element | null {
  const { view } = use_record();
  const [ending, set_ending] = useState(false);
  const visit = view.visits?.open;
  if (!visit && !ending) return null;
  const ended = (): void => {
    set_ending(false);
    focus_on(page_heading_id); // the button that had the focus goes with the visit
  };
  return (
    <>
      {visit && <Strip visit={visit} on_end={() => set_ending(true)} />}
      <Dialog
        open={ending}
        sheet
        title={say("visit.end")}
        on_close={() => (visit ? set_ending(false) : ended())}
      >
        <CopyVisit on_done={ended} />
      </Dialog>
    </>
  );
}

function Strip({ visit, on_end }: { visit: OpenVisit; on_end: () => void }): JSX.Element {
  const { view, tap } = use_record();
  const names = visit.with.map((one) => one.name);
  const person = view.person.reader === "person";
  const end = (): void => {
    tap("end_visit", { visit: visit.id }, { base: [visit.version] });
    focus_on(page_heading_id);
  };
  return (
    <div class="visit-strip" role="status">
      <p>{person ? say("visit.open_with", { names }) : say("visit.open_for", { name: view.person.name })}</p>
      {visit.can.includes("end_visit") && (
        <Button small onClick={person ? end : on_end}>
          {say("visit.end")}
        </Button>
      )}
    </div>
  );
}

export function PersonAbout({ name }: { name: string }): JSX.Element {
  return (
    <div class="person-about">
      <a href="/people">{say("people.back")}</a>
      <p class="strong">{name}</p>
    </div>
  );
}
