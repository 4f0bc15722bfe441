import { beforeEach, describe, expect, it, vi } from "vitest";
import { day_in, installation_now, learn_now, offset_min_at } from "./clock";

const london = {
  transitions: [
    [0, 0],
    [Date.UTC(2026, 2, 29, 1), 60],
    [Date.UTC(2026, 9, 25, 1), 0],
  ] as [number, number][],
};

describe("the clock of the installation", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 5, 1, 12) });
    return () => vi.useRealTimers();
  });

  it("stands where a demo stands, and goes on from there", () => {
    learn_now("2027-03-01T09:00:00.000Z");
    vi.advanceTimersByTime(60_000);
    expect(installation_now().toISOString()).toBe("2027-03-01T09:01:00.000Z");
  });

  it("leaves this device's own clock alone when it differs by little", () => {
    learn_now("2026-06-01T12:00:40.000Z");
    expect(installation_now().toISOString()).toBe("2026-06-01T12:00:00.000Z");
  });

  it.each([
    ["in winter", Date.UTC(2026, 0, 15, 23, 30), 0, "2026-01-15"],
    ["in summer, just past midnight there", Date.UTC(2026, 5, 15, 23, 30), 60, "2026-06-16"],
    ["after the clocks went back", Date.UTC(2026, 10, 15, 23, 30), 0, "2026-11-15"],
  ])("knows the day %s", (_, moment, offset, day) => {
    expect(offset_min_at(london, new Date(moment))).toBe(offset);
    expect(day_in(london, new Date(moment))).toBe(day);
  });
});
