// Take it with you: the plan on one page, printed here also without signal, or as a PDF from the server.

import type { JSX } from "preact";
import { language, say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { Button } from "../button/button";
import { Card } from "../card/card";
import { print_page } from "./paper-frame";
import { TakeDates } from "./take-dates";
import "./print-plan.css";

export function PrintPlan(): JSX.Element {
  const { view, paper } = use_record();
  return (
    <Card title={say("plan.take")}>
      <p class="soft small">{say("plan.take.hint")}</p>
      <div class="row">
        <Button icon="print" onClick={() => print_page(paper("one-page"))}>
          {say("plan.take.print")}
        </Button>
        <a href={`/api/records/${view.person.record}/paper?style=one-page&as=pdf&lang=${language}`} download>
          {say("plan.take.pdf")}
        </a>
      </div>
      {view.followups && view.person.reader !== "supporter" && <TakeDates />}
    </Card>
  );
}
