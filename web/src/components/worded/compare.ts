// What changed between two wordings, in words: what was added and what was taken out, each as it stands.

import { diffWordsWithSpace } from "diff";

export interface Compared {
  added: string[];
  taken_out: string[];
  /** No word of before is left: it was written anew. */
  anew: boolean;
}

const holds_words = /[\p{L}\p{N}]/u;

/** Both wordings are as somebody typed them, at most 8,000 bytes each (ST8). */
export function compare(before: string, after: string): Compared {
  const added: string[] = [];
  const taken_out: string[] = [];
  let here = { added: "", taken_out: "" };
  let anew = true;
  function end_of_change(): void {
    if (here.added.trim()) added.push(here.added.trim());
    if (here.taken_out.trim()) taken_out.push(here.taken_out.trim());
    here = { added: "", taken_out: "" };
  }
  for (const piece of diffWordsWithSpace(before, after)) {
    if (piece.added) here.added += piece.value;
    else if (piece.removed) here.taken_out += piece.value;
    else if (piece.value.trim()) {
      end_of_change();
      anew = anew && !holds_words.test(piece.value);
    } else {
      // A space that stayed: words changed on both sides of it are one change.
      here = { added: here.added + piece.value, taken_out: here.taken_out + piece.value };
    }
  }
  end_of_change();
  return { added, taken_out, anew };
}
