// Taking an invitation: the link is open, the code is typed here. First it is read what it lets somebody do;
// then they say what to call them, and how they sign in. Whatever is wrong with link or code is said alike.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { address, go } from "../../app/address";
import { place_of } from "../../app/routes";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Field } from "../../components/field/field";
import { Notice } from "../../components/notice/notice";
import { say } from "../../rules/say";
import { day_of } from "../../words/day-words";
import { installation_now } from "../../sync/clock";
import { session, type House } from "../../sync/session";
import { use_watched } from "../../sync/use-record";
import { EnteringForm } from "../sign-in/entering-form";
import { use_entering, what_went_wrong } from "../sign-in/use-entering";
import { Welcome } from "../sign-in/welcome";
import { look_at_invitation, take_invitation, type Invitation } from "./supporter-server";
import { WhatTheyMay } from "./what-they-may";

export function InvitedPage(): JSX.Element {
  const [place] = useState(() => place_of(address.get()));
  const [opened, set_opened] = useState<{ code: string; invitation: Invitation } | null>(null);
  const state = use_watched(session);
  const house = state.at === "in" && !state.pass_over ? state.house : null;
  const link = place.to === "invited" ? place.link : "";
  if (!opened)
    return <CodeForm link={link} on_open={(code, invitation) => set_opened({ code, invitation })} />;
  const { invitation, code } = opened;
  return (
    <Welcome title={say("invited.person", { person: invitation.person })}>
      <Card>
        <WhatTheyMay may={invitation} today={day_of(installation_now())} />
        <p>{say("invited.decides", { person: invitation.person })}</p>
        <p>{say("invited.yours")}</p>
      </Card>
      {house ? (
        <TakeSignedIn house={house} link={link} code={code} />
      ) : (
        <TakeAnew link={link} code={code} person={invitation.person} />
      )}
    </Welcome>
  );
}

function CodeForm({
  link,
  on_open,
}: {
  link: string;
  on_open: (code: string, invitation: Invitation) => void;
}): JSX.Element {
  const [code, set_code] = useState("");
  const [problem, set_problem] = useState<string | null>(null);
  async function open(event: Event): Promise<void> {
    event.preventDefault();
    set_problem(null);
    try {
      on_open(code, await look_at_invitation(link, code));
    } catch (said) {
      set_problem(what_went_wrong(said, say("refusal.AC23")));
    }
  }
  return (
    <Welcome title={say("invited.title")} lead={say("invited.lead")}>
      <Card>
        <form class="stack" onSubmit={(event) => void open(event)}>
          {problem && (
            <Notice tone="care" spoken first={problem}>
              <p>{problem}</p>
            </Notice>
          )}
          <Field
            label={say("invited.code")}
            hint={say("stop.code_hint")}
            autocomplete="off"
            spellcheck={false}
            required
            maxLength={12}
            value={code}
            on_change={set_code}
          />
          <Button kind="main" wide type="submit">
            {say("invited.open")}
          </Button>
        </form>
      </Card>
    </Welcome>
  );
}

function TakeAnew({ link, code, person }: { link: string; code: string; person: string }): JSX.Element {
  const [called, set_called] = useState("");
  const [name, set_name] = useState("");
  const [password, set_password] = useState("");
  const entering = use_entering(say("invited.wrong"));
  function enter(): void {
    const how = { invitation: { link, code }, called: called.trim(), name: name.trim(), password };
    void entering.enter(how).then((entered) => entered && go("/", "replace"));
  }
  return (
    <>
      <EnteringForm entering={entering} on_enter={enter} button={say("invited.take")}>
        <Field
          label={say("invited.called")}
          hint={say("invited.called_hint", { person })}
          autocomplete="nickname"
          required
          value={called}
          on_change={set_called}
        />
        <Field
          label={say("code.name")}
          hint={say("code.name_hint")}
          autocomplete="username"
          spellcheck={false}
          required
          value={name}
          on_change={set_name}
        />
        <Field
          label={say("code.password")}
          hint={say("code.password_hint")}
          type="password"
          autocomplete="new-password"
          required
          value={password}
          on_change={set_password}
        />
      </EnteringForm>
      <p class="small">{say("invited.known")}</p>
    </>
  );
}

/** A supporter who has an account already takes it with that one; anybody else signs out first. */
function TakeSignedIn({ house, link, code }: { house: House; link: string; code: string }): JSX.Element {
  const [problem, set_problem] = useState<string | null>(null);
  async function take(): Promise<void> {
    set_problem(null);
    try {
      await take_invitation(link, code);
      go("/", "replace");
    } catch (said) {
      set_problem(what_went_wrong(said, say("refusal.AC23")));
    }
  }
  const { name, role } = house.me;
  return (
    <Card>
      {problem && (
        <Notice tone="care" spoken first={problem}>
          <p>{problem}</p>
        </Notice>
      )}
      {role === "supporter" ? (
        <Button kind="main" wide onClick={() => void take()}>
          {say("invited.take_as", { name })}
        </Button>
      ) : (
        <>
          <p>{say("invited.other", { name })}</p>
          <Button wide onClick={() => void session.sign_out()}>
            {say("settings.sign_out")}
          </Button>
        </>
      )}
    </Card>
  );
}
