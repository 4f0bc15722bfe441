// What the colours of the circle tell apart.

import type { TieKind } from "../../view";

/** The shape says it too, so colour is never the only sign. */
export type Family = "family" | "other_people" | "group" | "practitioner" | "pet" | "place";

const families: Record<TieKind, Family> = {
  partner: "family",
  child: "family",
  parent: "family",
  sibling: "family",
  other_family: "family",
  friend: "other_people",
  neighbour: "other_people",
  colleague: "other_people",
  peer: "other_people",
  other_person: "other_people",
  group: "group",
  faith_group: "group",
  online_group: "group",
  practitioner: "practitioner",
  pet: "pet",
  place: "place",
  activity: "place",
  thing: "place",
};

export function family_of(kind: TieKind): Family {
  return families[kind];
}
