// A supporter tells the person and the team something, in their own voice, also without seeing anything. What
// they told stays before them; who reads it is said before they write.

import type { JSX } from "preact";
import { Card } from "../../components/card/card";
import { Page } from "../../components/page/page";
import { StatementCard } from "../../components/statement-card/statement-card";
import { WordsBox } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { may } from "../may";

export function TellPage(): JSX.Element {
  const { view, tap } = use_record();
  const { name, me } = view.person;
  const told = (view.talk ?? []).flatMap(({ statement }) =>
    statement?.versions.some((one) => one.voice === me) ? [statement] : [],
  );
  return (
    <Page narrow title={say("tell.title", { name })} lead={say("tell.lead", { name })}>
      {may("raise", view.visits) && (
        <Card>
          <p>{say("tell.not_urgent")}</p>
          <WordsBox
            own_words
            label={say("tell.words")}
            part="together"
            form="tell"
            send_label={say("tell.send")}
            on_send={({ words }) =>
              tap("raise", { talk: new_id(), about: "to_talk_about", statement: new_id(), words })
            }
          />
        </Card>
      )}
      {told.length > 0 && (
        <section class="stack" aria-labelledby="told">
          <h2 id="told">{say("tell.told")}</h2>
          {told.map((statement) => (
            <StatementCard key={statement.id} statement={statement} />
          ))}
        </section>
      )}
    </Page>
  );
}
