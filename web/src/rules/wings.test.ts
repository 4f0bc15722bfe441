// Which pages, parts and words an installation shows, by what it is for.

import { afterEach, describe, expect, it } from "vitest";
import { menu_of_person, place_of } from "../app/routes";
import { parts_here } from "../pages/sharing/parts";
import type { View } from "../view";
import { say } from "./say";
import { of_wings, show_wings_of, type Purpose, type Wing } from "./wings";

const charity: Wing[] = ["circle", "ideas", "follow_up"];

function here(purpose: Purpose, wings?: Wing[]): void {
  show_wings_of({ practice: true, help: [], for: purpose, ...(wings && { wings }) });
}

afterEach(() => here("team"));

describe("what an installation is for", () => {
  it("WI2 a page of a wing that is off is in no menu, and its address leads to nothing", () => {
    const names = (): string[] => menu_of_person().map((item) => item.href);
    expect(names()).toContain("/plan");
    here("charity", charity);
    expect(names()).toEqual(expect.arrayContaining(["/now", "/circle", "/ideas", "/sharing"]));
    expect(names()).not.toContain("/plan");
    for (const address of ["/plan", "/paper", "/people/x/plan"])
      expect(place_of(address)).toEqual({ to: "nowhere" });
    expect(place_of("/circle")).toMatchObject({ to: "record", page: "circle" });
    expect(parts_here(), "what they would like is said wherever ideas are").toEqual([
      "together",
      "circle",
      "matters",
      "ideas",
    ]);
  });

  it("WI3 a sentence may have other words for one purpose", () => {
    expect(say("role.practitioner")).toBe("practitioner");
    here("charity", charity);
    expect(say("role.practitioner")).toBe("worker");
    here("trust");
    expect(say("role.practitioner")).toBe("practitioner");
  });

  it("WI4 what a record holds for a wing that is off is not shown, and is there when it is put on", () => {
    const view = { plan: { goals: [] }, matters: { supports: [] }, circle: { ties: [] } } as unknown as View;
    here("charity", charity);
    expect(Object.keys(of_wings(view))).toEqual(["circle"]);
    here("team");
    expect(of_wings(view)).toEqual(view);
  });
});
