// The two sheets of My circle: adding a member, and changing one.

import type { JSX } from "preact";
import { Dialog } from "../../components/dialog/dialog";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Id, Occasion, Tie } from "../../view";
import { MemberForm, type MemberAnswers } from "./member-form";

export type Sheet = { open: "add" } | { open: "edit"; tie: Tie } | null;

export function MemberSheets({
  occasion,
  sheet,
  on_close,
}: {
  occasion: Occasion;
  sheet: Sheet;
  /** With the member to show next, when one was added. */
  on_close: (chosen?: Id) => void;
}): JSX.Element {
  const { tap } = use_record();
  function add({ ring, ...facts }: MemberAnswers): void {
    const tie = new_id();
    tap("draw_tie", { tie, ...facts, occasion, ring });
    on_close(tie);
  }
  function change(old: Tie, { ring, ...facts }: MemberAnswers): void {
    const version = tap("change_tie", { tie: old.id, ...facts }, { base: [old.version] });
    if (ring !== old.rings[occasion]) {
      const angle = old.angles[occasion];
      tap("move_tie", { tie: old.id, occasion, ring, angle }, { base: [version] });
    }
    on_close();
  }
  return (
    <>
      <Dialog sheet open={sheet?.open === "add"} title={say("circle.add")} on_close={() => on_close()}>
        <MemberForm occasion={occasion} send_label={say("circle.add.send")} on_send={add} />
      </Dialog>
      <Dialog sheet open={sheet?.open === "edit"} title={say("circle.edit")} on_close={() => on_close()}>
        {sheet?.open === "edit" && (
          <MemberForm
            occasion={occasion}
            tie={sheet.tie}
            send_label={say("circle.edit.send")}
            on_send={(answers) => change(sheet.tie, answers)}
          />
        )}
      </Dialog>
    </>
  );
}
