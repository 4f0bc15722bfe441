// In settings: which language the pages speak, each by its own name, so that whoever reads only one of them
// finds it.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { say } from "../../rules/say";
import { use_watched } from "../../sync/use-record";
import { spoken } from "../../words/catalogue";
import { choose_language } from "../../words/chosen-language";
import { ChooseOne } from "../choice-list/choice-list";
import { all_languages, LanguageName } from "./other-language";

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
        options={all_languages.map((value) => ({ value, label: <LanguageName of={value} /> }))}
      />
      <p role="status" class={missing ? undefined : "heard"}>
        {missing ? say("settings.language.no_signal") : ""}
      </p>
    </>
  );
}
