// While a visit is open, every page of the record says so, and either of them can end it. A practitioner ends
// it by taking its text along, which comes when it is first asked for.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../components/button/button";
import { Dialog } from "../components/dialog/dialog";
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
  return (
    <>
      {visit && <Strip visit={visit} on_end={() => set_ending(true)} />}
      <Dialog open={ending} sheet title={say("visit.end")} on_close={() => set_ending(false)}>
        <CopyVisit on_done={() => set_ending(false)} />
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
