// Local directory: what people reported, and entries nobody has checked for a while. For the curator.
//
// A report says what, about which service and when; never who.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Notice } from "../../components/notice/notice";
import { Page } from "../../components/page/page";
import { say } from "../../rules/say";
import { day_in, installation_now } from "../../sync/clock";
import {
  must_be_of_server,
  server,
  type DirectoryDesk,
  type ServiceReport,
  type Unchecked,
} from "../../sync/server";
import { use_house, use_list } from "../../sync/use-house";
import { said_date } from "../../words/day-words";
import "./local-directory.css";

type Judge = (work: () => Promise<unknown>) => void;

export function LocalDirectory(): JSX.Element {
  const { me } = use_house();
  const [listed, ask_again] = use_list<DirectoryDesk>("directory", server.desk);
  const [problem, set_problem] = useState<string | null>(null);
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
      {listed.at === "here" && (
        <>
          <Reports reports={listed.value.reports} today={today} judge={judge} />
          <UncheckedList entries={listed.value.unchecked} today={today} judge={judge} />
        </>
      )}
    </Page>
  );
}

function Reports({
  reports,
  today,
  judge,
}: {
  reports: ServiceReport[];
  today: string;
  judge: Judge;
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
              <Button small onClick={() => judge(() => server.judge_service(report.service, "hide"))}>
                {say("directory.hide")}
              </Button>
              <Button small onClick={() => judge(() => server.judge_service(report.service, "checked"))}>
                {say("directory.checked")}
              </Button>
              <Button small kind="plain" onClick={() => judge(() => server.settle_report(report.id))}>
                {say("directory.settle")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function UncheckedList({
  entries,
  today,
  judge,
}: {
  entries: Unchecked[];
  today: string;
  judge: Judge;
}): JSX.Element {
  return (
    <Card title={say("directory.unchecked")}>
      {entries.length === 0 && <p class="soft">{say("directory.all_checked")}</p>}
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
                <Button small onClick={() => judge(() => server.judge_service(entry.service, "restore"))}>
                  {say("directory.restore")}
                </Button>
              ) : (
                <Button
                  small
                  kind="plain"
                  onClick={() => judge(() => server.judge_service(entry.service, "hide"))}
                >
                  {say("directory.hide")}
                </Button>
              )}
              <Button small onClick={() => judge(() => server.judge_service(entry.service, "checked"))}>
                {say("directory.checked")}
              </Button>
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
