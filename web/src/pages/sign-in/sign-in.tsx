// Sign in with a name and a password. One answer for everything that is not right: it never says which part.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Field } from "../../components/field/field";
import { Notice } from "../../components/notice/notice";
import { say } from "../../rules/say";
import { EnteringForm } from "./entering-form";
import { use_entering } from "./use-entering";
import { Welcome } from "./welcome";

export function SignInPage({
  why,
  words_wait,
}: {
  why: "nobody" | "no_signal";
  words_wait: boolean;
}): JSX.Element {
  const [name, set_name] = useState("");
  const [password, set_password] = useState("");
  const entering = use_entering(say("sign_in.wrong"));

  function enter(): void {
    void entering.enter({ name: name.trim(), password }).then((entered) => {
      if (entered && location.pathname === "/sign-in") location.replace("/");
    });
  }

  return (
    <Welcome title={say("sign_in.title")}>
      {why === "no_signal" && (
        <Notice>
          <p>{say("sign_in.needs_signal")}</p>
        </Notice>
      )}
      {words_wait && (
        <Notice tone="good">
          <p>{say("sign_in.words_wait")}</p>
        </Notice>
      )}
      <EnteringForm entering={entering} on_enter={enter}>
        <Field
          label={say("sign_in.name")}
          autocomplete="username"
          spellcheck={false}
          required
          value={name}
          on_change={set_name}
        />
        <Field
          label={say("sign_in.password")}
          type="password"
          autocomplete="current-password"
          required
          value={password}
          on_change={set_password}
        />
      </EnteringForm>
      <p class="small">
        <a href="/card">{say("code.card.link")}</a>
      </p>
      <p class="small">
        <a href="/way-back">{say("code.way_back.link")}</a>
      </p>
      <p class="small">
        <a href="/stop">{say("stop.link")}</a>
      </p>
    </Welcome>
  );
}
