// Coming in with a code on paper: a card, for the first time, or a way back after a forgotten password. Only
// somebody who knows the person prints one; nothing here can ask for it.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { go } from "../../app/address";
import { Field } from "../../components/field/field";
import { say } from "../../rules/say";
import { EnteringForm } from "./entering-form";
import { use_entering } from "./use-entering";
import { Welcome } from "./welcome";

export function CardPage(): JSX.Element {
  return <WithCode kind="card" />;
}

export function WayBackPage(): JSX.Element {
  return <WithCode kind="way_back" />;
}

function WithCode({ kind }: { kind: "card" | "way_back" }): JSX.Element {
  const [code, set_code] = useState("");
  const [name, set_name] = useState("");
  const [password, set_password] = useState("");
  const entering = use_entering(say("code.wrong"));
  const first = kind === "card";

  function enter(): void {
    const how = first ? { card: code, name: name.trim(), password } : { way_back: code, password };
    void entering.enter(how).then((entered) => {
      if (entered) go("/", "replace");
    });
  }

  return (
    <Welcome title={say(`code.${kind}.title`)} lead={say(`code.${kind}.lead`)}>
      <EnteringForm entering={entering} on_enter={enter}>
        <Field
          label={say("code.code")}
          hint={say("stop.code_hint")}
          autocomplete="off"
          spellcheck={false}
          required
          maxLength={12}
          value={code}
          on_change={set_code}
        />
        {first && (
          <Field
            label={say("code.name")}
            hint={say("code.name_hint")}
            autocomplete="username"
            spellcheck={false}
            required
            value={name}
            on_change={set_name}
          />
        )}
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
      <p class="small">
        <a href="/sign-in">{say("code.back")}</a>
      </p>
    </Welcome>
  );
}
