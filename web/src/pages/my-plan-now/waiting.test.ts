import { expect, it } from "vitest";
import type { CommandName } from "../../commands";
import { parts_waiting } from "./waiting";

function waiting(...names: CommandName[]) {
  return names.map((name, at) => ({ id: `${at}`, do: name, made_at: "2026-11-22T10:00:00.000Z" }));
}

it.each([
  ["nothing waits", waiting(), []],
  ["each part is said once", waiting("draw_tie", "move_tie", "place_step"), ["circle", "plan"]],
  ["in the order of the menu", waiting("raise", "set_preference"), ["matters", "together"]],
])("%s", (_, given, parts) => {
  expect(parts_waiting(given)).toEqual(parts);
});
