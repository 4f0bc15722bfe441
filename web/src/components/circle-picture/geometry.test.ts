import { describe, expect, it } from "vitest";
import type { Tie } from "../../view";
import type { Picture } from "../../sync/use-record";
import { neighbour_of, reading_order, shape_of, standing_at } from "./geometry";

const picture: Picture = {
  rings: [{ r: 100 }, { r: 200 }, { r: 300 }],
  centre: { x: 300, y: 300 },
  me: 40,
  font_px: 15,
  caption_px: 13,
  ties: [
    { id: "far", x: 300, y: 20, w: 60, h: 60, label: "Far", label_px: 15, shape: "circle" },
    { id: "right", x: 380, y: 300, w: 60, h: 60, label: "Right", label_px: 15, shape: "circle" },
    { id: "top", x: 300, y: 220, w: 60, h: 60, label: "Top", label_px: 15, shape: "circle" },
  ],
};

function tie(id: string, ring: 1 | 2 | 3): Tie {
  return {
    id,
    version: "v",
    name: id,
    kind: "friend",
    relation: null,
    frequency: null,
    gives: [],
    gets: [],
    private: false,
    rings: { everyday: ring },
    angles: {},
    carries: [],
    can: [],
  };
}

describe("letting go of a member on the picture", () => {
  it.each([
    ["straight up, near the middle", { x: 300, y: 240 }, { ring: 1, angle: 0 }],
    ["to the right, in the middle ring", { x: 450, y: 300 }, { ring: 2, angle: 90 }],
    ["downwards, in the outer ring", { x: 300, y: 560 }, { ring: 3, angle: 180 }],
    ["to the left", { x: 150, y: 300 }, { ring: 2, angle: 270 }],
    ["outside the picture is still the outer ring", { x: 900, y: 300 }, { ring: 3, angle: 90 }],
    ["a hair left of the top is never 360", { x: 299.9, y: 20 }, { ring: 3, angle: 0 }],
  ])("%s", (_, point, standing) => {
    expect(standing_at(picture, point)).toEqual(standing);
  });
});

describe("going through members with the keyboard", () => {
  const order = reading_order(picture, [tie("far", 3), tie("right", 1), tie("top", 1)], "everyday");

  it("reads ring by ring from the middle, clockwise from the top", () => {
    expect(order).toEqual(["top", "right", "far"]);
  });

  it.each([
    ["top", "ArrowRight", "right"],
    ["top", "ArrowLeft", "far"],
    ["far", "ArrowDown", "top"],
    ["right", "Home", "top"],
    ["right", "End", "far"],
    ["right", "a", undefined],
    ["nobody", "Home", undefined],
  ])("from %s, %s goes to %s", (from, key, to) => {
    expect(neighbour_of(order, from, key)).toBe(to);
  });
});

it("tells kinds apart by shape, so that colour is never the only sign", () => {
  expect(shape_of("parent")).toBe("circle");
  expect(shape_of("practitioner")).toBe("rounded");
  expect(shape_of("pet")).toBe("pill");
  expect(shape_of("activity")).toBe("rectangle");
});
