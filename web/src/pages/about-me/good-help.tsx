// What good help looks like to me: up to three lines, for whoever is to help.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Worded } from "../../components/worded/worded";
import { WordsBox, type Written } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { may } from "../may";

export function GoodHelp({ own }: { own: boolean }): JSX.Element | null {
  const { view, tap } = use_record();
  const [writing, set_writing] = useState(false);
  const { good_help = [], can = [] } = view.about_me ?? {};
  const addable = may("word_statement", { can });
  if (good_help.length === 0 && !addable) return null;
  const title = own ? say("good_help.title") : say("good_help.title_of", { name: view.person.name });
  function keep({ words, confirmed }: Written): void {
    tap("word_statement", { statement: new_id(), place: "good_help", words, confirmed }, { voice: "person" });
    set_writing(false);
  }
  return (
    <Card title={title}>
      {own && good_help.length === 0 && <p class="soft">{say("good_help.hint")}</p>}
      {good_help.map((line) => (
        <Worded
          key={line.id}
          statement={line}
          part="about_me"
          actions={
            may("put_away_statement", line) && (
              <Button small kind="plain" onClick={() => tap("put_away_statement", { statement: line.id })}>
                {say("matters.put_away")}
              </Button>
            )
          }
        />
      ))}
      {writing ? (
        <WordsBox
          label={title}
          part="about_me"
          voice="person"
          send_label={say("matters.keep_words")}
          on_send={keep}
          on_cancel={() => set_writing(false)}
        />
      ) : (
        addable && (
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
