// The code of a paper copy: whoever holds it ends what was agreed aloud. It needs no account, no name and no
// reason, and works signed out.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Field } from "../../components/field/field";
import { Notice } from "../../components/notice/notice";
import { Page } from "../../components/page/page";
import { say } from "../../rules/say";
import { NoSignal, ServerSays } from "../../sync/server";
import { later_server } from "../../sync/later-server";

/** With its dash, however it was typed. */
function as_printed(code: string): string {
  const signs = code.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

export function StopPage(): JSX.Element {
  const [code, set_code] = useState("");
  const [ended, set_ended] = useState(false);
  const [problem, set_problem] = useState<string>();

  async function end(event: Event): Promise<void> {
    event.preventDefault();
    try {
      await later_server.withdraw(as_printed(code));
      set_ended(true);
    } catch (said) {
      if (said instanceof NoSignal) return set_problem(say("sign_in.no_signal"));
      if (!(said instanceof ServerSays)) throw said;
      set_problem(say("stop.unknown"));
    }
  }

  if (ended) return <Page narrow title={say("stop.done")} lead={say("stop.done_lead")} />;
  return (
    <Page narrow title={say("stop.title")} lead={say("stop.lead")}>
      <Card>
        <form class="stack" onSubmit={(event) => void end(event)}>
          <Field
            label={say("stop.code")}
            hint={say("stop.code_hint")}
            value={code}
            problem={problem}
            autocomplete="off"
            spellcheck={false}
            maxLength={12}
            on_change={set_code}
          />
          <div>
            <Button kind="main" type="submit" disabled={!code.trim()}>
              {say("stop.button")}
            </Button>
          </div>
        </form>
      </Card>
      <Notice>
        <p>{say("stop.paper")}</p>
      </Notice>
    </Page>
  );
}
