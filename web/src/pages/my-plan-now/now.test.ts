import { describe, expect, it } from "vitest";
import { first_visit, idea, promise, step, tie } from "../../fixtures/made";
import type { Meeting } from "../../view";
import { next_meeting, next_place, open_promises, people_now, your_steps } from "./now";

const circle = first_visit().circle!;
const plan = first_visit().plan!;

function meeting(id: string, day: string, minute: number | null): Meeting {
  return { id, version: "v", day, minute, where: null, with: [], can: [] };
}

describe("the people on My plan now", () => {
  it("are those who carry something, then who is let in, then the closest, each once", () => {
    const view = first_visit({
      circle: {
        ...circle,
        ties: [
          tie("mum", "Mum", "parent", 1),
          tie("far", "Uncle J", "other_family", 3),
          tie("dev", "Dev", "friend", 2, { carries: ["walk"] }),
          tie("priya", "Priya", "friend", 3),
        ],
      },
      ideas: {
        handed: [],
        chosen: [idea("garden", "Growing Well", { companion: "priya" })],
        active_soft_max: 3,
        over: false,
        can: [],
      },
      sharing: { grants: [], members: [{ account: "amina", name: "Amina", role: "practitioner" }], can: [] },
    });
    expect(people_now(view).map(({ name }) => name)).toEqual(["Dev", "Priya", "Amina", "Mum"]);
  });

  it("are nobody at first, and that is no fault", () => {
    expect(people_now(first_visit())).toEqual([]);
  });
});

describe("the next time together", () => {
  const meetings = [
    meeting("late", "2026-12-01", null),
    meeting("past", "2026-11-01", 600),
    meeting("afternoon", "2026-11-22", 840),
    meeting("morning", "2026-11-22", 600),
  ];
  it("is the first one from today on, the earlier hour first", () => {
    const view = first_visit({ visits: { open: null, meetings, can: [] } });
    expect(next_meeting(view, "2026-11-22")?.id).toBe("morning");
    expect(next_meeting(view, "2026-11-23")?.id).toBe("late");
    expect(next_meeting(view, "2027-01-01")).toBeUndefined();
  });
});

it("shows promises until they are kept", () => {
  const promises = [
    promise("letter", "A letter about the tablets"),
    promise("call", "A call", { state: "kept" }),
  ];
  expect(open_promises(first_visit({ plan: { ...plan, promises } })).map(({ id }) => id)).toEqual(["letter"]);
});

it("shows the person's own steps, those with a day first, and none that are done or somebody else's", () => {
  const steps = [
    step("ring", "Ring them"),
    step("walk", "Walk with Dev", { due: "2026-11-28", state: "under_way" }),
    step("done", "Ask Mum", { state: "done" }),
    step("drive", "Drive", { doer: "tie:mum", doer_name: "Mum" }),
  ];
  expect(your_steps(first_visit({ plan: { ...plan, steps } })).map(({ id }) => id)).toEqual(["walk", "ring"]);
});

it("leads on one page at a time, and never to a part that is not there", () => {
  const first = first_visit();
  expect(next_place(first)).toBe("circle");
  const drawn = first_visit({ circle: { ...circle, ties: [tie("mum", "Mum", "parent", 1)] } });
  expect(next_place(drawn)).toBe("matters");
  const { circle: _, matters: __, ideas: ___, ...plan_only } = first;
  expect(next_place(plan_only)).toBe("plan");
});
