// A statement in one line, where the whole card would be too much. Two versions made apart are both there.

import type { Statement } from "../view";

export function words_of(statement: Statement | null): string {
  return (statement?.versions ?? []).map((version) => version.words).join(" / ");
}
