// A practitioner's own calendar, handed in as a file. It is read for Today and never written; only they see
// it.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Notice } from "../../components/notice/notice";
import { say } from "../../rules/say";
import type { Diary } from "../../sync/server";
import { later_server, said_why } from "../../sync/later-server";

export function CalendarCard(): JSX.Element {
  const [diary, set_diary] = useState<Diary | null>(null);
  const [problem, set_problem] = useState<string | null>(null);
  useEffect(() => {
    later_server
      .diary()
      .then(set_diary)
      .catch(() => set_problem(say("work.no_signal")));
  }, []);

  async function ask(what: () => Promise<Diary>): Promise<void> {
    try {
      set_diary(await what());
      set_problem(null);
    } catch (cause) {
      set_problem(said_why(cause));
    }
  }
  async function hand_in(file: File | undefined): Promise<void> {
    if (file) await ask(async () => later_server.hand_in_calendar(await file.text()));
  }
  async function take_out(): Promise<void> {
    await ask(async () => {
      await later_server.take_calendar_out();
      return { kept: false, appointments: [], left_out: 0 };
    });
  }

  return (
    <Card title={say("calendar.title")}>
      <p class="soft">{say("calendar.lead")}</p>
      {problem && (
        <Notice tone="care" spoken>
          <p>{problem}</p>
        </Notice>
      )}
      {diary?.kept && (
        <Notice tone="good" spoken>
          <p>{say(diary.left_out > 0 ? "calendar.read_some" : "calendar.read")}</p>
        </Notice>
      )}
      <div class="row">
        <label class="field">
          <span class="field__label">{say("calendar.file")}</span>
          <input
            type="file"
            accept=".ics,text/calendar"
            onChange={(event) => void hand_in(event.currentTarget.files?.[0])}
          />
        </label>
        {diary?.kept && (
          <Button small kind="plain" onClick={() => void take_out()}>
            {say("calendar.take_out")}
          </Button>
        )}
      </div>
    </Card>
  );
}
