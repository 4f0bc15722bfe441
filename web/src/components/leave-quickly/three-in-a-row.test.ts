// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { three_in_a_row } from "./three-in-a-row";

describe("Escape three times", () => {
  it.each([
    ["three in a row", ["Escape", "Escape", "Escape"], 1],
    ["two are not enough", ["Escape", "Escape"], 0],
    ["another key starts again", ["Escape", "Escape", "a", "Escape", "Escape"], 0],
    ["and again after that", ["a", "Escape", "Escape", "Escape", "Escape", "Escape", "Escape"], 2],
  ])("%s", (_, keys, times) => {
    const left = vi.fn();
    const pressed = three_in_a_row("Escape", left);
    for (const key of keys) pressed(new KeyboardEvent("keydown", { key }));
    expect(left).toHaveBeenCalledTimes(times);
  });

  it("starts again after a touch", () => {
    const left = vi.fn();
    const pressed = three_in_a_row("Escape", left);
    const escape = (): void => pressed(new KeyboardEvent("keydown", { key: "Escape" }));
    escape();
    escape();
    pressed(new PointerEvent("pointerdown"));
    escape();
    expect(left).not.toHaveBeenCalled();
  });

  it("does not count a key that is held down", () => {
    const left = vi.fn();
    const pressed = three_in_a_row("Escape", left);
    for (let times = 0; times < 9; ++times)
      pressed(new KeyboardEvent("keydown", { key: "Escape", repeat: times > 0 }));
    expect(left).not.toHaveBeenCalled();
  });
});
