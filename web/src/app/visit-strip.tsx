// While a visit is open, every page of the record says so, and either of them can end it.

import type { JSX } from "preact";
import { Button } from "../components/button/button";
import { say } from "../rules/say";
import { use_record } from "../sync/use-record";
import "./visit-strip.css";

export function VisitStrip(): JSX.Element | null {
  const { view, tap } = use_record();
  const visit = view.visits?.open;
  if (!visit) return null;
  const names = visit.with.map((one) => one.name);
  const person = view.person.reader === "person";
  return (
    <div class="visit-strip" role="status">
      <p>{person ? say("visit.open_with", { names }) : say("visit.open_for", { name: view.person.name })}</p>
      {visit.can.includes("end_visit") && (
        <Button small onClick={() => tap("end_visit", { visit: visit.id }, { base: [visit.version] })}>
          {say("visit.end")}
        </Button>
      )}
    </div>
  );
}

/** Above the menu of a record that is somebody else's. */
export function PersonAbout({ name }: { name: string }): JSX.Element {
  return (
    <div class="person-about">
      <a href="/people">{say("people.back")}</a>
      <p class="strong">{name}</p>
    </div>
  );
}
