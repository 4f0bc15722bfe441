// A part of somebody's record that its reader has not been let in to: said plainly, with nothing guessed.

import type { JSX } from "preact";
import { Notice } from "../components/notice/notice";
import { say } from "../rules/say";
import { use_record } from "../sync/use-record";

export function NothingShared(): JSX.Element {
  const { view } = use_record();
  return (
    <Notice>
      <p>{say("shared.nothing", { name: view.person.name })}</p>
    </Notice>
  );
}
