// The plan as it will stand on paper: one sheet, seen first, then printed here or taken as a PDF.

import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { show_in } from "../../components/print-plan/paper-frame";
import { PrintPlan } from "../../components/print-plan/print-plan";
import { Page } from "../../components/page/page";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import "./paper.css";

export function Paper(): JSX.Element {
  const { view, paper } = use_record();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (frame.current) show_in(frame.current, paper("one-page"));
  }, [view, paper]);
  return (
    <Page title={say("paper.page.title")} lead={say("paper.page.lead")}>
      <div class="beside">
        <iframe ref={frame} class="paper-sheet" title={say("paper.page.sheet")} />
        <PrintPlan />
      </div>
    </Page>
  );
}
