// A statement in one line, where the whole card would be too much. Two versions made apart are both there.

import type { Statement } from "../view";

export function words_of(statement: Statement | null): string {
  return (statement?.versions ?? []).map((version) => version.words).join(" / ");
}

/** The language they are in; without one they are English (WO9). */
export function language_of(statement: Statement | null): string {
  return statement?.versions[0]?.language ?? "en";
}
