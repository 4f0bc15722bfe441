// "Gone", "wrong" or "not welcoming" in two steps. It reaches whoever keeps the list, without a name.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Id, ServiceFault } from "../../view";
import { may } from "../may";

const faults: readonly ServiceFault[] = ["gone", "wrong", "not_welcoming"];

export function ReportService({ service, name }: { service: Id; name: string }): JSX.Element | null {
  const { view, tap } = use_record();
  const [step, set_step] = useState<"quiet" | "asking" | "told">("quiet");
  if (!may("report_service", view.ideas)) return null;
  if (step === "told")
    return (
      <p class="small soft" role="status">
        {say("ideas.report.told")}
      </p>
    );
  if (step === "quiet") {
    return (
      <Button kind="plain" small onClick={() => set_step("asking")}>
        {say("ideas.report")}
        <span class="heard">: {name}</span>
      </Button>
    );
  }
  return (
    <div class="row ideas__report" role="group" aria-label={say("ideas.report.what")}>
      <p class="small">{say("ideas.report.what")}</p>
      {faults.map((what) => (
        <Button
          key={what}
          small
          onClick={() => {
            tap("report_service", { service, what });
            set_step("told");
          }}
        >
          {say(`ideas.report.${what}`)}
        </Button>
      ))}
      <Button small kind="plain" onClick={() => set_step("quiet")}>
        {say("words_box.cancel")}
      </Button>
    </div>
  );
}
