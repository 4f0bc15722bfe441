// Writing to somebody. What stands above the button is known before sending: who will see it, when they are
// next at work, and where help is now.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { ChooseMany } from "../../components/choice-list/choose-many";
import { TextField } from "../../components/field/text-field";
import { HelpNow } from "../../components/help-now/help-now";
import { focus_on } from "../../components/page/focus-on";
import { use_half_written } from "../../components/words-box/half-written";
import { words_bytes_max } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { server, type AtWork } from "../../sync/server";
import { session } from "../../sync/session";
import { use_record } from "../../sync/use-record";
import type { Id, Letter, MessageTo, Party } from "../../view";
import { said_day, said_minute } from "../../words/day-words";
import { account_of } from "../sharing/parts";

/** What was sent takes the focus, where it stands now. */
export function message_id(id: Id): string {
  return `message-${id}`;
}

interface WriteProps {
  answers?: Letter;
  /** What it is about, already named in its first words; the rest is theirs. */
  about?: About;
  on_done: () => void;
}
export interface About {
  form: string;
  to: Party[];
  words: string;
}

export function WriteMessage({ answers, about, on_done }: WriteProps): JSX.Element {
  const { view, today, tap } = use_record();
  const could = view.messages?.to ?? [];
  const [to, set_to] = useState<Party[]>(
    answers ? [answers.voice] : (about?.to ?? (could.length === 1 ? could.map((one) => one.party) : [])),
  );
  const [words, set_words] = use_half_written(`message ${answers?.id ?? about?.form ?? ""}`, about?.words);
  const [problem, set_problem] = useState<string>();
  const readers = answers
    ? [{ party: answers.voice, name: answers.voice_name }]
    : could.filter((one) => to.includes(one.party));

  function send(event: Event): void {
    event.preventDefault();
    const trimmed = words.trim();
    if (to.length === 0) return set_problem(say("messages.to_needed"));
    if (!trimmed) return set_problem(say("words_box.empty"));
    if (new TextEncoder().encode(trimmed).length > words_bytes_max) return set_problem(say("words_box.long"));
    const message = new_id();
    tap("send_message", { message, to, words: trimmed, answers: answers?.id });
    set_words("");
    on_done();
    focus_on(message_id(message));
  }

  return (
    <form class="stack" onSubmit={send}>
      {!answers && could.length > 1 && (
        <ChooseMany
          legend={say("messages.to")}
          value={to}
          on_change={set_to}
          options={could.map((one: MessageTo) => ({ value: one.party, label: one.name }))}
        />
      )}
      <TextField
        label={say("messages.words")}
        value={words}
        problem={problem}
        on_change={set_words}
        rows={5}
      />
      <BeforeSending readers={readers} today={today} />
      <div class="row">
        <Button kind="main" type="submit">
          {say("messages.send")}
        </Button>
        <Button kind="plain" onClick={on_done}>
          {say("words_box.cancel")}
        </Button>
      </div>
    </form>
  );
}

function BeforeSending({
  readers,
  today,
}: {
  readers: readonly { party: Party; name: string }[];
  today: string;
}): JSX.Element {
  const { view } = use_record();
  const at_work = use_at_work();
  const own = view.person.reader === "person";
  const help = session.installation()?.help ?? [];
  const names = readers.map((one) => one.name);
  return (
    <div class="messages__before" role="status">
      {names.length > 0 && (
        <p>{own ? say("messages.seen_by", { names }) : say("messages.seen_by_two", { names })}</p>
      )}
      {own && readers.map((one) => <p key={one.party}>{said_next_work(one, at_work, today)}</p>)}
      <p class="strong">{say("messages.nobody_watching")}</p>
      <div>
        <HelpNow numbers={help} today={today} />
      </div>
    </div>
  );
}

/** When the people here are next at work, as the server says now; null without a signal. */
function use_at_work(): ReadonlyMap<string, AtWork | null> | null {
  const [at_work, set_at_work] = useState<ReadonlyMap<string, AtWork | null> | null>(null);
  useEffect(() => {
    let wanted = true;
    server
      .practitioners()
      .then(
        (list) => wanted && set_at_work(new Map(list.map((one) => [one.account, one.next_at_work ?? null]))),
      )
      .catch(() => null); // without a signal it is said that we cannot see it
    return () => {
      wanted = false;
    };
  }, []);
  return at_work;
}

export function said_next_work(
  one: { party: Party; name: string },
  at_work: ReadonlyMap<string, AtWork | null> | null,
  today: string,
): string {
  const next = at_work?.get(account_of(one.party));
  if (!at_work) return say("messages.work_no_signal", { name: one.name });
  if (!next) return say("messages.work_not_known", { name: one.name });
  if (next.now) return say("messages.work_now", { name: one.name, time: said_minute(next.until) });
  return say("messages.work_next", {
    name: one.name,
    day: said_day(next.day, today),
    time: said_minute(next.minute),
  });
}
