import { describe, expect, it } from "vitest";
import { days_after, days_between, said_date, said_day, said_minute } from "./day-words";

const today = "2026-11-22";

describe("saying a day", () => {
  it.each([
    ["the same day is today", "2026-11-22", "today"],
    ["the next day is tomorrow", "2026-11-23", "tomorrow"],
    ["the day before is yesterday", "2026-11-21", "yesterday"],
    ["a near day has its name", "2026-12-03", "Thursday 3 December"],
    ["a day across the new year needs no year", "2027-01-04", "Monday 4 January"],
    ["a far day has its year", "2028-02-29", "Tuesday 29 February 2028"],
  ])("%s", (_, day, said) => {
    expect(said_day(day, today)).toBe(said);
  });

  it("says a date without its weekday", () => {
    expect(said_date("2026-03-12", today)).toBe("12 March");
    expect(said_date("2025-03-12", today)).toBe("12 March 2025");
  });

  it("counts days over a change of clocks", () => {
    expect(days_between("2026-10-24", "2026-10-26")).toBe(2);
    expect(days_after("2026-10-24", 14)).toBe("2026-11-07");
  });

  it.each([
    [0, "12 am"],
    [570, "9.30 am"],
    [720, "12 pm"],
    [840, "2 pm"],
    [1439, "11.59 pm"],
  ])("says minute %i of a day as %s", (minute, said) => {
    expect(said_minute(minute)).toBe(said);
  });
});
