// Over every page in a language that nobody who speaks it has reviewed (WO8): in that language and in
// English.

import type { JSX } from "preact";
import { say } from "../../rules/say";
import { use_watched } from "../../sync/use-record";
import { needs_review, spoken } from "../../words/catalogue";

export function ReviewNote(): JSX.Element | null {
  use_watched(spoken);
  if (!needs_review()) return null;
  return (
    <div class="review-note small">
      <p>{say("catalogue.review.note")}</p>
      <p lang="en">{say("catalogue.review.note_english")}</p>
    </div>
  );
}
