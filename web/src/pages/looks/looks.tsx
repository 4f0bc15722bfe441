// Who looked: everybody but the person who opened something of their record, in sentences, by day. Asked from
// the server and kept nowhere.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button, ButtonLink } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Notice } from "../../components/notice/notice";
import { focus_on } from "../../components/page/focus-on";
import { Page } from "../../components/page/page";
import { say } from "../../rules/say";
import { later_server, type Looker, type Surface, type WhoLooked } from "../../sync/later-server";
import { must_be_of_server, ServerSays } from "../../sync/server";
import { use_record } from "../../sync/use-record";
import type { Day } from "../../view";
import { said_day } from "../../words/day-words";
import { has_died, may } from "../may";
import { NothingShared } from "../nothing-shared";
import { said_role } from "../sharing/said-parts";
import { ask_query } from "./ask-about";
import "./looks.css";

type Listed = { at: "asking" | "no_signal" | "not_theirs" } | ({ at: "here" } & WhoLooked);

export function LooksPage(): JSX.Element {
  const { view } = use_record();
  const { record, name, reader } = view.person;
  const own = reader === "person";
  const [listed, set_listed] = useState<Listed>({ at: "asking" });

  function show(more: WhoLooked): void {
    set_listed((now) => {
      const days = now.at === "here" ? [...now.days, ...more.days] : more.days;
      return { at: "here", days, earlier: more.earlier };
    });
  }
  function fail(said: unknown): void {
    must_be_of_server(said);
    set_listed({ at: said instanceof ServerSays ? "not_theirs" : "no_signal" });
  }
  async function show_earlier(before: Day): Promise<void> {
    const more = await later_server.who_looked(record, before);
    show(more);
    const first = more.days[0];
    if (first) focus_on(day_id(first.day));
  }
  useEffect(() => {
    let wanted = true;
    later_server
      .who_looked(record)
      .then((who) => wanted && show(who))
      .catch((said) => wanted && fail(said));
    return () => {
      wanted = false;
    };
  }, [record]);

  if (listed.at === "not_theirs") {
    return (
      <Page narrow title={say("page.looks")}>
        <NothingShared />
      </Page>
    );
  }
  return (
    <Page
      narrow
      title={say("page.looks")}
      lead={own ? say("looks.lead") : say("looks.lead_for", { person: name })}
    >
      {listed.at === "no_signal" && (
        <Notice spoken>
          <p>{say("looks.no_signal")}</p>
        </Notice>
      )}
      {listed.at === "here" && (
        <div class="stack stack--wide">
          {listed.days.length === 0 && <p class="soft">{say("looks.none")}</p>}
          {listed.days.map(({ day, people }) => (
            <DayOfLooks key={day} day={day} people={people} />
          ))}
          {listed.earlier && (
            <div>
              <Button onClick={() => void show_earlier(listed.earlier!).catch(fail)}>
                {say("looks.earlier")}
              </Button>
            </div>
          )}
          <p class="small soft">{say(own ? "looks.device" : "looks.device_for")}</p>
        </div>
      )}
    </Page>
  );
}

function day_id(day: Day): string {
  return `looked-${day}`;
}

function DayOfLooks({ day, people }: { day: Day; people: Looker[] }): JSX.Element {
  const { today } = use_record();
  const opened = people.filter((one) => one.surfaces.some((surface) => surface !== "people"));
  const listed = people.filter((one) => !opened.includes(one));
  const names = listed.map((one) => one.name);
  return (
    <div id={day_id(day)} tabIndex={-1}>
      <Card title={<span class="looks__day">{said_day(day, today)}</span>}>
        {opened.map((one) => (
          <OneWhoLooked key={one.account} one={one} day={day} />
        ))}
        {names.length > 0 && <p class="small soft">{say("looks.on_lists", { names })}</p>}
      </Card>
    </div>
  );
}

function OneWhoLooked({ one, day }: { one: Looker; day: Day }): JSX.Element {
  const { view, href } = use_record();
  const own = view.person.reader === "person";
  const asks = own && one.account && may("send_message", view.messages) && !has_died(view);
  return (
    <div class="looks__who">
      {sentences(one, own, view.person.name).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {asks && (
        <div>
          <ButtonLink small icon="speak" href={href("messages", ask_query(one.account!, day))}>
            {say("looks.ask")}
            <span class="heard">: {one.name}</span>
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

/** What says the same of two surfaces is said once; a list of people adds nothing to having looked. */
function sentences(one: Looker, own: boolean, person: string): string[] {
  const name = one.account ? say("looks.who", { name: one.name, role: said_role(one.role) }) : "";
  const surfaces = one.surfaces.filter(
    (surface): surface is Exclude<Surface, "people"> => surface !== "people",
  );
  const said = surfaces.map((surface) =>
    own ? say(`looks.own.${surface}`, { name }) : say(`looks.for.${surface}`, { name, person }),
  );
  return [...new Set(said)];
}
