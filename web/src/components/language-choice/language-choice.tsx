// Which language the pages speak, each by its own name, so that whoever reads only one of them finds it.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { say } from "../../rules/say";
import { use_watched } from "../../sync/use-record";
import { languages, spoken, type Language } from "../../words/catalogue";
import { choose_language } from "../../words/chosen-language";
import { Button } from "../button/button";
import { ChooseOne } from "../choice-list/choice-list";

const all = Object.keys(languages) as Language[];

function Name({ of }: { of: Language }): JSX.Element {
  return <span lang={of}>{languages[of]}</span>;
}

/** In settings: one of all. */
export function LanguageChoice({ own_device }: { own_device: boolean }): JSX.Element {
  const language = use_watched(spoken);
  const [missing, set_missing] = useState(false);
  return (
    <>
      <ChooseOne
        across
        legend={say("settings.language")}
        legend_heard
        value={language}
        on_change={(chosen) => void choose_language(chosen, own_device).then((done) => set_missing(!done))}
        options={all.map((value) => ({ value, label: <Name of={value} /> }))}
      />
      <p role="status" class={missing ? undefined : "heard"}>
        {missing ? say("settings.language.no_signal") : ""}
      </p>
    </>
  );
}

/** Before signing in: the other language, one tap away. */
export function OtherLanguage({ own_device }: { own_device: boolean }): JSX.Element {
  const language = use_watched(spoken);
  return (
    <>
      {all
        .filter((other) => other !== language)
        .map((other) => (
          <Button key={other} kind="plain" onClick={() => void choose_language(other, own_device)}>
            <Name of={other} />
          </Button>
        ))}
    </>
  );
}
