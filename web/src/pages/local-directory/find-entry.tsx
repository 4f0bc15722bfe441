// Any entry that is shown, by words; one or two wrong letters are forgiven.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Field } from "../../components/field/field";
import { say } from "../../rules/say";
import { must_be_of_server } from "../../sync/server";
import { later_server } from "../../sync/later-server";
import type { Id } from "../../view";
import { OpenEntry, type OnOpen } from "./local-directory";

interface Found {
  id: Id;
  name: string;
  organization?: string;
}

export function FindEntry({ on_open }: { on_open: OnOpen }): JSX.Element {
  const [words, set_words] = useState("");
  const [found, set_found] = useState<Found[] | null>(null);
  const [problem, set_problem] = useState<string>();
  function find(event: Event): void {
    event.preventDefault();
    set_problem(undefined);
    later_server
      .find_services(words)
      .then(({ services }) => set_found(services))
      .catch((said) => {
        must_be_of_server(said);
        set_problem(say("directory.not_done"));
      });
  }
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
