// Any entry that is shown, by words; one or two wrong letters are forgiven.

import type { JSX } from "preact";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Field } from "../../components/field/field";
import { say } from "../../rules/say";
import { use_found_services } from "../../sync/found-services";
import { OpenEntry, type OnOpen } from "./local-directory";

export function FindEntry({ on_open }: { on_open: OnOpen }): JSX.Element {
  const { words, set_words, found, problem, find } = use_found_services("directory.not_done");
  return (
    <Card title={say("directory.find")}>
      <form class="row desk__find" role="search" onSubmit={find}>
        <Field
          label={say("directory.find.words")}
          type="search"
          value={words}
          problem={problem}
          on_change={set_words}
        />
        <Button type="submit">{say("directory.find.go")}</Button>
      </form>
      <div role="status">{found?.length === 0 && <p class="soft">{say("directory.find.none")}</p>}</div>
      {found && found.length > 0 && (
        <ul class="desk">
          {found.map((entry) => (
            <li key={entry.id} class="desk__line">
              <div>
                <p class="strong">{entry.name}</p>
                {entry.organization && <p class="small soft">{entry.organization}</p>}
              </div>
              <OpenEntry service={entry.id} name={entry.name} on_open={on_open} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
