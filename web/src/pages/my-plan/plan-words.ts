// What is said of a step or a promise in one line, also on My plan now.

import { say } from "../../rules/say";
import type { Day, ServicePromise, Step } from "../../view";
import { said_day } from "../../words/day-words";

/** A day that has gone by is told, never held against anybody. */
export function said_due(due: Day, today: Day): string {
  return say(due >= today ? "plan.due" : "plan.was_due", { day: said_day(due, today) });
}

/** "by Saturday 28 November · with Dev". */
export function said_when_and_with(step: Step, today: Day): string {
  const said = [];
  if (step.due && step.state !== "done") said.push(said_due(step.due, today));
  if (step.companion_name) said.push(say("plan.with", { name: step.companion_name }));
  return said.join(" · ");
}

export function said_of_promise(promise: ServicePromise, today: Day): string {
  const said = [promise.by_name];
  if (promise.due && promise.state === "open") said.push(said_due(promise.due, today));
  if (promise.state !== "open") said.push(say(`promise_state.${promise.state}`));
  return said.join(" · ");
}
