// Somebody's words, exactly as they said them, with whose words they are and when. Two versions that were
// made apart stand side by side with equal weight. Colour and a written label say the same thing.

import type { ComponentChildren, JSX } from "preact";
import type { Day, Party, Statement, StatementVersion } from "../../view";
import { say } from "../../rules/say";
import { lazy_part } from "../../app/lazy-part";
import { may } from "../../pages/may";
import { use_record } from "../../sync/use-record";
import { said_date } from "../../words/day-words";
import "./statement-card.css";

const Agreement = lazy_part(async () => (await import("../agreement/agreement")).Agreement);
const ViewCard = lazy_part(async () => (await import("../agreement/view-card")).ViewCard);

interface StatementCardProps {
  statement: Statement;
  /** On a page for a quick look: what others make of it is shown, and nothing is offered. */
  only_read?: boolean;
  /** Before the words: what they are about. */
  above?: ComponentChildren;
  /** After whose words: "by 28 March", "with Dev". */
  more?: ComponentChildren;
  /** Under the words: buttons, steps. */
  children?: ComponentChildren;
}

export function StatementCard({
  statement,
  above,
  more,
  children,
  only_read,
}: StatementCardProps): JSX.Element {
  const { is_waiting, view, today } = use_record();
  const origin = view.joining?.find((one) => one.row === `statement:${statement.id}`);
  const waiting = statement.versions.some((version) => is_waiting(version.version));
  const kind = statement.versions[0]?.voice_kind ?? "person";
  const views = statement.stances.filter((stance) => stance.on_these_words && stance.own.length > 0);
  const has_beside = statement.stances.length > views.length || statement.proposals.length > 0;
  const beside = has_beside || (!only_read && may("take_stance", statement));
  const card = (
    <article class={`words words--${statement.apart ? "apart" : kind}${waiting ? " words--waiting" : ""}`}>
      {above && <p class="small soft">{above}</p>}
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
      {beside && <Agreement statement={statement} only_read={only_read ?? false} />}
    </article>
  );
  if (views.length === 0) return card;
  return (
    <div class="words__beside">
      {card}
      {views.map((stance) => (
        <ViewCard key={stance.party} stance={stance} line={statement} />
      ))}
    </div>
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
  const whose = mine ? say("words.yours") : in_role(version);
  const parts = [version.confirmed === null ? whose : typed_for(version, whose)];
  if (version.disowned) {
    parts.push(mine ? say("words.disowned_by_you") : say("words.disowned", { name: version.voice_name }));
  }
  parts.push(said_date(version.said_on, today));
  return parts.join(" · ");
}

/** "Amina’s words, from the team": the person's own need no role. */
function in_role({ voice_name, voice_kind }: StatementVersion): string {
  const whose = say("words.whose", { name: voice_name });
  return voice_kind === "person"
    ? whose
    : say("words.in_role", { whose, role: say(`words.role.${voice_kind}`) });
}

function typed_for(version: StatementVersion, whose: string): string {
  const typed = say("words.typed_by", { whose, name: version.typed_by_name });
  return version.confirmed ? `${typed}, ${say(`words.confirmed.${version.confirmed}`)}` : typed;
}
