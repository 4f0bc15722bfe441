// All the questions, in four parts: which have an answer and which are still open. Open is a fine state.

import type { JSX } from "preact";
import { Icon } from "../../components/icon/icon";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { is_answered, is_asked, name_of, parts, questions, type Question } from "./journey";
import { title_of } from "./question-words";

export function QuestionList(): JSX.Element {
  const { view } = use_record();
  return (
    <div class="stack stack--wide">
      {parts.map((part) => {
        const asked = questions.filter(
          (question) => part.asks.includes(question.ask) && is_asked(question, view),
        );
        if (asked.length === 0) return null;
        return (
          <section key={part.name} class="stack stack--tight" aria-labelledby={`part-${part.name}`}>
            <h2 id={`part-${part.name}`}>{say(`matters.part.${part.name}`)}</h2>
            <ul class="question-list">
              {asked.map((question) => (
                <Line key={name_of(question)} question={question} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Line({ question }: { question: Question }): JSX.Element {
  const { view, href } = use_record();
  const answered = is_answered(question, view);
  return (
    <li>
      <a class="question-list__one" href={href("matters", `?question=${name_of(question)}`)}>
        <span class={answered ? "question-list__mark is-answered" : "question-list__mark"} aria-hidden="true">
          {answered && <Icon name="done" size={16} />}
        </span>
        <span>{title_of(question)}</span>
        <span class="question-list__state">{say(answered ? "matters.answered" : "matters.open")}</span>
      </a>
    </li>
  );
}
