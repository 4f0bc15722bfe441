// One question: how did it go with this? Four answers; the rest is offered and can be left.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Chips } from "../../components/chips/chips";
import { Tick } from "../../components/choice-list/choose-many";
import { TextField } from "../../components/field/text-field";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Barrier, FollowUpAnswer, Help } from "../../view";
import { AfterAnswer } from "./after-answer";
import type { Asked } from "./asked";
import { answers, barriers, helps, offers_reasons } from "./answers";
import { title_of } from "./follow-up";

interface Told {
  barriers: Barrier[];
  helps: Help[];
  talk: boolean;
  words: string;
}

const nothing_told: Told = { barriers: [], helps: [], talk: false, words: "" };

export function HowItWent({ asked, titled }: { asked: Asked; titled: boolean }): JSX.Element {
  const { tap } = use_record();
  const [stopped, set_stopped] = useState(false);
  const [answer, set_answer] = useState<FollowUpAnswer | null>(null);
  const [told, set_told] = useState<Told>(nothing_told);
  const [sent, set_sent] = useState(false);

  function send(event: Event): void {
    event.preventDefault();
    if (!answer) return;
    const reasons = offers_reasons(answer);
    tap("answer_follow_up", {
      followup: asked.id,
      answer,
      barriers: reasons && told.barriers.length > 0 ? told.barriers : undefined,
      helps: reasons && told.helps.length > 0 ? told.helps : undefined,
      talk: told.talk ? new_id() : undefined,
    });
    const words = told.words.trim();
    if (words)
      tap("word_statement", {
        statement: new_id(),
        place: "follow_up",
        about: `followup:${asked.id}`,
        words,
      });
    set_sent(true);
  }

  function stop(): void {
    tap("stop_follow_up", { followup: asked.id });
    set_stopped(true);
  }

  if (stopped)
    return (
      <Card tone="teal">
        <p role="status">{say("follow.stop.stopped")}</p>
      </Card>
    );
  return (
    <section class="stack" aria-label={title_of(asked)}>
      {titled && <h2>{title_of(asked)}</h2>}
      {sent && answer ? (
        <AfterAnswer asked={asked} answer={answer} wanted={told.helps} />
      ) : (
        <form class="stack stack--wide" onSubmit={send}>
          <FourAnswers value={answer} on_change={set_answer} />
          {answer && <Offered answer={answer} told={told} set={(some) => set_told({ ...told, ...some })} />}
          {answer ? (
            <div>
              <Button kind="main" type="submit">
                {say("follow.send")}
              </Button>
            </div>
          ) : (
            <div>
              <Button kind="plain" onClick={stop}>
                {say("ask.stop")}
                <span class="heard">: {asked.name}</span>
              </Button>
            </div>
          )}
        </form>
      )}
    </section>
  );
}

function FourAnswers({
  value,
  on_change,
}: {
  value: FollowUpAnswer | null;
  on_change: (answer: FollowUpAnswer) => void;
}): JSX.Element {
  return (
    <div class="follow__answers" role="group" aria-label={say("follow.answers")}>
      {answers.map((answer) => (
        <Button
          key={answer}
          wide
          kind={answer === value ? "main" : "quiet"}
          aria-pressed={answer === value}
          onClick={() => on_change(answer)}
        >
          {say(`answer.${answer}`)}
        </Button>
      ))}
    </div>
  );
}

function Offered({
  answer,
  told,
  set,
}: {
  answer: FollowUpAnswer;
  told: Told;
  set: (some: Partial<Told>) => void;
}): JSX.Element | null {
  if (answer === "not_today")
    return (
      <p class="soft" role="status">
        {say("follow.not_today")}
      </p>
    );
  return (
    <>
      {offers_reasons(answer) && (
        <>
          <Chips
            legend={say("follow.barriers")}
            value={told.barriers}
            on_change={(chosen) => set({ barriers: chosen })}
            options={barriers.map((value) => ({ value, label: say(`barrier.${value}`) }))}
          />
          <Chips
            legend={say("follow.helps")}
            value={told.helps}
            on_change={(chosen) => set({ helps: chosen })}
            options={helps.map((value) => ({ value, label: say(`help.${value}`) }))}
          />
        </>
      )}
      {answer === "went" && (
        <TextField
          free
          label={say("follow.words")}
          value={told.words}
          on_change={(words) => set({ words })}
        />
      )}
      <Tick
        label={say("follow.talk")}
        hint={say("follow.talk.hint")}
        value={told.talk}
        on_change={(talk) => set({ talk })}
      />
    </>
  );
}
