import { describe, expect, it } from "vitest";
import type { Appointment, PersonRow } from "../../sync/server";
import { days_after } from "../../words/day-words";
import { first_name, lines_of_day, to_take_along } from "./today-lines";

const today = "2026-11-23";

/** Thirty people, each with three ideas under way that nobody sees here; one in ten is met today. */
function thirty_people(): PersonRow[] {
  return Array.from({ length: 30 }, (_, n) => ({
    record: `r${n}`,
    name: `Person ${n}`,
    next: n % 10 === 9 ? null : { day: days_after(today, n % 10), minute: 540 + n, where: "at home" },
    asked_for: n % 2 ? ["a lift"] : [],
    to_talk_about: ["the walk"],
    quiet: false,
  }));
}
const calendar: Appointment[] = [
  { day: today, minute: null, until: null, title: "On call" },
  { day: today, minute: 545, until: 600, title: "Team" },
  { day: days_after(today, 1), minute: 600, until: null, title: "Depot" },
];

describe("Today", () => {
  it("TD1 with thirty people and ninety ideas shows that day's visits and calendar, in order, and no more", () => {
    const lines = lines_of_day(thirty_people(), calendar, today);
    expect(lines.map((line) => (line.kind === "visit" ? line.row.name : line.title))).toEqual([
      "On call",
      "Person 0",
      "Team",
      "Person 10",
      "Person 20",
    ]);
  });

  it("TD2 gathers what somebody asked to talk about into their visit", () => {
    const [, met] = thirty_people();
    expect(to_take_along(met!)).toEqual(["a lift", "the walk"]);
  });

  it("TD3 takes first names only for the car", () => {
    expect(first_name("Sam Bell")).toBe("Sam");
    expect(first_name("  Joy ")).toBe("Joy");
    expect(first_name("")).toBe("");
  });
});
