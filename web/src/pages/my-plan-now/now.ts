// What My plan now opens with: the people, the next time together, the promises, your steps. In this order.
//
// Nothing here counts, ranks or judges; a person is shown because they are in the plan or close, and that is
// all. The lists are short because they are a beginning, and each leads to its whole page.

import type { Day, Meeting, ServicePromise, Step, Tie, View } from "../../view";

const people_shown_max = 6;

export interface Somebody {
  name: string;
  tie: Tie | null;
}

/** Who carries or goes along with something first, then practitioners who are let in, then the inner ring. */
export function people_now(view: View): Somebody[] {
  const ties = view.circle?.ties ?? [];
  const tie_named = new Map(ties.map((tie) => [tie.id, tie]));
  const along = [
    ...all_steps(view).map((step) => step.companion),
    ...(view.ideas?.chosen ?? []).filter((idea) => idea.state === "chosen").map((idea) => idea.companion),
  ].flatMap((id) => (id ? (tie_named.get(id) ?? []) : []));
  const carrying = ties.filter((tie) => tie.carries.length > 0);
  const close = ties.filter((tie) => tie.rings.everyday === 1);
  const found = [
    ...[...carrying, ...along].map((tie): Somebody => ({ name: tie.name, tie })),
    ...(view.sharing?.members ?? []).map((member): Somebody => ({ name: member.name, tie: null })),
    ...close.map((tie): Somebody => ({ name: tie.name, tie })),
  ];
  const seen = new Set<string>();
  return found.filter(({ name }) => !seen.has(name) && seen.add(name)).slice(0, people_shown_max);
}

export function next_meeting(view: View, today: Day): Meeting | undefined {
  const minute = (meeting: Meeting) => meeting.minute ?? 24 * 60;
  return (view.visits?.meetings ?? [])
    .filter((meeting) => meeting.day >= today)
    .sort((a, b) => (a.day === b.day ? minute(a) - minute(b) : a.day < b.day ? -1 : 1))[0];
}

export function open_promises(view: View): ServicePromise[] {
  return (view.plan?.promises ?? []).filter(
    (promise) => promise.state === "open" || promise.state === "changed",
  );
}

/** The person's own steps that are still to come, those with a day first. */
export function your_steps(view: View): Step[] {
  const day_of = (step: Step) => step.due ?? "9999";
  return all_steps(view)
    .filter((step) => step.doer === "person" && (step.state === "under_way" || step.state === "not_yet"))
    .sort((a, b) => (day_of(a) < day_of(b) ? -1 : day_of(a) > day_of(b) ? 1 : 0));
}

export function all_steps(view: View): Step[] {
  const plan = view.plan;
  return plan ? [...plan.goals.flatMap((goal) => goal.steps), ...plan.steps] : [];
}

/** Where a person who is just beginning may go next; nobody has to. */
export function next_place(view: View): "circle" | "matters" | "ideas" | "plan" | null {
  if (view.circle && view.circle.ties.length === 0) return "circle";
  const heard = view.matters?.supports.some((row) => row.enough || row.helpers.length + row.helps.length > 0);
  if (view.matters && !heard) return "matters";
  if (view.ideas && view.ideas.chosen.length === 0) return "ideas";
  return view.plan && all_steps(view).length === 0 ? "plan" : null;
}
