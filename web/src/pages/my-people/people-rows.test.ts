import { describe, expect, it } from "vitest";
import { people } from "../../fixtures/staff";
import { meeting_after, meeting_on, said_lines, said_next } from "./people-rows";

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

  it("puts today in order of the clock and later days after it", () => {
    expect(meeting_on([...people].reverse(), today).map((row) => row.name)).toEqual(["Sam B.", "Joy O."]);
    expect(meeting_after(people, today).map((row) => row.name)).toEqual(["Marek T."]);
  });
});
