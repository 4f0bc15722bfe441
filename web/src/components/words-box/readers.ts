// Who will see what is written, in one sentence: the people who have been let in to that part now.

import { say } from "../../rules/say";
import type { Part, View } from "../../view";

export function readers_of(view: View, part: Part): string {
  if (view.person.reader !== "person") return say("words_box.seen_by_person", { name: view.person.name });
  const names = new Set<string>();
  for (const grant of view.sharing?.grants ?? []) if (grant.see.includes(part)) names.add(grant.name);
  const visit = view.visits?.open;
  if (visit?.parts.includes(part)) for (const one of visit.with) names.add(one.name);
  if (names.size === 0) return say("words_box.seen_by_you");
  return say("words_box.seen_by", { names: [...names] });
}
