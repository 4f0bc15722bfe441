// Next time together: when, where and with whom. Either of them can arrange it, move it or call it off.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Dialog } from "../../components/dialog/dialog";
import { MeetingForm } from "../../app/routes";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Meeting } from "../../view";
import { said_day, said_minute } from "../../words/day-words";
import { has_died, may } from "../may";

export function MeetingCard(): JSX.Element | null {
  const { view, tap } = use_record();
  const [changing, set_changing] = useState<Meeting | "new" | null>(null);
  const meetings = view.visits?.meetings ?? [];
  const may_set = may("set_meeting", view.visits) && !has_died(view);
  if (meetings.length === 0 && has_died(view)) return null;
  return (
    <Card title={say("together.next")}>
      {meetings.length === 0 && <p class="soft">{say("together.no_meeting")}</p>}
      {meetings.map((meeting) => (
        <div key={meeting.id} class="row row--apart">
          <MeetingLine meeting={meeting} />
          <div class="row">
            {may("set_meeting", meeting) && !has_died(view) && (
              <Button small onClick={() => set_changing(meeting)}>
                {say("together.move")}
              </Button>
            )}
            {meeting.can.includes("cancel_meeting") && (
              <Button
                small
                kind="plain"
                onClick={() => tap("cancel_meeting", { meeting: meeting.id }, { base: [meeting.version] })}
              >
                {say("together.call_off")}
              </Button>
            )}
          </div>
        </div>
      ))}
      {may_set && (
        <div>
          <Button small icon="calendar" onClick={() => set_changing("new")}>
            {say("together.arrange")}
          </Button>
        </div>
      )}
      <Dialog
        open={changing !== null}
        sheet
        title={say("together.arrange")}
        on_close={() => set_changing(null)}
      >
        {changing && (
          <MeetingForm meeting={changing === "new" ? null : changing} on_done={() => set_changing(null)} />
        )}
      </Dialog>
    </Card>
  );
}

export function MeetingLine({ meeting }: { meeting: Meeting }): JSX.Element {
  const { today } = use_record();
  const names = meeting.with.map((one) => one.name);
  return (
    <div>
      <p class="strong">
        {said_day(meeting.day, today)}
        {meeting.minute !== null && `, ${said_minute(meeting.minute)}`}
      </p>
      <p class="soft">
        {[meeting.where, names.length > 0 ? say("together.with", { names }) : null]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
  );
}
