// What matters to me: one gentle question at a time. Skip any, stop any time, come back to the same place.
//
// The address holds the question, so that going back goes back one question. Where somebody stopped is kept
// for this sitting only; after that the first open question is where to go on.

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { address, go } from "../../app/address";
import { Button, ButtonLink } from "../../components/button/button";
import { Icon } from "../../components/icon/icon";
import { Page, page_heading_id } from "../../components/page/page";
import { say } from "../../rules/say";
import { use_record, use_watched } from "../../sync/use-record";
import type { View } from "../../view";
import { may } from "../may";
import { NothingShared } from "../nothing-shared";
import { Answer } from "./answer";
import {
  after,
  before,
  go_on_at,
  is_answered,
  is_asked,
  name_of,
  question_named,
  questions,
  type Question,
} from "./journey";
import { lead_of, title_of } from "./question-words";
import { QuestionList } from "./question-list";
import "../pages.css";
import "./what-matters.css";

const kept_as = "matters-left-at";

export function WhatMatters(): JSX.Element {
  const { view } = use_record();
  const query = new URLSearchParams(use_watched(address).split("?")[1] ?? "");
  const question = question_named(query.get("question"));
  if (question && is_asked(question, view))
    return <OneQuestion key={name_of(question)} question={question} />;
  return <Overview />;
}

function Overview(): JSX.Element {
  const { view, href } = use_record();
  if (view.person.reader !== "person" && !reads_any(view)) {
    return (
      <Page narrow title={say("page.matters")}>
        <NothingShared />
      </Page>
    );
  }
  const next = go_on_at(view, sessionStorage.getItem(kept_as));
  return (
    <Page narrow title={say("matters.title")} lead={say("matters.lead")}>
      {next && (
        <div class="row">
          <ButtonLink kind="main" href={href("matters", `?question=${name_of(next)}`)}>
            {say("matters.begin")}
          </ButtonLink>
        </div>
      )}
      <QuestionList />
      {view.ideas && (
        <p>
          <a href={href("ideas")}>{say("matters.to_ideas")}</a>
        </p>
      )}
    </Page>
  );
}

/** Whether anything here is this reader's to see or to answer. */
function reads_any(view: View): boolean {
  return may("answer_support", view.matters) || questions.some((question) => is_answered(question, view));
}

function OneQuestion({ question }: { question: Question }): JSX.Element {
  const { view, href } = use_record();
  useEffect(() => {
    sessionStorage.setItem(kept_as, name_of(question));
    document.getElementById(page_heading_id)?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [question]);
  const to = (next: Question | undefined): string =>
    href("matters", next ? `?question=${name_of(next)}` : "");
  const previous = asked_beside(question, before, view);
  const following = asked_beside(question, after, view);
  return (
    <Page narrow title={title_of(question)} lead={lead_of(question)}>
      <Answer question={question} />
      <nav class="matters__ways" aria-label={say("matters.ways")}>
        <ButtonLink kind="plain" icon="back" href={to(previous)}>
          {previous ? say("matters.back") : say("matters.all")}
        </ButtonLink>
        <Button kind="main" onClick={() => go(to(following))}>
          {say(!following ? "matters.end" : is_answered(question, view) ? "matters.next" : "matters.skip")}
        </Button>
      </nav>
      <p class="small matters__stop">
        <Icon name="done" size={18} />
        <span>
          {say("matters.kept")} <a href={href("matters")}>{say("matters.all")}</a>
        </span>
      </p>
    </Page>
  );
}

function asked_beside(
  question: Question,
  step: (from: Question) => Question | undefined,
  view: View,
): Question | undefined {
  let next = step(question);
  while (next && !is_asked(next, view)) next = step(next);
  return next;
}
