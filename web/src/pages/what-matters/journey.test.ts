import { describe, expect, it } from "vitest";
import type { Suits, SupportRow, View } from "../../view";
import { after, before, go_on_at, is_answered, name_of, question_named, questions } from "./journey";
import { aspects_said } from "./what-suits";

const nobody: SupportRow = {
  support: "illness",
  version: null,
  enough: null,
  helpers: [],
  helps: [],
  wishes: [],
  can: [],
};

function view_with(illness: Partial<SupportRow>): View {
  return {
    person: {
      record: "r",
      name: "Sam",
      reader: "person",
      me: "person",
      has_account: true,
      started_on: "2026-11-02",
      can: [],
    },
    matters: { supports: [{ ...nobody, ...illness }], enjoyed: [], can: [] },
  };
}

describe("the way through What matters to me", () => {
  it("asks who helps before whether it is enough, and health first", () => {
    expect(questions.slice(0, 4).map(name_of)).toEqual([
      "who-illness",
      "enough-illness",
      "wish-illness",
      "who-everyday",
    ]);
  });

  it("names every question once, and finds it again by its name", () => {
    const names = questions.map(name_of);
    expect(new Set(names).size).toBe(names.length);
    for (const question of questions) expect(question_named(name_of(question))).toEqual(question);
    expect(question_named("nothing-like-this")).toBeUndefined();
  });

  it("walks to the end and all the way back", () => {
    let question = questions[0];
    const walked: string[] = [];
    while (question) {
      walked.push(name_of(question));
      question = after(question);
    }
    expect(walked).toEqual(questions.map(name_of));
    expect(before(questions[0]!)).toBeUndefined();
    expect(after(questions[questions.length - 1]!)).toBeUndefined();
  });

  const cases: {
    name: string;
    illness: Partial<SupportRow>;
    ask: "who" | "enough" | "wish";
    answered: boolean;
  }[] = [
    { name: "a kind with nobody is an open question", illness: {}, ask: "who", answered: false },
    {
      name: "somebody from the circle answers who",
      illness: { helpers: ["tie"] },
      ask: "who",
      answered: true,
    },
    { name: "not today is an answer", illness: { enough: "not_today" }, ask: "enough", answered: true },
    {
      name: "who helps does not answer whether it is enough",
      illness: { helpers: ["tie"] },
      ask: "enough",
      answered: false,
    },
    { name: "no wish is left open", illness: { enough: "no" }, ask: "wish", answered: false },
  ];
  it.each(cases)("$name", ({ illness, ask, answered }) => {
    expect(is_answered({ ask, support: "illness" }, view_with(illness))).toBe(answered);
  });

  it("goes on where they left, else at the first open question", () => {
    const view = view_with({ helpers: ["tie"] });
    expect(name_of(go_on_at(view, "wish-illness")!)).toBe("wish-illness");
    expect(name_of(go_on_at(view, null)!)).toBe("enough-illness");
    expect(name_of(go_on_at(view, "where")!)).toBe("enough-illness");
  });

  it("answers nothing from parts the reader may not see", () => {
    const { matters: _, ...bare } = view_with({});
    expect(questions.filter((question) => is_answered(question, bare))).toEqual([]);
  });
});

it.each([
  ["it does not matter is where everybody begins", {}, []],
  ["ID29 what they can pay", { pay: "nothing" }, ["pay"]],
  ["ID29 a time of day without a day", { parts: ["morning"] }, ["time"]],
  [
    "ID29 all four",
    { pay: "a_little", days: ["friday"], group: "small", going: "alone" },
    ["pay", "time", "group", "going"],
  ],
] as const)("what suits: %s", (_, said, aspects) => {
  const nothing: Suits = { pay: null, days: [], parts: [], group: null, going: null, must: [] };
  expect(aspects_said({ ...nothing, ...(said as Partial<Suits>) })).toEqual(aspects);
});
