import { describe, expect, it } from "vitest";
import { first_visit, step, tie } from "../../fixtures/made";
import { sam_view } from "../../fixtures/sam";
import type { Circle } from "../../view";
import {
  carried_by,
  families_on,
  linkable,
  linked_to,
  may_draw,
  members_of,
  on_ring,
  only_elsewhere,
  ring_beside,
} from "./members";

const circle = sam_view.circle as Circle;

describe("two drawings of one circle", () => {
  it("each show only who is on it, and know who is on the other", () => {
    expect(members_of(circle, "hard_times").map(({ name }) => name)).toEqual(["Mum", "Dev", "Biscuit"]);
    expect(only_elsewhere(circle, "everyday")).toEqual([]);
    expect(only_elsewhere(circle, "hard_times").map(({ name }) => name)).toContain("Choir");
  });

  it("are drawn on only by whom the view lets", () => {
    expect(may_draw(circle)).toBe(true);
    expect(may_draw({ ...circle, can: [] })).toBe(false);
  });
});

it("lists a ring by name, so that the order says nothing about anybody", () => {
  expect(on_ring(circle.ties, "everyday", 1).map(({ name }) => name)).toEqual(["Biscuit", "Dev", "Mum"]);
});

it.each([
  [1, "closer", undefined],
  [1, "further", 2],
  [2, "closer", 1],
  [2, "further", 3],
  [3, "further", undefined],
] as const)("from ring %i, one step %s is ring %s", (ring, way, to) => {
  expect(ring_beside(ring, way)).toBe(to);
});

describe("lines between members", () => {
  it("are read from either end", () => {
    expect(linked_to(circle, "dev").map(({ other }) => other.name)).toEqual(["Mum", "Priya"]);
    expect(linked_to(circle, "uncle").map(({ other }) => other.name)).toEqual(["Mum"]);
  });

  it("are offered only to members who are here and not yet linked", () => {
    const offered = linkable(circle, "mum", "hard_times").map(({ name }) => name);
    expect(offered).toEqual(["Biscuit"]);
  });
});

it("says which steps somebody carries", () => {
  const plan = { ...first_visit().plan!, steps: [step("drive", "I can drive Sam.")] };
  const view = first_visit({ plan });
  expect(
    carried_by(view, tie("mum", "Mum", "parent", 1, { carries: ["drive"] })).map(({ id }) => id),
  ).toEqual(["drive"]);
});

it("explains only the shapes that are on the picture", () => {
  expect(families_on([tie("b", "Biscuit", "pet", 1), tie("m", "Mum", "parent", 1)])).toEqual([
    "family",
    "pet",
  ]);
});
