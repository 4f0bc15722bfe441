// One entry: each part can be put right, the publisher's words stay beside it, and all that was ever done
// to it is told with its difference and whose hand it was.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Field } from "../../components/field/field";
import { SelectField } from "../../components/field/select-field";
import { TextField } from "../../components/field/text-field";
import { say } from "../../rules/say";
import { day_in, installation_now } from "../../sync/clock";
import {
  must_be_of_server,
  ServerSays,
  type ComparedField,
  type DirectoryEntry,
  type HistoryLine,
} from "../../sync/server";
import { later_server } from "../../sync/later-server";
import { use_house } from "../../sync/use-house";
import type { Id } from "../../view";
import { said_date } from "../../words/day-words";

const long_from_bytes = 1000;

export function EntryEditor({ service, on_changed }: { service: Id; on_changed: () => void }): JSX.Element {
  const [entry, set_entry] = useState<DirectoryEntry | null>(null);
  const [problem, set_problem] = useState<string | null>(null);

  function load(): Promise<void> {
    return later_server.directory_entry(service).then(set_entry);
  }
  function attempt(work: Promise<unknown>): Promise<void> {
    set_problem(null);
    return work
      .then(load)
      .then(on_changed)
      .catch((said) => {
        must_be_of_server(said);
        const unfit = said instanceof ServerSays && said.status === 422;
        set_problem(say(unfit ? "directory.correct.problem" : "directory.not_done"));
      });
  }
  useEffect(() => {
    void attempt(Promise.resolve());
  }, [service]);

  return (
    <div class="stack entry">
      <p role="alert">{problem}</p>
      {entry && (
        <>
          {entry.closed && <p class="soft">{say("directory.entry.closed")}</p>}
          <div class="row">
            <Button small onClick={() => void attempt(later_server.judge_service(service, "checked"))}>
              {say("directory.checked")}
            </Button>
            <Button
              small
              onClick={() =>
                void attempt(
                  later_server.judge_service(service, entry.state === "hidden" ? "restore" : "hide"),
                )
              }
            >
              {say(entry.state === "hidden" ? "directory.restore" : "directory.hide")}
            </Button>
          </div>
          <dl class="entry__parts">
            {entry.fields.map((part) => (
              <Part
                key={part.field}
                part={part}
                on_correct={(text) => attempt(later_server.correct_service(service, part.field, text))}
              />
            ))}
          </dl>
          <History lines={entry.history} />
        </>
      )}
    </div>
  );
}

type PartOfEntry = DirectoryEntry["fields"][number];

interface FixedAnswer {
  value: string;
  label: string;
}

/** The parts that have a few answers; any other is a text. */
function answers_of(field: ComparedField): FixedAnswer[] | undefined {
  switch (field) {
    case "newcomers":
      return (["ask_first", "open", "waiting_list"] as const).map((value) => ({
        value,
        label: say(`newcomers.${value}`),
      }));
    case "group":
      return (["unknown", "one_or_two", "small", "large"] as const).map((value) => ({
        value,
        label: say(`group.${value}`),
      }));
    case "come_alone":
    case "companion":
      return (["unknown", "yes", "no"] as const).map((value) => ({ value, label: say(`known.${value}`) }));
    default:
      return undefined;
  }
}

function said_text(field: ComparedField, text: string): string {
  const answers = answers_of(field);
  if (answers) return answers.find((answer) => answer.value === text)?.label ?? text;
  return text || say("directory.correct.nothing");
}

function Part({
  part,
  on_correct,
}: {
  part: PartOfEntry;
  on_correct: (text: string | null) => Promise<void>;
}): JSX.Element {
  const [writing, set_writing] = useState(false);
  const name = say(`directory.field.${part.field}`);
  return (
    <div class="entry__part">
      <dt>{name}</dt>
      <dd>
        {writing ? (
          <PartForm
            part={part}
            label={name}
            on_keep={(text) => void on_correct(text).then(() => set_writing(false))}
            on_cancel={() => set_writing(false)}
          />
        ) : (
          <>
            <p class={part.text ? "said" : "soft"}>{said_text(part.field, part.text)}</p>
            {part.publisher !== null && (
              <p class="small soft">
                {say("directory.correct.publisher", { text: said_text(part.field, part.publisher) })}{" "}
                <Button small kind="plain" onClick={() => void on_correct(null)}>
                  {say("directory.correct.let_stand")}
                  <span class="heard">: {name}</span>
                </Button>
              </p>
            )}
            <Button small kind="plain" onClick={() => set_writing(true)}>
              {say("directory.correct")}
              <span class="heard">: {name}</span>
            </Button>
          </>
        )}
      </dd>
    </div>
  );
}

function PartForm({
  part,
  label,
  on_keep,
  on_cancel,
}: {
  part: PartOfEntry;
  label: string;
  on_keep: (text: string) => void;
  on_cancel: () => void;
}): JSX.Element {
  const [text, set_text] = useState(part.text);
  const answers = answers_of(part.field);
  const box = { label, value: text, on_change: set_text, autofocus: true };
  return (
    <form
      class="stack stack--tight"
      onSubmit={(event) => {
        event.preventDefault();
        on_keep(text.trim());
      }}
    >
      {answers ? (
        <SelectField {...box} options={answers} />
      ) : part.bytes_max > long_from_bytes ? (
        <TextField {...box} rows={4} />
      ) : (
        <Field {...box} />
      )}
      <div class="row">
        <Button small kind="main" type="submit">
          {say("directory.correct.keep")}
        </Button>
        <Button small kind="plain" onClick={on_cancel}>
          {say("words_box.cancel")}
        </Button>
      </div>
    </form>
  );
}

function History({ lines }: { lines: HistoryLine[] }): JSX.Element {
  const { me } = use_house();
  const today = day_in(me.zone, installation_now());
  return (
    <section class="stack stack--tight">
      <h3>{say("directory.history")}</h3>
      <ul class="entry__history">
        {lines.map((line) => {
          const what = say(`directory.history.${line.what}`);
          return (
            <li key={line.at + line.what}>
              <p>
                <span class="strong">
                  {line.by ? say("directory.history.by", { what, name: line.by }) : what}
                </span>{" "}
                <span class="soft small">{said_date(line.at.slice(0, 10), today)}</span>
              </p>
              {line.changes.map((change) => (
                <p key={change.field} class="small">
                  {say("directory.history.change", {
                    field: say(`directory.field.${change.field}`),
                    before: said_text(change.field, change.before),
                    after: said_text(change.field, change.after),
                  })}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
