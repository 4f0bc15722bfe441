// End the visit, copy, mark: one action. The text is plain and fits the length the other record takes; each
// line that was taken is marked with the day and the name, and next time only what changed is offered.

import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Tick } from "../../components/choice-list/choose-many";
import { Field } from "../../components/field/field";
import { TextField } from "../../components/field/text-field";
import { Notice } from "../../components/notice/notice";
import { Refused } from "../../rules/rules";
import { say, say_message } from "../../rules/say";
import { use_record, type VisitCopy } from "../../sync/use-record";
import { said_day } from "../../words/day-words";

const letters_usual = 4000;
const letters_least = 600;
const kept_under = "kith.copy-letters";

export function CopyVisit({ on_done }: { on_done: () => void }): JSX.Element {
  const { view, today, tap, copy } = use_record();
  const [letters, set_letters] = useState(kept_letters());
  const [whole, set_whole] = useState(false);
  const [problem, set_problem] = useState<string | null>(null);
  const [copied, set_copied] = useState(false);
  const visit = view.visits?.open ?? null;
  const made = useMemo(() => copy_or_why(copy, letters, whole), [copy, letters, whole, view]);
  const before = "text" in made ? made.lines.filter((line) => line.copied_on) : [];

  async function end_and_copy(): Promise<void> {
    if ("text" in made && made.copied.length > 0) {
      try {
        await navigator.clipboard.writeText(made.text);
      } catch {
        return set_problem(say("handover.no_clipboard"));
      }
      tap("mark_copied", { lines: made.copied });
      set_copied(true);
      return end();
    }
    end_and_close();
  }
  function end(): void {
    if (visit) tap("end_visit", { visit: visit.id }, { base: [visit.version] });
  }
  function end_and_close(): void {
    end();
    on_done();
  }

  if (copied)
    return (
      <div class="stack">
        <p role="status" class="strong">
          {say("handover.copied")}
        </p>
        <div>
          <Button kind="main" autofocus onClick={on_done}>
            {say("handover.copied_done")}
          </Button>
        </div>
      </div>
    );

  return (
    <div class="stack">
      {problem && (
        <Notice tone="care" spoken>
          <p>{problem}</p>
        </Notice>
      )}
      {"text" in made ? (
        <>
          <div class="row">
            <Button kind="main" icon="done" onClick={() => void end_and_copy()}>
              {say(visit ? "handover.end_and_copy" : "handover.copy")}
            </Button>
            {visit && (
              <Button kind="plain" onClick={end_and_close}>
                {say("handover.only_end")}
              </Button>
            )}
            <a href={`/api/records/${view.person.record}/paper?style=visit&whole=yes&as=pdf`} download>
              {say("handover.pdf")}
            </a>
          </div>
          <TextField
            label={say("handover.text")}
            hint={say("handover.hint")}
            rows={10}
            value={made.text}
            readonly
            on_change={() => null}
          />
          {!made.all && <p class="small">{say("handover.not_all")}</p>}
          {made.copied.length === 0 && (
            <p class="small">{say(before.length > 0 ? "handover.nothing_new" : "handover.nothing_yet")}</p>
          )}
          {before.slice(0, 1).map((line) => (
            <p key={line.row} class="small soft">
              {say("handover.before", {
                name: line.copied_by,
                day: said_day(line.copied_on ?? today, today),
              })}
            </p>
          ))}
          <details>
            <summary>{say("handover.options")}</summary>
            <div class="stack">
              <Field
                label={say("handover.letters")}
                type="number"
                inputMode="numeric"
                min={String(letters_least)}
                value={String(letters)}
                on_change={(text) => set_letters(keep_letters(Number(text)))}
              />
              <Tick label={say("handover.whole")} value={whole} on_change={set_whole} />
            </div>
          </details>
        </>
      ) : (
        <>
          <p>{made.why}</p>
          <Button kind="main" onClick={end_and_close}>
            {say("visit.end")}
          </Button>
        </>
      )}
    </div>
  );
}

function copy_or_why(
  copy: (ask: { letters: number; whole?: boolean }) => VisitCopy,
  letters: number,
  whole: boolean,
): VisitCopy | { why: string } {
  try {
    return copy(whole ? { letters, whole } : { letters });
  } catch (said) {
    if (!(said instanceof Refused)) throw said;
    return { why: say_message(said.refusal.message) };
  }
}

/** The length another record takes is a matter of this device, and says nothing of anybody. */
function kept_letters(): number {
  return Number(localStorage.getItem(kept_under)) || letters_usual;
}
function keep_letters(letters: number): number {
  const kept = Number.isFinite(letters) && letters > 0 ? Math.round(letters) : letters_usual;
  localStorage.setItem(kept_under, String(kept));
  return kept;
}
