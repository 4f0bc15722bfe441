// Local directory: what people reported, and entries nobody has checked for a while. For the curator.
//
// A report says what, about which service and when; never who.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Notice } from "../../components/notice/notice";
import { Dialog } from "../../components/dialog/dialog";
import { Page } from "../../components/page/page";
import { say } from "../../rules/say";
import { day_in, installation_now } from "../../sync/clock";
import { must_be_of_server, type DirectoryDesk, type ServiceReport, type Unchecked } from "../../sync/server";
import { later_server } from "../../sync/later-server";
import { use_house } from "../../sync/use-house";
import { use_list } from "../../sync/use-list";
import type { Id } from "../../view";
import { said_date } from "../../words/day-words";
import { EntryEditor } from "./entry-editor";
import { FindEntry } from "./find-entry";
import "./local-directory.css";

type Judge = (work: () => Promise<unknown>) => void;
export type OnOpen = (entry: { service: Id; name: string }) => void;

export function LocalDirectory(): JSX.Element {
  const { me } = use_house();
  const [listed, ask_again] = use_list<DirectoryDesk>("directory", later_server.desk);
  const [problem, set_problem] = useState<string | null>(null);
  const [opened, set_opened] = useState<{ service: Id; name: string } | null>(null);
  const today = day_in(me.zone, installation_now());

  const judge: Judge = (work) => {
    set_problem(null);
    work()
      .then(ask_again)
      .catch((said) => {
        must_be_of_server(said);
        set_problem(say("directory.not_done"));
      });
  };

  return (
    <Page title={say("directory.title")} lead={say("directory.lead")}>
      {problem && (
        <Notice tone="care" spoken>
          <p>{problem}</p>
        </Notice>
      )}
      {listed.at === "no_signal" && (
        <Notice>
          <p>{say("people.no_signal")}</p>
        </Notice>
      )}
      <FindEntry on_open={set_opened} />
      {listed.at === "here" && (
        <>
          <Reports reports={listed.value.reports} today={today} judge={judge} on_open={set_opened} />
          <Reasons reasons={listed.value.reasons ?? []} on_open={set_opened} />
          <Entries
            title={say("directory.unchecked")}
            none={say("directory.all_checked")}
            entries={listed.value.unchecked}
            today={today}
            judge={judge}
            on_open={set_opened}
          />
          <Entries
            title={say("directory.hidden_list")}
            none={say("directory.none_hidden")}
            entries={listed.value.hidden ?? []}
            today={today}
            judge={judge}
            on_open={set_opened}
          />
        </>
      )}
      <Dialog sheet open={opened !== null} title={opened?.name ?? ""} on_close={() => set_opened(null)}>
        {opened && <EntryEditor service={opened.service} on_changed={ask_again} />}
      </Dialog>
    </Page>
  );
}

/** Leads to one entry; its name is heard with the button. */
export function OpenEntry({
  service,
  name,
  on_open,
}: {
  service: Id;
  name: string;
  on_open: OnOpen;
}): JSX.Element {
  return (
    <Button small kind="plain" onClick={() => on_open({ service, name })}>
      {say("directory.open")}
      <span class="heard">: {name}</span>
    </Button>
  );
}

function Reports({
  reports,
  today,
  judge,
  on_open,
}: {
  reports: ServiceReport[];
  today: string;
  judge: Judge;
  on_open: OnOpen;
}): JSX.Element {
  return (
    <Card title={say("directory.reports")}>
      {reports.length === 0 && <p class="soft">{say("directory.no_reports")}</p>}
      <ul class="desk">
        {reports.map((report) => (
          <li key={report.id} class="desk__line">
            <div>
              <p class="strong">{report.name}</p>
              <p>
                {say(`directory.what.${report.what}`)}{" "}
                <span class="soft small">{said_date(report.reported_on, today)}</span>
              </p>
            </div>
            <div class="row">
              <Button small onClick={() => judge(() => later_server.judge_service(report.service, "hide"))}>
                {say("directory.hide")}
              </Button>
              <Button
                small
                onClick={() => judge(() => later_server.judge_service(report.service, "checked"))}
              >
                {say("directory.checked")}
              </Button>
              <Button small kind="plain" onClick={() => judge(() => later_server.settle_report(report.id))}>
                {say("directory.settle")}
              </Button>
              <OpenEntry service={report.service} name={report.name} on_open={on_open} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Reasons({ reasons, on_open }: { reasons: DirectoryDesk["reasons"]; on_open: OnOpen }): JSX.Element {
  return (
    <Card title={say("directory.reasons")}>
      <p class="soft">{say(reasons.length === 0 ? "directory.no_reasons" : "directory.reasons.lead")}</p>
      <ul class="desk">
        {reasons.map((reason) => (
          <li key={reason.service + reason.what} class="desk__line">
            <div>
              <p class="strong">{reason.name}</p>
              <p>
                {say(`directory.reason.${reason.what}`)}{" "}
                <span class="soft small">{say("directory.reason.times", { n: reason.times })}</span>
              </p>
            </div>
            <OpenEntry service={reason.service} name={reason.name} on_open={on_open} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Entries({
  title,
  none,
  entries,
  today,
  judge,
  on_open,
}: {
  title: string;
  none: string;
  entries: Unchecked[];
  today: string;
  judge: Judge;
  on_open: OnOpen;
}): JSX.Element {
  return (
    <Card title={title}>
      {entries.length === 0 && <p class="soft">{none}</p>}
      <ul class="desk">
        {entries.map((entry) => (
          <li key={entry.service} class="desk__line">
            <div>
              <p class="strong">{entry.name}</p>
              <p class="small soft">
                {[
                  entry.organization,
                  checked_words(entry, today),
                  entry.state === "hidden" ? say("directory.hidden") : null,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            <div class="row">
              {entry.state === "hidden" ? (
                <Button
                  small
                  onClick={() => judge(() => later_server.judge_service(entry.service, "restore"))}
                >
                  {say("directory.restore")}
                </Button>
              ) : (
                <Button
                  small
                  kind="plain"
                  onClick={() => judge(() => later_server.judge_service(entry.service, "hide"))}
                >
                  {say("directory.hide")}
                </Button>
              )}
              <Button small onClick={() => judge(() => later_server.judge_service(entry.service, "checked"))}>
                {say("directory.checked")}
              </Button>
              <OpenEntry service={entry.service} name={entry.name} on_open={on_open} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function checked_words(entry: Unchecked, today: string): string {
  return entry.checked_on
    ? say("directory.last_checked", { day: said_date(entry.checked_on, today) })
    : say("directory.never_checked");
}
