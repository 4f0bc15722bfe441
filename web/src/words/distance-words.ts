// How far away something is, in the miles people here think in. Metres are what is stored and reckoned with.

import { say } from "../rules/say";

const mile_m = 1609.344;
const next_door_m = 160;

/** The distances a person may choose as "how far would you go?", in metres. */
export const how_far_choices_m: readonly number[] = [805, 1609, 3219, 8047, 16093, 32187];

export function said_distance(distance_m: number): string {
  if (distance_m < next_door_m) return say("distance.very_near");
  return said_miles(distance_m);
}

export function said_miles(distance_m: number): string {
  const miles = distance_m / mile_m;
  if (Math.abs(miles - 0.5) < 0.05) return say("distance.half_a_mile");
  const rounded = miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles);
  return rounded === 1 ? say("distance.mile") : say("distance.miles", { miles: String(rounded) });
}
