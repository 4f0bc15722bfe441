// What somebody would like, by category: no, maybe or yes to each theme, or nothing at all.

import type { JSX } from "preact";
import { Button } from "../../components/button/button";
import { ChooseOne } from "../../components/choice-list/choice-list";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Category, PreferenceAnswer } from "../../view";
import { may } from "../may";

const answers: readonly PreferenceAnswer[] = ["yes", "maybe", "no"];

export function Themes({ category }: { category: Category }): JSX.Element {
  const { view, tap } = use_record();
  const rows = (view.preferences?.themes ?? []).filter((row) => row.category === category);
  return (
    <div class="stack stack--wide">
      {rows.map((row) =>
        may("set_preference", row, view.preferences) ? (
          <div class="stack stack--tight" key={row.theme}>
            <ChooseOne
              across
              legend={say(`theme.${row.theme}`)}
              value={row.answer}
              options={answers.map((value) => ({ value, label: say(`preference.${value}`) }))}
              on_change={(answer) => tap("set_preference", { theme: row.theme, answer })}
            />
            {row.answer && (
              <div class="asides">
                <Button small kind="plain" onClick={() => tap("set_preference", { theme: row.theme })}>
                  {say("matters.take_back")}
                  <span class="heard"> {say(`theme.${row.theme}`)}</span>
                </Button>
              </div>
            )}
          </div>
        ) : (
          <p key={row.theme}>
            {say(`theme.${row.theme}`)}: {row.answer ? say(`preference.${row.answer}`) : say("matters.open")}
          </p>
        ),
      )}
    </div>
  );
}
