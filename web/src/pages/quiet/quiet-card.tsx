// One switch that makes Kith quiet: in hospital, too much just now, moved, left, has died.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { ChooseOne } from "../../components/choice-list/choice-list";
import { Tick } from "../../components/choice-list/choose-many";
import { Dialog } from "../../components/dialog/dialog";
import { Notice } from "../../components/notice/notice";
import { focus_on } from "../../components/page/focus-on";
import { page_heading_id } from "../../components/page/page";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { PauseWhy } from "../../view";
import { may } from "../may";
import { account_of } from "../sharing/parts";

const own_reasons: readonly PauseWhy[] = ["too_much", "in_hospital", "moved", "left"];
const reasons_for_another: readonly PauseWhy[] = [...own_reasons, "died"];

export function QuietCard(): JSX.Element | null {
  const { view } = use_record();
  const [open, set_open] = useState(false);
  if (view.pause || !may("pause_record", view.person)) return null;
  return (
    <div class="no-print">
      <Button kind="plain" onClick={() => set_open(true)}>
        {say("quiet.open")}
      </Button>
      <Dialog open={open} sheet title={say("quiet.title")} on_close={() => set_open(false)}>
        <QuietForm on_done={() => set_open(false)} />
      </Dialog>
    </div>
  );
}

function QuietForm({ on_done }: { on_done: () => void }): JSX.Element {
  const { view, tap } = use_record();
  const own = view.person.reader === "person";
  const [why, set_why] = useState<PauseWhy | null>(null);
  const [sure, set_sure] = useState(false);
  const [problem, set_problem] = useState<string>();
  const name = view.person.name;
  const died = why === "died";
  function choose(chosen: PauseWhy): void {
    set_why(chosen);
    set_sure(false);
    set_problem(undefined);
  }
  function pause(event: Event): void {
    event.preventDefault();
    if (!why) return set_problem(say("quiet.choose"));
    if (died && !sure) return;
    tap("pause_record", { why, keeper: died ? account_of(view.person.me) : undefined });
    on_done();
    focus_on(page_heading_id);
  }
  return (
    <form class="stack" onSubmit={pause}>
      {!died && <p>{say("quiet.lead")}</p>}
      <ChooseOne
        legend={say("quiet.which")}
        value={why}
        on_change={choose}
        options={(own ? own_reasons : reasons_for_another).map((value) => ({
          value,
          label: say(`quiet.why.${value}`),
        }))}
      />
      {died ? (
        <>
          <Notice tone="care" spoken>
            <p>{say("quiet.died.what")}</p>
            <p>{say("quiet.died.locked_out", { name })}</p>
            <p>{say("quiet.died.undo")}</p>
          </Notice>
          <Tick label={say("quiet.died.sure", { name })} value={sure} on_change={set_sure} />
        </>
      ) : (
        <p class="small soft">{say("quiet.who_reads")}</p>
      )}
      {problem && (
        <p class="field__problem" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <Button kind="main" type="submit" disabled={died && !sure}>
          {say(died ? "quiet.died.close" : "quiet.pause")}
        </Button>
        <Button kind="plain" onClick={on_done}>
          {say("words_box.cancel")}
        </Button>
      </div>
    </form>
  );
}
