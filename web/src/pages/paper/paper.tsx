// The plan as it will stand on paper: one sheet, seen first, then printed here or taken as a PDF.

import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { show_in } from "../../components/print-plan/paper-frame";
import { PrintPlan } from "../../components/print-plan/print-plan";
import { Page } from "../../components/page/page";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import "./paper.css";

const page_edge_px = 32;

export function Paper(): JSX.Element {
  const { view, paper } = use_record();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const sheet = frame.current;
    if (!sheet || !show_in(sheet, paper("one-page"))) return;
    const whole = new ResizeObserver(() => show_whole(sheet));
    whole.observe(sheet);
    return () => whole.disconnect();
  }, [view, paper]);
  return (
    <Page title={say("paper.page.title")} lead={say("paper.page.lead")}>
      <div class="beside">
        <iframe ref={frame} class="paper-sheet" tabindex={-1} title={say("paper.page.sheet")} />
        <PrintPlan />
      </div>
    </Page>
  );
}

/** The sheet is as high as what stands on it: the page scrolls, not a part of it. */
function show_whole(sheet: HTMLIFrameElement): void {
  const inside = sheet.contentDocument?.querySelector("main");
  if (inside) sheet.style.blockSize = `${Math.ceil(inside.getBoundingClientRect().bottom) + page_edge_px}px`;
}
