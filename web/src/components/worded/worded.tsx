// A statement with what its reader may do about the words: change them, settle two versions, say "not my
// words", confirm what was typed for them, and read every earlier version. Nobody edits another's words.

import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Part, Statement } from "../../view";
import { may } from "../../pages/may";
import { Button } from "../button/button";
import { StatementCard } from "../statement-card/statement-card";
import { WordsBox, type Written } from "../words-box/words-box";
import { Earlier } from "./earlier";
import "./worded.css";

interface WordedProps {
  statement: Statement;
  part: Part;
  /** Before the words: what they are about. */
  above?: ComponentChildren;
  /** After whose words: "by 28 March", "with Dev". */
  more?: ComponentChildren;
  /** What can be done with the thing itself, beside what can be done with its words. */
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

export function Worded({ statement, part, above, more, actions, children }: WordedProps): JSX.Element {
  const { view, tap } = use_record();
  const [writing, set_writing] = useState(false);
  const latest = statement.versions[0];
  const changeable = may("word_statement", statement) && latest !== undefined;

  function put(words: string, confirmed: Written["confirmed"]): void {
    const { id, place, about } = statement;
    const for_another = latest?.voice !== view.person.me;
    const checked = for_another ? (confirmed ?? "not_yet") : undefined;
    tap(
      "word_statement",
      { statement: id, place, about: about ?? undefined, words, confirmed: checked },
      { voice: latest?.voice, base: statement.versions.map((version) => version.version) },
    );
    set_writing(false);
  }

  return (
    <StatementCard statement={statement} above={above} more={more}>
      {statement.apart && changeable && !writing && <Settle statement={statement} on_settle={put} />}
      {writing && latest ? (
        <WordsBox
          label={say("worded.change.label")}
          part={part}
          voice={latest.voice}
          start={latest.words}
          send_label={say("worded.change.send")}
          on_cancel={() => set_writing(false)}
          on_send={({ words, confirmed }) => put(words, confirmed)}
        />
      ) : (
        children
      )}
      <TypedForYou statement={statement} />
      {!writing && (
        <More
          statement={statement}
          actions={actions}
          on_change={changeable ? () => set_writing(true) : null}
        />
      )}
    </StatementCard>
  );
}

interface MoreProps {
  statement: Statement;
  actions: ComponentChildren;
  /** Null when the words are not this reader's to change. */
  on_change: (() => void) | null;
}

/** What is seldom needed stands behind one word, so that the plan stays calm. */
function More({ statement, actions, on_change }: MoreProps): JSX.Element | null {
  if (!actions && !on_change && statement.past.length === 0) return null;
  return (
    <details class="worded__more">
      <summary>
        {say("worded.more")}
        <span class="heard">: {statement.versions[0]?.words}</span>
      </summary>
      <div class="asides">
        {on_change && (
          <Button small kind="plain" onClick={on_change}>
            {say("worded.change")}
          </Button>
        )}
        {actions}
      </div>
      {statement.past.length > 0 && <Earlier statement={statement} />}
    </details>
  );
}

/** Two versions made apart: one tap keeps one of them as the words from now on; both stay readable. */
function Settle({
  statement,
  on_settle,
}: {
  statement: Statement;
  on_settle: (words: string, confirmed: Written["confirmed"]) => void;
}): JSX.Element {
  return (
    <div class="worded__settle" role="group" aria-label={say("worded.settle")}>
      <p class="small soft">{say("worded.settle")}</p>
      {statement.versions.map((version) => (
        <Button
          key={version.version}
          small
          onClick={() => on_settle(version.words, version.confirmed ?? undefined)}
        >
          {say("worded.settle.use", { words: shortened(version.words) })}
        </Button>
      ))}
    </div>
  );
}

/** Words that were typed for the reader: theirs after all, or not. */
function TypedForYou({ statement }: { statement: Statement }): JSX.Element | null {
  const { tap } = use_record();
  const typed = statement.versions.filter((version) => version.confirmed !== null && !version.disowned);
  const unconfirmed = typed.filter((version) => version.confirmed === "not_yet");
  if (typed.length === 0 || (!may("disown_words", statement) && unconfirmed.length === 0)) return null;
  return (
    <div class="asides">
      {may("confirm_words", statement) &&
        unconfirmed.map((version) => (
          <Button
            key={version.version}
            small
            kind="plain"
            onClick={() =>
              tap("confirm_words", {
                statement: statement.id,
                version: version.version,
                confirmed: "read_back",
              })
            }
          >
            {say("worded.confirm")}
          </Button>
        ))}
      {may("disown_words", statement) &&
        typed.map((version) => (
          <Button
            key={version.version}
            small
            kind="plain"
            onClick={() => tap("disown_words", { statement: statement.id, version: version.version })}
          >
            {say("worded.disown")}
          </Button>
        ))}
    </div>
  );
}

const letters_on_button_max = 40;

function shortened(words: string): string {
  const letters = [...words];
  return letters.length <= letters_on_button_max
    ? words
    : `${letters.slice(0, letters_on_button_max).join("").trim()}…`;
}
