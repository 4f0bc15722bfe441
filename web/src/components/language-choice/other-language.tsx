// The other language, one tap away before signing in, each by its own name.

import type { JSX } from "preact";
import { use_watched } from "../../sync/use-record";
import { languages, spoken, type Language } from "../../words/catalogue";
import { choose_language } from "../../words/chosen-language";
import { Button } from "../button/button";

export const all_languages = Object.keys(languages) as Language[];

export function LanguageName({ of }: { of: Language }): JSX.Element {
  return <span lang={of}>{languages[of]}</span>;
}

export function OtherLanguage({ own_device }: { own_device: boolean }): JSX.Element {
  const language = use_watched(spoken);
  return (
    <>
      {all_languages
        .filter((other) => other !== language)
        .map((other) => (
          <Button key={other} kind="plain" onClick={() => void choose_language(other, own_device)}>
            <LanguageName of={other} />
          </Button>
        ))}
    </>
  );
}
