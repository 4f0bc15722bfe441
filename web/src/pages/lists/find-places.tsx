// Looking in the directory for what goes on a list.

import type { JSX } from "preact";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Field } from "../../components/field/field";
import { say } from "../../rules/say";
import { use_found_services } from "../../sync/found-services";
import type { Id } from "../../view";

export function FindPlaces({
  on_list,
  on_add,
}: {
  on_list: Id[];
  on_add: (service: Id, name: string) => void;
}): JSX.Element {
  const { words, set_words, found, problem, find } = use_found_services("lists.no_signal");
  return (
    <Card title={say("lists.add")}>
      <form class="row lists__form" role="search" onSubmit={find}>
        <Field
          label={say("lists.add.words")}
          type="search"
          value={words}
          problem={problem}
          on_change={set_words}
        />
        <Button type="submit">{say("lists.add.find")}</Button>
      </form>
      <p role="status" class="soft">
        {found?.length === 0 && say("lists.add.none")}
      </p>
      {found && found.length > 0 && (
        <ul class="lists__found">
          {found.map((one) => (
            <li key={one.id} class="row row--apart">
              <span>
                <span class="strong">{one.name}</span>
                {one.organization && <span class="small soft"> {one.organization}</span>}
              </span>
              {on_list.includes(one.id) ? (
                <span class="soft">{say("lists.add.there")}</span>
              ) : (
                <Button small onClick={() => on_add(one.id, one.name)}>
                  {say("lists.add.put")}
                  <span class="heard">: {one.name}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
