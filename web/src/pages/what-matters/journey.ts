// The way through What matters to me: one question at a time, in an order that starts with what helps.
//
// Every question can be skipped and come back to; none is ever a gap. The way is plain data, so that the
// page, the list of questions and the tests read the same one.

import type { Category, Support, SupportRow, View } from "../../view";
import { aspects_said } from "./what-suits";

export type Question =
  | { ask: "who" | "enough" | "wish"; support: Support }
  | { ask: "enjoyed" | "access" | "suits" | "where" | "how_far" | "age" }
  | { ask: "themes"; category: Category };

export const supports: readonly Support[] = ["illness", "everyday", "emotional"];
export const categories: readonly Category[] = [
  "activities",
  "health",
  "learning",
  "support",
  "independent_living",
  "volunteering",
];

export const questions: readonly Question[] = [
  ...supports.flatMap((support): Question[] => [
    { ask: "who", support },
    { ask: "enough", support },
    { ask: "wish", support },
  ]),
  { ask: "enjoyed" },
  ...categories.map((category): Question => ({ ask: "themes", category })),
  { ask: "access" },
  { ask: "suits" },
  { ask: "where" },
  { ask: "how_far" },
  { ask: "age" },
];

/** A question's name in the address of the page: "wish-illness", "themes-health", "where". */
export function name_of(question: Question): string {
  if ("support" in question) return `${question.ask}-${question.support}`;
  return "category" in question ? `${question.ask}-${question.category}` : question.ask;
}

export function question_named(name: string | null | undefined): Question | undefined {
  return questions.find((question) => name_of(question) === name);
}

export function after(question: Question): Question | undefined {
  return questions[questions.findIndex((one) => name_of(one) === name_of(question)) + 1];
}

export function before(question: Question): Question | undefined {
  return questions[questions.findIndex((one) => name_of(one) === name_of(question)) - 1];
}

/** Whether something was said here; "not today" is an answer like any other. */
export function is_answered(question: Question, view: View): boolean {
  switch (question.ask) {
    case "who":
      return helped(support_row(view, question.support));
    case "enough":
      return support_row(view, question.support)?.enough != null;
    case "wish":
      return (support_row(view, question.support)?.wishes.length ?? 0) > 0;
    case "enjoyed":
      return (view.matters?.enjoyed.length ?? 0) > 0;
    case "themes":
      return (
        view.preferences?.themes.some((row) => row.category === question.category && row.answer) ?? false
      );
    case "access":
      return view.preferences?.access.some((row) => row.level) ?? false;
    case "suits":
      return view.preferences !== undefined && aspects_said(view.preferences.suits).length > 0;
    case "where":
      return (view.preferences?.near.kind ?? "none") !== "none";
    case "how_far":
      return view.preferences?.near.how_far_m != null;
    case "age":
      return view.preferences?.near.age != null;
  }
}

/** Only what this reader may see is asked about. */
export function is_asked(question: Question, view: View): boolean {
  const of_matters = "support" in question || question.ask === "enjoyed";
  return (of_matters ? view.matters : view.preferences) !== undefined;
}

/** Where to go on: the place they left, else the first question that is still open. */
export function go_on_at(view: View, left_at: string | null): Question | undefined {
  const asked = questions.filter((question) => is_asked(question, view));
  const left = question_named(left_at);
  if (left && is_asked(left, view)) return left;
  return asked.find((question) => !is_answered(question, view)) ?? asked[0];
}

/** The four parts of the way, as the list of questions shows them. */
export const parts: readonly {
  name: "helps" | "enjoyed" | "likes" | "practical";
  asks: Question["ask"][];
}[] = [
  { name: "helps", asks: ["who", "enough", "wish"] },
  { name: "enjoyed", asks: ["enjoyed"] },
  { name: "likes", asks: ["themes"] },
  { name: "practical", asks: ["access", "suits", "where", "how_far", "age"] },
];

export function support_row(view: View, support: Support): SupportRow | undefined {
  return view.matters?.supports.find((row) => row.support === support);
}

export function helped(row: SupportRow | undefined): boolean {
  return row !== undefined && row.helpers.length + row.helps.length > 0;
}
