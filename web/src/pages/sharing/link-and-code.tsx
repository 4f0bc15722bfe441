// The link and the code of an invitation, shown once. The link can be copied or printed; the code is said
// aloud, and is never on the same sheet.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Notice } from "../../components/notice/notice";
import { print_page } from "../../components/print-plan/paper-frame";
import { language, say } from "../../rules/say";
import { must_be_of_server } from "../../sync/server";
import { use_record } from "../../sync/use-record";
import type { Id } from "../../view";
import { said_date } from "../../words/day-words";
import "../start/paper-copy.css";
import { print_invitation, type InvitationSecret } from "../supporter/supporter-server";

export function LinkAndCode({ invitation, name }: { invitation: Id; name: string }): JSX.Element {
  const { view, today, is_waiting } = use_record();
  const row = view.supporters?.invitations.find((one) => one.id === invitation);
  const [secret, set_secret] = useState<InvitationSecret | null>(null);
  const [failed, set_failed] = useState(false);
  const known = row !== undefined && !is_waiting(row.version);
  async function make(): Promise<void> {
    set_failed(false);
    try {
      set_secret(await print_invitation(view.person.record, invitation));
    } catch (said) {
      must_be_of_server(said);
      set_failed(true);
    }
  }
  useEffect(() => {
    if (known) void make();
  }, [known, invitation]);
  if (!secret)
    return (
      <Notice spoken>
        <p>{say(failed || row ? "supporters.no_signal" : "supporters.making")}</p>
        {failed && (
          <div>
            <Button onClick={() => void make()}>{say("app.try_again")}</Button>
          </div>
        )}
      </Notice>
    );
  const link = `${location.origin}/invited/${secret.link}`;
  const until = say("supporters.until", { day: said_date(secret.ends_at.slice(0, 10), today) });
  return (
    <div class="stack stack--wide">
      <section class="stack stack--tight">
        <h3>{say("supporters.link")}</h3>
        <p class="invitation-link">{link}</p>
        <p class="small soft">{until}</p>
        <div class="row">
          <CopyLink link={link} />
          <Button small icon="print" onClick={() => print_page(sheet_of(view.person.name, link, until))}>
            {say("supporters.print")}
          </Button>
        </div>
      </section>
      <section class="stack stack--tight">
        <h3>{say("supporters.code")}</h3>
        <p class="paper-code">{secret.code}</p>
        <p>{say("supporters.code_why", { name })}</p>
        <p class="small soft">{say("supporters.once")}</p>
      </section>
    </div>
  );
}

/** The small sheet: who invites, where to, and that the code is said. */
function sheet_of(person: string, link: string, until: string): string {
  const page = document.implementation.createHTMLDocument(say("supporters.sheet", { person }));
  const main = page.createElement("main");
  const add = (name: string, text: string): void => {
    const line = page.createElement(name);
    line.textContent = text;
    main.append(line);
  };
  add("h1", say("supporters.sheet", { person }));
  add("p", say("supporters.sheet_open"));
  add("p", link);
  add("p", say("supporters.sheet_code", { person }));
  add("p", until);
  page.documentElement.lang = language;
  page.body.append(main);
  return page.documentElement.outerHTML;
}

function CopyLink({ link }: { link: string }): JSX.Element {
  const [copied, set_copied] = useState(false);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(link).then(
      () => set_copied(true),
      () => set_copied(false),
    );
  }
  return (
    <>
      <Button small onClick={() => void copy()}>
        {say("supporters.copy")}
      </Button>
      <span role="status">{copied && say("supporters.copied")}</span>
    </>
  );
}
