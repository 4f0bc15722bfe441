// What I want to say: finding words before a meeting, in private. Nothing of it leaves until it is shared,
// and sharing brings the words themselves to whoever is met.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Notice } from "../../components/notice/notice";
import { focus_on } from "../../components/page/focus-on";
import { Page } from "../../components/page/page";
import { StatementCard } from "../../components/statement-card/statement-card";
import { WordsBox, type Written } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Prepared, Statement } from "../../view";
import { may } from "../may";

export function GetReady(): JSX.Element {
  const { view } = use_record();
  return (
    <Page narrow title={say("page.ready")} lead={say("ready.lead")}>
      {(view.prepared ?? []).map((row) => (
        <PromptCard key={row.prompt} row={row} />
      ))}
    </Page>
  );
}

function PromptCard({ row }: { row: Prepared }): JSX.Element {
  const { tap } = use_record();
  const [writing, set_writing] = useState(false);
  const [shared, set_shared] = useState(false);
  const title = say(`ready.${row.prompt}`);
  const shared_id = `ready-shared-${row.prompt}`;

  function keep({ words }: Written): void {
    tap("word_statement", { statement: new_id(), place: "prepared", about: `prompt:${row.prompt}`, words });
    set_writing(false);
  }
  function share(line: Statement): void {
    const words = line.versions[0]!.words;
    tap("raise", { talk: new_id(), about: "to_talk_about", statement: new_id(), words });
    tap("put_away_statement", { statement: line.id });
    set_shared(true);
    focus_on(shared_id);
  }

  return (
    <Card title={title}>
      {row.statements.length === 0 && !shared && <p class="soft">{say(`ready.hint.${row.prompt}`)}</p>}
      {row.statements.map((line) => (
        <StatementCard only_read key={line.id} statement={line}>
          <div class="asides">
            <Button small onClick={() => share(line)}>
              {say("ready.share")}
              <span class="heard">: {line.versions[0]!.words}</span>
            </Button>
            <Button small kind="plain" onClick={() => tap("put_away_statement", { statement: line.id })}>
              {say("matters.put_away")}
              <span class="heard">: {line.versions[0]!.words}</span>
            </Button>
          </div>
        </StatementCard>
      ))}
      {shared && (
        <div id={shared_id} tabIndex={-1}>
          <Notice>{say("ready.shared")}</Notice>
        </div>
      )}
      {writing ? (
        <WordsBox
          own_words
          only_me
          label={title}
          part="together"
          form={`ready ${row.prompt}`}
          send_label={say("ready.keep")}
          on_send={keep}
          on_cancel={() => set_writing(false)}
        />
      ) : (
        may("word_statement", row) && (
          <div>
            <Button small icon="write" onClick={() => set_writing(true)}>
              {say("about.write")}
              <span class="heard">: {title}</span>
            </Button>
          </div>
        )
      )}
    </Card>
  );
}
