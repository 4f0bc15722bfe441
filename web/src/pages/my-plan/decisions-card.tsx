// Decisions: what there is to decide, what was offered, doing nothing among it, and what the person answered.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { StatementCard, whose_words } from "../../components/statement-card/statement-card";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Day, Decision, GivenAnswer, Party, Plan } from "../../view";
import { said_date } from "../../words/day-words";
import { may } from "../may";
import { AnswerForm, AskForm } from "./decision-forms";

export function DecisionsCard({ plan }: { plan: Plan }): JSX.Element | null {
  const [asking, set_asking] = useState(false);
  if (plan.decisions.length === 0 && !may("place_decision", plan)) return null;
  return (
    <section class="stack" aria-labelledby="decisions">
      <h2 id="decisions" class="my-plan__label">
        {say("decision.title")}
      </h2>
      {plan.decisions.map((decision) => (
        <OneDecision key={decision.id} decision={decision} />
      ))}
      {asking ? (
        <Card>
          <AskForm on_done={() => set_asking(false)} />
        </Card>
      ) : (
        may("place_decision", plan) && (
          <div>
            <Button small icon="add" onClick={() => set_asking(true)}>
              {say("decision.add")}
            </Button>
          </div>
        )
      )}
    </section>
  );
}

function OneDecision({ decision }: { decision: Decision }): JSX.Element | null {
  const { view, today, tap } = use_record();
  const [answering, set_answering] = useState(false);
  const asked = decision.asked[0];
  if (!asked) return null;
  const [latest, ...earlier] = decision.answers;
  const question = asked.versions[0]!.words;
  return (
    <Card>
      <StatementCard statement={asked} />
      <p class="small soft">{say("decision.offered")}</p>
      <ul class="decision__options">
        {decision.options.map((option) => (
          <li key={option.id}>
            <span class="said">{option.versions[0]!.words}</span>{" "}
            <span class="small soft">{whose_words(option.versions[0]!, view.person.me, today)}</span>
          </li>
        ))}
        <li>{say("decision.nothing")}</li>
      </ul>
      {latest ? (
        <Answer answer={latest} decision={decision} today={today} />
      ) : (
        <p class="soft">{say("decision.open", { name: view.person.name })}</p>
      )}
      {answering ? (
        <AnswerForm decision={decision} on_done={() => set_answering(false)} />
      ) : (
        <div class="asides">
          {may("answer_decision", decision) && (
            <Button small onClick={() => set_answering(true)}>
              {latest ? say("decision.answer_again") : say("decision.answer")}
              <span class="heard">: {question}</span>
            </Button>
          )}
          {may("put_decision_away", decision) && (
            <Button small kind="plain" onClick={() => tap("put_decision_away", { decision: decision.id })}>
              {say("plan.put_away")}
              <span class="heard">: {question}</span>
            </Button>
          )}
        </div>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>
            {say("decision.earlier")}
            <span class="heard">: {question}</span>
          </summary>
          <div class="stack">
            {earlier.map((answer, n) => (
              <Answer key={n} answer={answer} decision={decision} today={today} />
            ))}
          </div>
        </details>
      )}
    </Card>
  );
}

function Answer({
  answer,
  decision,
  today,
}: {
  answer: GivenAnswer;
  decision: Decision;
  today: Day;
}): JSX.Element {
  const { view } = use_record();
  const words = answer.words[0];
  return (
    <div class="stack stack--tight">
      <p>
        {said_of_answer(answer, decision, view.person.me, view.person.name)}{" "}
        <span class="small soft">· {said_date(answer.on, today)}</span>
      </p>
      {!answer.typed_by_person && (
        <p class="small soft">{say("decision.typed_by", { name: answer.typed_by_name })}</p>
      )}
      {words && <StatementCard only_read statement={words} />}
    </div>
  );
}

function said_of_answer(answer: GivenAnswer, decision: Decision, me: Party, name: string): string {
  const option = decision.options.find((one) => one.id === answer.option)?.versions[0]?.words;
  if (answer.choice === "option" && option) {
    return me === "person"
      ? say("decision.said.you", { words: option })
      : say("decision.said", { name, words: option });
  }
  const choice = say(`decision.${answer.choice === "option" ? "something_else" : answer.choice}`);
  return me === "person"
    ? say("decision.said.you", { words: choice })
    : say("decision.said", { name, words: choice });
}
