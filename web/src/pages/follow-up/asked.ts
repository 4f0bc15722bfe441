// How did it go? Which questions are on the one screen.

import type { Id, RowKey, View } from "../../view";

export interface Asked {
  id: Id;
  kind: "went" | "stop";
  name: string;
  about: RowKey;
}

/** Everything due on one screen, and one they opened themselves; each once. */
export function asked_now(view: View, opened: Id | null): Asked[] {
  const question = view.followups?.question;
  const due = (question?.items ?? []).map(({ id, name, about }): Asked => ({
    id,
    name,
    about,
    kind: question!.kind,
  }));
  const row = view.followups?.rows.find((one) => one.id === opened && one.state === "waiting");
  if (!row || due.some((one) => one.id === row.id)) return due;
  return [{ id: row.id, kind: "went", name: row.name, about: row.about }, ...due];
}
