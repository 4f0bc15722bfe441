// The wordings a line had before, the newest first, and what each change was, in words.

import type { JSX } from "preact";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Day, Party, Statement, StatementVersion } from "../../view";
import { said_date } from "../../words/day-words";
import { whose_words } from "../statement-card/statement-card";
import { compare } from "./compare";

export function Earlier({ statement }: { statement: Statement }): JSX.Element {
  const { view, today } = use_record();
  const { me } = view.person;
  // Where two wordings stand side by side nobody can say which of them came from which.
  const latest = statement.apart ? undefined : statement.versions[0];
  return (
    <>
      <p class="small soft">{say("worded.earlier")}</p>
      <ol class="worded__past">
        {statement.past.map((version, n) => {
          const after = n === 0 ? latest : statement.past[n - 1];
          return (
            <li key={version.version}>
              {after && <p class="small">{said_change(version, after, me, today)}</p>}
              <p class="said" lang={version.language ?? "en"}>
                {version.words}
              </p>
              <p class="small soft">{whose_words(version, me, today)}</p>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** "3 April: Amina added “with Dev”. “every day” was taken out." Who typed is not always who spoke. */
function said_change(before: StatementVersion, after: StatementVersion, me: Party, today: Day): string {
  const { added, taken_out, anew } = compare(before.words, after.words);
  const day = said_date(after.said_on, today);
  const own = after.voice === me && after.confirmed === null;
  const name = after.typed_by_name;
  if (anew) return own ? say("compare.anew.you", { day }) : say("compare.anew", { day, name });
  const sentences: string[] = [];
  const words = quoted(added);
  if (words)
    sentences.push(
      own ? say("compare.added.you", { day, words }) : say("compare.added", { day, name, words }),
    );
  const gone = quoted(taken_out);
  if (gone) {
    sentences.push(
      own
        ? say("compare.taken_out.you", { day, words: gone })
        : say("compare.taken_out", { day, name, words: gone }),
    );
  }
  return sentences.join(" ") || say("compare.spaces", { day });
}

function quoted(pieces: string[]): string {
  return pieces.map((piece) => `“${piece}”`).join(", ");
}
