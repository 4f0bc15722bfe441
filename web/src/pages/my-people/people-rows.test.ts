import { describe, expect, it } from "vitest";
import { people } from "../../fixtures/staff";
import { said_lines, said_next } from "./people-rows";

const today = "2026-11-22";

describe("the rows of My people", () => {
  it("says the next time together, or that nothing is arranged", () => {
    expect(people.map((row) => said_next(row, today))).toEqual([
      "today, 10 am, at home",
      "today, 1.30 pm, clinic, room 2",
      "Friday 11 December",
      "nothing arranged",
    ]);
  });

  it("quotes what somebody said, and says so when there is nothing", () => {
    expect(said_lines(["Ring me, don’t write."])).toBe("“Ring me, don’t write.”");
    expect(said_lines([])).toBe("nothing for now");
  });
});
