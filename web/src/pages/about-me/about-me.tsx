// About me: seven headings, in the person's own words, for whoever is to know them a little. Any may stay
// empty.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Page } from "../../components/page/page";
import { StatementCard } from "../../components/statement-card/statement-card";
import { WordsBox, type Written } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { HeadingRow, RowKey } from "../../view";
import { may } from "../may";
import { NothingShared } from "../nothing-shared";
import { GoodHelp } from "./good-help";

export function AboutMe(): JSX.Element {
  const { view } = use_record();
  const own = view.person.reader === "person";
  const headings = view.about_me?.headings ?? [];
  const shut =
    headings.every((row) => row.statements.length === 0 && row.can.length === 0) &&
    view.about_me?.good_help.length === 0;
  const title = own ? say("page.about") : say("page.about_of", { name: view.person.name });
  if (shut)
    return (
      <Page narrow title={title}>
        <NothingShared />
      </Page>
    );
  return (
    <Page
      narrow
      title={title}
      lead={own ? say("about.lead") : say("about.lead_of", { name: view.person.name })}
    >
      <GoodHelp own={own} />
      {headings.map((row) => (
        <HeadingCard key={row.heading} row={row} own={own} />
      ))}
    </Page>
  );
}

function HeadingCard({ row, own }: { row: HeadingRow; own: boolean }): JSX.Element {
  const { tap, view } = use_record();
  const [writing, set_writing] = useState(false);
  const title = say(own ? `about.${row.heading}` : `about_of.${row.heading}`, { name: view.person.name });
  function keep({ words, voice, confirmed }: Written): void {
    const about: RowKey = `heading:${row.heading}`;
    tap("word_statement", { statement: new_id(), place: "about_me", about, words, confirmed }, { voice });
    set_writing(false);
  }
  return (
    <Card title={title}>
      {own && row.statements.length === 0 && <p class="soft">{say(`about.hint.${row.heading}`)}</p>}
      {row.statements.map((statement) => (
        <StatementCard key={statement.id} statement={statement}>
          {may("put_away_statement", statement) && (
            <div>
              <Button
                small
                kind="plain"
                onClick={() => tap("put_away_statement", { statement: statement.id })}
              >
                {say("matters.put_away")}
                <span class="heard">: {title}</span>
              </Button>
            </div>
          )}
        </StatementCard>
      ))}
      {writing ? (
        <WordsBox
          label={title}
          part="about_me"
          send_label={say("matters.keep_words")}
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
