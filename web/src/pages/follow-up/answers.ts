// How did it go? What can be answered, what is offered after it, and what comes next.

import type { Barrier, FollowUp, FollowUpAnswer, Help, Id, RowKey, View } from "../../view";

export const answers: readonly FollowUpAnswer[] = ["went", "not_yet", "gone_off", "not_today"];
export const barriers: readonly Barrier[] = [
  "cost",
  "getting_there",
  "health_that_day",
  "anxiety",
  "full_or_closed",
  "changed_my_mind",
  "other",
];
export const helps: readonly Help[] = ["somebody_with_me", "smaller_step", "something_else", "leave_it"];

/** What got in the way and what would help are only offered, and only to those who did not go. */
export function offers_reasons(answer: FollowUpAnswer): boolean {
  return answer === "not_yet" || answer === "gone_off";
}

/** What a change could be, after an answer: never a warning, always something that can be done or left. */
export type Next = "company" | "step" | "ideas" | "nothing";

export function next_after(answer: FollowUpAnswer, wanted: readonly Help[]): Next[] {
  if (answer === "went" || answer === "not_today") return ["nothing"];
  const next: Next[] = [];
  if (wanted.includes("somebody_with_me") && answer === "not_yet") next.push("company");
  if (wanted.includes("smaller_step") && answer === "not_yet") next.push("step");
  if (wanted.includes("something_else")) next.push("ideas");
  return next.length > 0 ? next : ["nothing"];
}

export function id_of(key: RowKey): Id {
  return key.slice(key.indexOf(":") + 1);
}

/** What will be asked later, the next first. */
export function later(view: View, today: string): FollowUp[] {
  return (view.followups?.rows ?? [])
    .filter((row) => row.state === "waiting" && row.due > today)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
