// What this reader may do: a button is shown exactly when the view says so (VW2), never by a guess at a role.

import type { CommandName } from "../commands";
import type { Can, View } from "../view";

export function may(command: CommandName, ...rows: readonly ({ can: Can } | null | undefined)[]): boolean {
  return rows.some((row) => row?.can.includes(command) ?? false);
}

/** Then it is read, undone and taken along; nothing is arranged and nobody is written to. */
export function has_died({ pause }: View): boolean {
  return pause?.why === "died";
}
