import { describe, expect, it } from "vitest";
import type { VisitTime } from "../../sync/server";
import { lengths_of, said_time } from "./lengths";

const visit = (id: string, minutes: number | null, said = false): VisitTime => ({
  visit: id,
  name: "Sam",
  day: "2026-11-16",
  minute: 600,
  minutes,
  open: false,
  said,
});

describe("the lengths of a week", () => {
  it.each([
    ["VT1 nothing is said where the visit itself knows", [visit("a", 45)], {}, []],
    ["VT2 what was typed", [visit("a", null)], { a: "50" }, [{ visit: "a", minutes: 50 }]],
    ["VT2 nothing typed yet", [visit("a", null)], { a: "" }, []],
    ["VT3 what was said before stays", [visit("a", 50, true)], {}, [{ visit: "a", minutes: 50 }]],
    ["VT3 and is changed", [visit("a", 50, true)], { a: "40" }, [{ visit: "a", minutes: 40 }]],
    ["VT3 half a number", [visit("a", null)], { a: "4.5" }, []],
  ])("%s", (_, visits, typed, lengths) => expect(lengths_of(visits, typed)).toEqual(lengths));

  it.each([
    [0, "0 minutes"],
    [1, "1 minute"],
    [60, "1 hour"],
    [125, "2 hours and 5 minutes"],
  ])("%d minutes are said in words", (minutes, words) => expect(said_time(minutes)).toBe(words));
});
