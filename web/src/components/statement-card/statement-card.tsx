// Somebody's words, exactly as they said them, with whose words they are and when. Two versions that were
// made apart stand side by side with equal weight. Colour and a written label say the same thing.

import type { ComponentChildren, JSX } from "preact";
import type { Day, Party, Statement, StatementVersion } from "../../view";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { said_date } from "../../words/day-words";
import "./statement-card.css";

interface StatementCardProps {
  statement: Statement;
  /** After whose words: "by 28 March", "with Dev". */
  more?: ComponentChildren;
  /** Under the words: buttons, steps. */
  children?: ComponentChildren;
}

export function StatementCard({ statement, more, children }: StatementCardProps): JSX.Element {
  const { is_waiting, view, today } = use_record();
  const origin = view.joining?.find((one) => one.row === `statement:${statement.id}`);
  const waiting = statement.versions.some((version) => is_waiting(version.version));
  const kind = statement.versions[0]?.voice_kind ?? "person";
  return (
    <article class={`words words--${statement.apart ? "apart" : kind}${waiting ? " words--waiting" : ""}`}>
      {statement.apart && <p class="small soft">{say("words.apart")}</p>}
      <div class={statement.apart ? "words__beside" : undefined}>
        {statement.versions.map((version) => (
          <Version
            key={version.version}
            version={version}
            alone={!statement.apart}
            more={statement.apart ? undefined : more}
          />
        ))}
      </div>
      {origin && <p class="small soft">{say("words.origin", { day: said_date(origin.on, today) })}</p>}
      {waiting && <p class="small words__waiting">{say("words.waiting")}</p>}
      {children && <div class="words__under">{children}</div>}
    </article>
  );
}

function Version({
  version,
  alone,
  more,
}: {
  version: StatementVersion;
  alone: boolean;
  more: ComponentChildren;
}): JSX.Element {
  const { view, today } = use_record();
  return (
    <div class={alone ? undefined : `words words--${version.voice_kind}`}>
      <p class="words__text said" lang={version.language ?? "en"}>
        {version.words}
      </p>
      <p class="words__by">
        {whose_words(version, view.person.me, today)}
        {more && <> · {more}</>}
      </p>
    </div>
  );
}

/** "Your words · 12 March", "Sam’s words, typed by Amina, said aloud · 12 March". */
export function whose_words(version: StatementVersion, me: Party, today: Day): string {
  const mine = version.voice === me;
  const whose = mine ? say("words.yours") : say("words.whose", { name: version.voice_name });
  const parts = [version.confirmed === null ? whose : typed_for(version, whose)];
  if (version.disowned) {
    parts.push(mine ? say("words.disowned_by_you") : say("words.disowned", { name: version.voice_name }));
  }
  parts.push(said_date(version.said_on, today));
  return parts.join(" · ");
}

function typed_for(version: StatementVersion, whose: string): string {
  const typed = say("words.typed_by", { whose, name: version.typed_by_name });
  return version.confirmed ? `${typed}, ${say(`words.confirmed.${version.confirmed}`)}` : typed;
}
