// A part of somebody's record that its reader has not been let in to: said plainly, with nothing guessed.
// Of a closed record the page has said so already.

import type { JSX } from "preact";
import { Notice } from "../components/notice/notice";
import { say } from "../rules/say";
import { use_record } from "../sync/use-record";
import { closed_in } from "./join/closed-notice";

export function NothingShared(): JSX.Element | null {
  const { view } = use_record();
  if (closed_in(view)) return null;
  return (
    <Notice>
      <p>{say("shared.nothing", { name: view.person.name })}</p>
    </Notice>
  );
}
