import { expect, it } from "vitest";
import { how_far_choices_m, said_distance, said_miles } from "./distance-words";

it.each([
  ["next door is very near", 90, "very near"],
  ["less than a mile has one decimal", 1290, "0.8 miles"],
  ["half a mile is said as people say it", 805, "half a mile"],
  ["one mile is one", 1609, "1 mile"],
  ["a few miles", 3540, "2.2 miles"],
  ["far away needs no decimals", 32000, "20 miles"],
])("%s", (_, distance_m, said) => {
  expect(said_distance(distance_m)).toBe(said);
});

it("offers distances that are said in whole or half miles", () => {
  expect(how_far_choices_m.map(said_miles)).toEqual([
    "half a mile",
    "1 mile",
    "2 miles",
    "5 miles",
    "10 miles",
    "20 miles",
  ]);
});
