// Whose records are on this device: only those that were opened here. Each can be taken off it.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { say } from "../../rules/say";
import { kept_records, remove_kept_record } from "../../sync/kept-records";
import { use_house } from "../../sync/use-house";
import { use_people } from "../../sync/use-list";
import type { Id } from "../../view";

export function KeptHere(): JSX.Element | null {
  const { entries } = use_house();
  const listed = use_people();
  const [kept, set_kept] = useState<Id[]>();
  const [problem, set_problem] = useState<string>();
  useEffect(() => void kept_records(entries).then(set_kept), [entries]);
  if (!kept) return null;
  const rows = listed.at === "here" ? listed.value : [];
  const name_of = (record: Id): string =>
    rows.find((row) => row.record === record)?.name ?? say("settings.kept.somebody");
  async function remove(record: Id): Promise<void> {
    const removed = await remove_kept_record(entries, record);
    set_problem(removed ? undefined : say("settings.kept.unsent", { name: name_of(record) }));
    set_kept(await kept_records(entries));
  }
  return (
    <Card title={say("settings.kept")}>
      <p>{say(kept.length > 0 ? "settings.kept.lead" : "settings.kept.none")}</p>
      {problem && <p role="alert">{problem}</p>}
      <ul class="stack stack--tight plain-list">
        {kept.map((record) => (
          <li key={record} class="row row--apart">
            <span>{name_of(record)}</span>
            <Button small onClick={() => void remove(record)}>
              {say("settings.kept.remove")}
              <span class="heard">: {name_of(record)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
