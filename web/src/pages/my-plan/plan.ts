// How the plan is put in order and into words, apart from drawing it.

import { say } from "../../rules/say";
import type {
  Day,
  Goal,
  Party,
  Plan,
  Statement,
  StatementVersion,
  Step,
  StepState,
  Tie,
  TieKind,
  View,
} from "../../view";
import { said_when_and_with } from "./plan-words";

export const step_states: readonly StepState[] = ["not_yet", "under_way", "done"];

/** Still to come first, done after; within each, as they were placed. */
export function in_order(steps: Step[]): Step[] {
  const shown = steps.filter((step) => step.state !== "put_away");
  return [...shown.filter((step) => step.state !== "done"), ...shown.filter((step) => step.state === "done")];
}

/** "Amina does this · by Saturday 28 November · with Dev". A switch beside it may say how it stands. */
export function said_of_step(step: Step, me: Party, today: Day, with_state = true): string {
  const doer = step.doer === me ? say("plan.doer.you") : say("plan.doer", { name: step.doer_name });
  const said = [doer, said_when_and_with(step, today)].filter(Boolean);
  if (with_state && (step.state === "under_way" || step.state === "done"))
    said.push(say(`step_state.${step.state}`));
  return said.join(" · ");
}

const who_may_come: readonly TieKind[] = [
  "partner",
  "child",
  "parent",
  "sibling",
  "other_family",
  "friend",
  "neighbour",
  "colleague",
  "peer",
  "other_person",
  "practitioner",
  "pet",
];

/** Somebody from the circle who could go along or do something: people and pets, not places. */
export function who_could_come(view: View): Tie[] {
  return (view.circle?.ties ?? []).filter((tie) => who_may_come.includes(tie.kind));
}

export interface PartyChoice {
  value: Party;
  label: string;
}

/** Who can carry a step: whoever can see it (PL5). */
export function who_could_do(view: View): PartyChoice[] {
  const { me, name } = view.person;
  const granted = (view.sharing?.grants ?? []).filter((grant) => grant.see.includes("plan"));
  const choices: PartyChoice[] = [
    { value: "person", label: me === "person" ? say("plan.me") : name },
    ...(me === "person" ? [] : [{ value: me, label: say("plan.me") }]),
    ...granted.map((grant): PartyChoice => ({ value: `account:${grant.to}`, label: grant.name })),
    ...who_could_come(view)
      .filter((tie) => tie.kind !== "pet")
      .map((tie): PartyChoice => ({
        value: `tie:${tie.id}`,
        label: tie.name,
      })),
  ];
  return choices.filter((one, at) => choices.findIndex((other) => other.value === one.value) === at);
}

/** Who can have promised something: anybody but the person (PL8). */
export function who_could_promise(view: View): PartyChoice[] {
  const own = view.person.me;
  const members: PartyChoice[] = (view.sharing?.members ?? []).map((member) => ({
    value: `account:${member.account}`,
    label: member.name,
  }));
  const choices = [...members, ...who_could_do(view)].filter(({ value }) => value !== "person");
  const first = choices.filter(({ value }) => value === own);
  const all = [...first, ...choices];
  return all.filter((one, at) => all.findIndex((other) => other.value === one.value) === at);
}

/** Whose words a plan is in, without a number: all yours, or yours and somebody else's, by name. */
export type HowMuch = "none" | "some" | "half" | "most" | "all";

const half_from = 0.4;
const most_from = 0.6;

/** How much of a plan is in the person's words, as a word and never as a number, and whose the others are. */
export function whose_plan(plan: Plan): { yours: HowMuch; others: string[] } {
  const voices = statements_of(plan).flatMap((statement) => statement.versions);
  const others = voices.filter((version) => version.voice !== "person");
  const letters = (of: StatementVersion[]): number => of.reduce((sum, one) => sum + one.words.length, 0);
  const share = 1 - letters(others) / Math.max(1, letters(voices));
  const names = [...new Set(others.map((version) => version.voice_name))];
  return { yours: how_much(voices.length > 0 ? share : 0), others: names };
}

function how_much(share: number): HowMuch {
  if (share === 0) return "none";
  if (share < half_from) return "some";
  if (share <= most_from) return "half";
  return share < 1 ? "most" : "all";
}

function statements_of(plan: Plan): Statement[] {
  const of_goal = (goal: Goal): (Statement | null)[] => [
    goal.statement,
    ...goal.steps.map((step) => step.statement),
  ];
  return [
    ...plan.goals.flatMap(of_goal),
    ...plan.steps.map((step) => step.statement),
    ...plan.promises.map((promise) => promise.statement),
  ].filter((statement) => statement !== null);
}
