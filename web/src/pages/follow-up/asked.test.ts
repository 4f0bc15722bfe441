import { describe, expect, it } from "vitest";
import { about, first_visit } from "../../fixtures/made";
import { sam_today, sam_view } from "../../fixtures/sam";
import type { FollowUp } from "../../view";
import { asked_now } from "./asked";
import { id_of, later, next_after, offers_reasons } from "./answers";

function row(id: string, due: string, more: Partial<FollowUp> = {}): FollowUp {
  return {
    id,
    version: "v",
    about: about("idea", id),
    name: id,
    due,
    state: "waiting",
    answer: null,
    barriers: [],
    helps: [],
    can: ["answer_follow_up"],
    ...more,
  };
}

describe("FU7 one screen for everything due", () => {
  it("asks what the view says is due", () => {
    expect(asked_now(sam_view, null).map(({ id, kind }) => [id, kind])).toEqual([["f-growing", "went"]]);
  });

  it("also asks what they opened themselves, once", () => {
    const view = first_visit({ followups: { question: null, rows: [row("swim", "2026-12-06")] } });
    expect(asked_now(view, "swim").map(({ id }) => id)).toEqual(["swim"]);
    expect(asked_now(sam_view, "f-growing")).toHaveLength(1);
    expect(asked_now(view, "nothing")).toEqual([]);
  });

  it("does not open what is answered or stopped", () => {
    const view = first_visit({
      followups: { question: null, rows: [row("swim", "2026-12-06", { state: "stopped" })] },
    });
    expect(asked_now(view, "swim")).toEqual([]);
  });
});

it("offers what got in the way only to those who did not go", () => {
  expect(
    ["went", "not_yet", "gone_off", "not_today"].filter((answer) => offers_reasons(answer as "went")),
  ).toEqual(["not_yet", "gone_off"]);
});

describe("what comes after an answer", () => {
  it.each([
    ["went", [], ["nothing"]],
    ["not_today", ["smaller_step"], ["nothing"]],
    ["not_yet", [], ["nothing"]],
    ["not_yet", ["somebody_with_me", "smaller_step"], ["company", "step"]],
    ["not_yet", ["leave_it"], ["nothing"]],
    ["gone_off", ["something_else", "smaller_step"], ["ideas"]],
  ] as const)("%s, wanting %j, leads to %j", (answer, wanted, next) => {
    expect(next_after(answer, wanted)).toEqual(next);
  });
});

it("reads the id out of a row key", () => {
  expect(id_of("idea:0b7e")).toBe("0b7e");
});

it("says what will be asked later, the next first", () => {
  const rows = [
    row("b", "2026-12-20"),
    row("a", "2026-12-01"),
    row("due", "2026-11-20"),
    row("over", "2026-12-02", { state: "answered" }),
  ];
  expect(later(first_visit({ followups: { question: null, rows } }), sam_today).map(({ id }) => id)).toEqual([
    "a",
    "b",
  ]);
});
