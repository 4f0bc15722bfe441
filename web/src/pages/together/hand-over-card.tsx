// Handing over a code on paper, with the person there: so that they can sign in themselves, or come in again.
// It is shown once, and kept nowhere but in the server's hash of it.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Dialog } from "../../components/dialog/dialog";
import { Notice } from "../../components/notice/notice";
import { print_page } from "../../components/print-plan/paper-frame";
import { say } from "../../rules/say";
import { must_be_of_server, NoSignal } from "../../sync/server";
import { later_server } from "../../sync/later-server";
import { use_record } from "../../sync/use-record";
import { help_lines } from "../start/help-lines";
import { hand_over_sheet } from "./hand-over-sheet";
import "../../components/print-plan/print-plan.css";
import "../start/paper-copy.css";

export function HandOverCard(): JSX.Element | null {
  const { view } = use_record();
  const [code, set_code] = useState<string | null>(null);
  const [problem, set_problem] = useState<string | null>(null);
  const name = view.person.name;
  const kind = view.person.has_account ? "way_back" : "card";
  const place = kind === "card" ? "/card" : "/way-back";
  if (kind === "card" && !view.visits?.open) return null;

  async function print(): Promise<void> {
    set_problem(null);
    try {
      const told = await later_server.print_code(view.person.record, kind === "card" ? "card" : "way-back");
      set_code(told.code);
    } catch (said) {
      must_be_of_server(said);
      set_problem(say(said instanceof NoSignal ? "sign_in.no_signal" : "hand_over.not_now"));
    }
  }

  const how = say(`hand_over.${kind}.how`, { address: `${location.host}${place}` });
  function print_sheet(on_it: string): void {
    const title = say("copy.title", { name });
    const care = say("hand_over.nobody_else");
    print_page(hand_over_sheet({ title, how, code: on_it, care, help: help_lines() }));
  }

  return (
    <Card title={say(`hand_over.${kind}.title`, { name })}>
      <p>{say(`hand_over.${kind}.lead`, { name })}</p>
      {problem && (
        <Notice tone="care" spoken>
          <p>{problem}</p>
        </Notice>
      )}
      <div>
        <Button icon="print" onClick={() => void print()}>
          {say(`hand_over.${kind}.button`)}
        </Button>
      </div>
      <Dialog open={code !== null} sheet title={say("copy.title", { name })} on_close={() => set_code(null)}>
        {code !== null && (
          <div class="stack">
            <p>{how}</p>
            <p class="paper-code">{code}</p>
            <p>{say("hand_over.nobody_else")}</p>
            <div>
              <Button kind="main" icon="print" onClick={() => print_sheet(code)}>
                {say("hand_over.print")}
              </Button>
            </div>
          </div>
        )}
      </Dialog>
    </Card>
  );
}
