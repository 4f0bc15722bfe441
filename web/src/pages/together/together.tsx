// Together: one person as a practitioner they have let in sees them. People and the next meeting come first;
// nothing is counted and nothing is ranked.

import type { JSX } from "preact";
import { CopyVisit } from "../../app/routes";
import { Button, ButtonLink } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Dialog } from "../../components/dialog/dialog";
import { Page } from "../../components/page/page";
import { StatementCard } from "../../components/statement-card/statement-card";
import { WordsBox } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { useState } from "preact/hooks";
import type { Talk, TalkAbout } from "../../view";
import { has_died, may } from "../may";
import { parts_seen } from "../sharing/parts";
import { QuietCard } from "../quiet/quiet-card";
import { QuietNotice } from "../quiet/quiet-notice";
import { MeetingCard } from "./meeting-card";
import { HandOverCard } from "./hand-over-card";
import { VisitCard } from "./visit-card";

export function TogetherPage(): JSX.Element {
  const { view, href } = use_record();
  const name = view.person.name;
  const talk = view.talk ?? [];
  const seen = parts_seen(view);
  return (
    <Page title={name} lead={!has_died(view) && say("together.lead", { name })}>
      <QuietNotice />
      <div class="beside">
        <div class="stack stack--wide">
          <MeetingCard />
          <TalkCard about="asked_for" title={say("together.asked_for", { name })} talk={talk} />
          <TalkCard about="to_talk_about" title={say("together.to_talk_about", { name })} talk={talk} />
        </div>
        <div class="stack">
          <VisitCard />
          {view.person.reader === "practitioner" && <CopyAgain />}
          {view.plan && seen.includes("plan") && (
            <ButtonLink wide icon="plan" href={href("plan")}>
              {say("page.plan_of", { name })}
            </ButtonLink>
          )}
          {view.circle && seen.includes("circle") && (
            <ButtonLink wide icon="circle" href={href("circle")}>
              {say("page.circle_of", { name })}
            </ButtonLink>
          )}
          {view.plan && seen.includes("plan") && (
            <ButtonLink wide icon="print" href={href("paper")}>
              {say("together.paper")}
            </ButtonLink>
          )}
          {!has_died(view) && <HandOverCard />}
          <QuietCard />
        </div>
      </div>
    </Page>
  );
}

/** The text for another record, also when no visit is open: only what changed since it was last copied. */
function CopyAgain(): JSX.Element {
  const [open, set_open] = useState(false);
  return (
    <>
      <Button wide icon="forward" onClick={() => set_open(true)}>
        {say("handover.again")}
      </Button>
      <Dialog open={open} sheet title={say("handover.again")} on_close={() => set_open(false)}>
        <CopyVisit on_done={() => set_open(false)} />
      </Dialog>
    </>
  );
}

/** Somebody's words, or only what it is about: the person said that they want to talk of it, and no more. */
function TalkLine({ line }: { line: Talk }): JSX.Element {
  const { tap } = use_record();
  const settle = line.can.includes("settle_talk") && (
    <div>
      <Button small onClick={() => tap("settle_talk", { talk: line.id }, { base: [line.version] })}>
        {say("together.talked")}
      </Button>
    </div>
  );
  if (line.statement) return <StatementCard statement={line.statement}>{settle}</StatementCard>;
  return (
    <div class="row row--apart">
      <p>{line.subject}</p>
      {settle}
    </div>
  );
}

function TalkCard({
  about,
  title,
  talk,
}: {
  about: TalkAbout;
  title: string;
  talk: Talk[];
}): JSX.Element | null {
  const { view, tap } = use_record();
  const [writing, set_writing] = useState(false);
  const lines = talk.filter((one) => one.about === about);
  if (lines.length === 0 && has_died(view)) return null;
  return (
    <Card title={title}>
      {lines.length === 0 && <p class="soft">{say("together.nothing_now")}</p>}
      {lines.map((line) => (
        <TalkLine key={line.id} line={line} />
      ))}
      {writing ? (
        <WordsBox
          label={say("together.words")}
          part="together"
          send_label={say("together.add")}
          on_cancel={() => set_writing(false)}
          on_send={({ words, voice, confirmed }) => {
            tap("raise", { talk: new_id(), about, statement: new_id(), words, confirmed }, { voice });
            set_writing(false);
          }}
        />
      ) : (
        may("raise", view.visits) &&
        !has_died(view) && (
          <div>
            <Button small icon="add" onClick={() => set_writing(true)}>
              {say("together.add_line")}
            </Button>
          </div>
        )
      )}
    </Card>
  );
}
