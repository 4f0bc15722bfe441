// Messages: words to somebody named. Before sending it says who will see it, when they are next at work, and
// that nobody is watching now; afterwards whether it was opened, and by whom.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Page } from "../../components/page/page";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Letter } from "../../view";
import { said_day } from "../../words/day-words";
import { has_died, may } from "../may";
import { look_asked_about } from "../looks/ask-about";
import { message_id, WriteMessage } from "./write-message";
import "./messages.css";

export function MessagesPage(): JSX.Element {
  const { view, today } = use_record();
  const about = look_asked_about(view, today);
  const [writing, set_writing] = useState(about !== null);
  const messages = view.messages;
  const rows = messages?.rows ?? [];
  const own = view.person.reader === "person";
  return (
    <Page
      title={say("page.messages")}
      lead={own ? say("messages.lead") : say("messages.lead_for", { name: view.person.name })}
    >
      <div class="stack stack--wide messages">
        {writing ? (
          <Card title={say("messages.write")}>
            <WriteMessage about={about ?? undefined} on_done={() => set_writing(false)} />
          </Card>
        ) : (
          may("send_message", messages) &&
          !has_died(view) && (
            <div>
              <Button kind="main" icon="speak" onClick={() => set_writing(true)}>
                {say("messages.write")}
              </Button>
            </div>
          )
        )}
        {messages && messages.to.length === 0 && !has_died(view) && <CannotWrite />}
        {rows.length === 0 && !writing && <p class="soft">{say("messages.none")}</p>}
        <ul class="stack">
          {rows.map((row) => (
            <MessageLine key={row.id} row={row} />
          ))}
        </ul>
      </div>
    </Page>
  );
}

/** Nobody could open it: say what can be done instead. */
function CannotWrite(): JSX.Element {
  const { view, href } = use_record();
  const { reader, name, has_account } = view.person;
  if (reader === "person")
    return (
      <p class="soft">
        {say("messages.nobody_let_in")} <a href={href("sharing")}>{say("page.sharing")}</a>
      </p>
    );
  return <p class="soft">{say(has_account ? "messages.not_told" : "messages.no_sign_in", { name })}</p>;
}

function MessageLine({ row }: { row: Letter }): JSX.Element {
  const { view, today, tap, is_waiting } = use_record();
  const [answering, set_answering] = useState(false);
  const mine = row.voice === view.person.me;
  const waiting = is_waiting(row.version);
  // Whoever it names has it open on the screen: said by name and day, and it answers nothing.
  const opens = may("open_message", row);
  useEffect(() => {
    if (opens) tap("open_message", { message: row.id });
  }, [opens, row.id, tap]);
  return (
    <li id={message_id(row.id)} tabIndex={-1} class={`message message--${row.voice_kind}`}>
      <p class="small soft">{said_from(row, mine, today)}</p>
      <p class="said">{row.words}</p>
      {row.to.map((to) => (
        <p key={to.party} class="small soft">
          {waiting ? say("words.waiting") : said_opened(to, today)}
        </p>
      ))}
      {row.settled && (
        <p class="small">
          {say(`messages.settled.${row.settled.how}`, {
            name: row.settled.by_name,
            day: said_day(row.settled.on, today),
          })}
        </p>
      )}
      {row.waits_for_me && !has_died(view) && <p class="strong small">{say("messages.waits")}</p>}
      {answering ? (
        <WriteMessage answers={row} on_done={() => set_answering(false)} />
      ) : (
        <div class="row">
          {may("send_message", row) && !has_died(view) && (
            <Button small icon="speak" onClick={() => set_answering(true)}>
              {say("messages.answer")}
              <span class="heard">: {row.words}</span>
            </Button>
          )}
          {may("settle_message", row) && (
            <Button small kind="plain" icon="done" onClick={() => tap("settle_message", { message: row.id })}>
              {say("messages.talked")}
              <span class="heard">: {row.words}</span>
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function said_from(row: Letter, mine: boolean, today: string): string {
  const day = said_day(row.sent_on, today);
  const names = row.to.map((to) => to.name);
  const said = mine
    ? say("messages.from_you", { names, day })
    : say("messages.from", { name: row.voice_name, day });
  return row.typed_by_voice ? said : `${said} ${say("messages.typed_by", { name: row.typed_by_name })}`;
}

export function said_opened(
  to: { name: string; opened_on: string | null; can_open: boolean },
  today: string,
): string {
  if (to.opened_on) return say("messages.opened", { name: to.name, day: said_day(to.opened_on, today) });
  return say(to.can_open ? "messages.not_opened" : "messages.cannot_open", { name: to.name });
}
