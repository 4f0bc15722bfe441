import { describe, expect, it } from "vitest";
import { offered } from "../../fixtures/ideas";
import { sam_today } from "../../fixtures/sam";
import type { Near } from "../../view";
import { is_day_on, said_access, said_checked, said_cost, said_times, said_where } from "./offered";
import { ring_map } from "./ring-map";

describe("where an idea is", () => {
  it.each([
    ["near: in miles", offered("a", { distance_m: 1290 }), "0.8 miles"],
    ["online: from home", offered("a", { reach: "online", distance_m: null }), "Online, from home"],
    ["national: from anywhere", offered("a", { reach: "national", distance_m: null }), "From anywhere"],
    ["it comes to you", offered("a", { reach: "area", distance_m: 0 }), "It comes to you"],
    ["no distance can be said", offered("a", { distance_m: null }), "We do not know how far"],
  ])("%s", (_, idea, said) => {
    expect(said_where(idea)).toBe(said);
  });
});

it.each([
  ["free stays free", offered("a", { cost: "free", cost_text: "Free entry" }), "Free"],
  ["what it costs is said", offered("a", { cost: "low", cost_text: "£2 for tea" }), "A little: £2 for tea"],
  ["not known is said so", offered("a", { cost: "unknown" }), "Cost not known"],
])("of cost, %s", (_, idea, said) => {
  expect(said_cost(idea)).toBe(said);
});

it.each([
  [
    "ID22 days in a row",
    { days: ["monday", "tuesday", "wednesday"], week: "every", from: 540, until: 1020 },
    "Monday – Wednesday, 9 am to 5 pm",
  ],
  [
    "ID22 two days",
    { days: ["tuesday", "friday"], week: "every", from: 600, until: 750 },
    "Tuesday, Friday, 10 am to 12.30 pm",
  ],
  [
    "ID22 a week of the month",
    { days: ["monday"], week: "first", from: 840, until: 960 },
    "First Monday, 2 pm to 4 pm",
  ],
] as const)("when, %s", (_, time, said) => {
  expect(said_times(offered("a", { times: [{ ...time, days: [...time.days] }] }))).toEqual([said]);
});

it("ID23 says nothing of its own where nothing is certain", () => {
  expect(said_times(offered("a", { opening: "Most afternoons" }))).toEqual([]);
});

it.each([
  ["a day it was checked", offered("a", { checked_on: "2026-10-02" }), "Checked on 2 October"],
  ["overdue", offered("a", { checked_on: "2026-03-02", overdue: true }), "Not checked since 2 March"],
  ["never", offered("a", { checked_on: null }), "Nobody has checked this yet"],
])("says when it was last checked: %s", (_, idea, said) => {
  expect(said_checked(idea, sam_today)).toBe(said);
});

describe("access", () => {
  it("says what is known and what is not there; what to ask first is among the reasons", () => {
    const idea = offered("a", {
      access: [
        { need: "step_free", known: "yes", ask_first: false },
        { need: "toilet", known: "yes", ask_first: false },
        { need: "hearing_loop", known: "no", ask_first: false },
        { need: "quiet", known: "unknown", ask_first: true },
      ],
    });
    expect(said_access(idea)).toEqual([
      "Has: No steps, An accessible toilet",
      "Does not have: A hearing loop",
    ]);
  });

  it("does not say twice that nothing is known", () => {
    const open = offered("a", { access: [{ need: "quiet", known: "unknown", ask_first: true }] });
    expect(said_access(open)).toEqual([]);
  });

  it("is never silent: nothing known is said so", () => {
    expect(said_access(offered("a", { access: [] }))).toEqual(["We do not know about access. Ask first."]);
  });
});

describe("the drawing of distances", () => {
  const here: Near = {
    kind: "point",
    label: "M14",
    lat_udeg: 53_450_000,
    lon_udeg: -2_220_000,
    how_far_m: 4000,
    age: null,
  };
  const north = offered("north", { lat_udeg: 53_468_000, lon_udeg: -2_220_000, distance_m: 2000 });
  const east = offered("east", { lat_udeg: 53_450_000, lon_udeg: -2_190_000, distance_m: 2000 });

  it("has north up and east to the right, the same way the same length", () => {
    const map = ring_map([north, east], here)!;
    expect(map.dots.map(({ letter, x, y }) => [letter, Math.sign(x), Math.sign(y)])).toEqual([
      ["A", 0, -1],
      ["B", 1, 0],
    ]);
    expect(-map.dots[0]!.y).toBe(map.dots[1]!.x);
  });

  it("keeps two ideas in one street apart, and a far one inside the edge", () => {
    const far = offered("far", { lat_udeg: 54_450_000, lon_udeg: -2_220_000, distance_m: 90_000 });
    const map = ring_map([north, { ...north, service: "beside" }, far], here)!;
    const [a, b, c] = map.dots as [(typeof map.dots)[0], (typeof map.dots)[0], (typeof map.dots)[0]];
    expect(Math.hypot(a!.x - b!.x, a!.y - b!.y)).toBeGreaterThanOrEqual(26);
    expect(Math.hypot(c!.x, c!.y)).toBeLessThanOrEqual(160);
  });

  it("is not made without a place, nor from a wide area", () => {
    expect(ring_map([north], { ...here, kind: "none", lat_udeg: null, lon_udeg: null })).toBeNull();
    expect(ring_map([north], { ...here, kind: "area" })).toBeNull();
  });

  it("leaves out what has no place of its own", () => {
    expect(
      ring_map([offered("line", { reach: "national", lat_udeg: null, distance_m: null })], here)!.dots,
    ).toEqual([]);
  });
});

it.each([
  ["2026-11-22", true],
  ["2026-12-06", true],
  ["2026-11-21", false],
  ["", false],
  ["soon", false],
])("a day to ask on is today or later: %s", (day, fine) => {
  expect(is_day_on(day, sam_today)).toBe(fine);
});
