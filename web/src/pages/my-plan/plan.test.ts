import { describe, expect, it } from "vitest";
import { first_visit, promise, step, tie } from "../../fixtures/made";
import { sam_today, sam_view } from "../../fixtures/sam";
import { in_order, said_of_step, who_could_do, who_could_promise, whose_plan } from "./plan";
import { said_due, said_of_promise } from "./plan-words";

describe("the order of steps", () => {
  it("has what is still to come first, and what was put away not at all", () => {
    const steps = [
      step("a", "a", { state: "done" }),
      step("b", "b"),
      step("c", "c", { state: "put_away" }),
      step("d", "d", { state: "under_way" }),
    ];
    expect(in_order(steps).map(({ id }) => id)).toEqual(["b", "d", "a"]);
  });
});

describe("what is said of a step", () => {
  it.each([
    ["your own, with a day", step("s", "s", { due: "2026-11-23" }), "You do this · by tomorrow"],
    ["somebody else's", step("s", "s", { doer: "tie:mum", doer_name: "Mum" }), "Mum does this"],
    [
      "with somebody who goes along",
      step("s", "s", { companion: "dev", companion_name: "Dev", state: "under_way" }),
      "You do this · with Dev · Under way",
    ],
    [
      "done: its day no longer matters",
      step("s", "s", { due: "2026-11-01", state: "done" }),
      "You do this · Done",
    ],
  ])("%s", (_, given, said) => {
    expect(said_of_step(given, "person", sam_today)).toBe(said);
  });

  it("tells a day that has gone by, and does not warn", () => {
    expect(said_due("2026-11-18", sam_today)).toBe("was planned for Wednesday 18 November");
  });
});

it.each([
  ["open, with a day", promise("p", "p", { due: "2026-11-28" }), "Amina · by Saturday 28 November"],
  ["kept", promise("p", "p", { due: "2026-11-28", state: "kept" }), "Amina · Kept"],
])("says of a promise that is %s", (_, given, said) => {
  expect(said_of_promise(given, sam_today)).toBe(said);
});

describe("PL5 who can carry a step", () => {
  it("are you, whoever may see the plan, and people from the circle; no place and no pet", () => {
    const labels = who_could_do(sam_view).map(({ label }) => label);
    expect(labels.slice(0, 2)).toEqual(["Me", "Amina"]);
    expect(labels).toContain("Mum");
    expect(labels).not.toContain("Allotment");
    expect(labels).not.toContain("Biscuit");
  });

  it("are both of you when a practitioner asks", () => {
    const view = first_visit({
      person: { ...first_visit().person, reader: "practitioner", me: "account:amina" },
    });
    expect(who_could_do(view)).toEqual([
      { value: "person", label: "Sam" },
      { value: "account:amina", label: "Me" },
    ]);
  });
});

it("PL8 never offers the person as who promised", () => {
  const view = first_visit({
    circle: { ...first_visit().circle!, ties: [tie("lee", "Dr Lee", "practitioner", 3)] },
  });
  expect(who_could_promise(view)).toEqual([{ value: "tie:lee", label: "Dr Lee" }]);
});

it("G-7 says whose words a plan is in by name, and how much in a word, never as a number", () => {
  expect(whose_plan(sam_view.plan!)).toEqual({ yours: "most", others: ["Amina", "Mum"] });
  expect(whose_plan(first_visit().plan!)).toEqual({ yours: "none", others: [] });
});
