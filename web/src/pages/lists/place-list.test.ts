import { describe, expect, it } from "vitest";
import { lines_max, moved, with_line, without, worded } from "./place-list";

const lines = ["a", "b", "c"].map((service) => ({ service, name: service.toUpperCase() }));
const order = (all: { service: string }[]): string => all.map((line) => line.service).join("");

describe("a list of places", () => {
  it.each([
    ["one up", "b", -1, "bac"],
    ["one down", "b", 1, "acb"],
    ["not above the first", "a", -1, "abc"],
    ["not below the last", "c", 1, "abc"],
    ["what is not there does not move", "x", 1, "abc"],
  ] as const)("is put in order without dragging: %s", (_, service, by, after) => {
    expect(order(moved(lines, service, by))).toBe(after);
  });

  it("CO1 holds each place once, and at most 40", () => {
    expect(order(with_line(lines, "d", "D"))).toBe("abcd");
    expect(order(with_line(lines, "b", "B"))).toBe("abc");
    const full = Array.from({ length: lines_max }, (_, n) => ({ service: `${n}`, name: "x" }));
    expect(with_line(full, "d", "D")).toHaveLength(lines_max);
    expect(order(without(lines, "b"))).toBe("ac");
  });

  it("keeps words of one's own, and none when they are taken out", () => {
    const said = worded(lines, "b", "  Ask for Bea ");
    expect(said[1]).toEqual({ service: "b", name: "B", words: "Ask for Bea" });
    expect(worded(said, "b", " ")).toEqual(lines);
  });
});
