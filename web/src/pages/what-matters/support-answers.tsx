// One kind of help: who or what gives it, whether it is enough, and what somebody would like.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Chips } from "../../components/chips/chips";
import { ChooseOne } from "../../components/choice-list/choice-list";
import { MakeGoal } from "../../components/make-goal/make-goal";
import { Notice } from "../../components/notice/notice";
import { StatementCard } from "../../components/statement-card/statement-card";
import { WordsBox, type Written } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Enough, Id, Place, Statement, Support } from "../../view";
import { may } from "../may";
import { helped, support_row } from "./journey";

export function WhoHelps({ support }: { support: Support }): JSX.Element | null {
  const { view, tap } = use_record();
  const row = support_row(view, support);
  if (!row) return null;
  const ties = view.circle?.ties ?? [];
  const choosable = may("add_helper", row) || may("remove_helper", row);
  function change(now: Id[]): void {
    for (const tie of now) if (!row!.helpers.includes(tie)) tap("add_helper", { support, tie });
    for (const tie of row!.helpers) if (!now.includes(tie)) tap("remove_helper", { support, tie });
  }
  return (
    <>
      {ties.length > 0 && choosable && (
        <Chips
          legend={say("matters.who.circle")}
          value={row.helpers}
          on_change={change}
          options={ties.map((tie) => ({ value: tie.id, label: tie.name }))}
        />
      )}
      <SaidHere statements={row.helps} />
      <AddWords support={support} place="helps" label={say("matters.who.words")} open={ties.length === 0} />
      {!helped(row) && (
        <Notice>
          <p>{say("matters.who.nobody")}</p>
        </Notice>
      )}
    </>
  );
}

const enough: readonly Enough[] = ["yes", "could_be_more", "no", "not_today"];

export function IsItEnough({ support }: { support: Support }): JSX.Element | null {
  const { view, tap } = use_record();
  const row = support_row(view, support);
  if (!row) return null;
  if (!may("answer_support", row))
    return <p>{row.enough ? say(`enough.${row.enough}`) : say("matters.open")}</p>;
  return (
    <>
      <ChooseOne
        legend={say(`matters.enough.${support}`)}
        legend_heard
        value={row.enough}
        options={enough.map((value) => ({ value, label: say(`enough.${value}`) }))}
        on_change={(answer) => tap("answer_support", { support, enough: answer })}
      />
      {row.enough === "not_today" && (
        <Notice spoken>
          <p>{say("matters.enough.not_today")}</p>
        </Notice>
      )}
    </>
  );
}

export function WhatIsWished({ support }: { support: Support }): JSX.Element | null {
  const { view } = use_record();
  const row = support_row(view, support);
  if (!row) return null;
  return (
    <>
      <SaidHere statements={row.wishes} />
      <AddWords
        support={support}
        place="wish"
        label={say("matters.wish.words")}
        open={row.wishes.length === 0}
      />
    </>
  );
}

/** What was said to this question, each a goal if they wish. */
function SaidHere({ statements }: { statements: Statement[] }): JSX.Element | null {
  const { tap } = use_record();
  if (statements.length === 0) return null;
  return (
    <div class="stack stack--tight">
      {statements.map((statement) => (
        <StatementCard key={statement.id} statement={statement}>
          <div class="row">
            <MakeGoal statement={statement} />
            {may("put_away_statement", statement) && (
              <Button
                small
                kind="plain"
                onClick={() => tap("put_away_statement", { statement: statement.id })}
              >
                {say("matters.put_away")}
              </Button>
            )}
          </div>
        </StatementCard>
      ))}
    </div>
  );
}

function AddWords({
  support,
  place,
  label,
  open,
}: {
  support: Support;
  place: Place;
  label: string;
  open: boolean;
}): JSX.Element | null {
  const { view, tap } = use_record();
  const [writing, set_writing] = useState(open);
  if (!may("word_statement", support_row(view, support), view.matters)) return null;
  function write({ words, voice, confirmed }: Written): void {
    tap(
      "word_statement",
      { statement: new_id(), place, about: `support:${support}`, words, confirmed },
      { voice },
    );
    set_writing(false);
  }
  if (!writing) {
    return (
      <div>
        <Button icon="add" onClick={() => set_writing(true)}>
          {say("matters.add_words")}
        </Button>
      </div>
    );
  }
  return <WordsBox label={label} part="matters" send_label={say("matters.keep_words")} on_send={write} />;
}
