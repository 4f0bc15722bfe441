// The part a line is shared with, from where it stands: as in core/sharing/part.hpp.

import type { Part, Place, Statement } from "../../view";

const parts: Record<Exclude<Place, "own_view" | "proposed">, Part> = {
  goal: "plan",
  step: "plan",
  promise: "plan",
  helps: "matters",
  wish: "matters",
  enjoyed: "matters",
  own_find: "ideas",
  follow_up: "ideas",
  asked_for: "together",
  to_talk_about: "together",
  sentence: "circle",
  about_me: "about_me",
  good_help: "about_me",
  prepared: "together",
  decision: "plan",
  option: "plan",
  answer: "plan",
  reason: "plan",
};

/** Words beside a line are shared as that line is: whoever shows them knows its part. */
export function part_of({ place }: Statement): Part {
  return place === "own_view" || place === "proposed" ? "together" : parts[place];
}
