// What this reader may do: a button is shown exactly when the view says so (VW2), never by a guess at a role.

import type { CommandName } from "../commands";
import type { Can } from "../view";

export function may(command: CommandName, ...rows: readonly ({ can: Can } | null | undefined)[]): boolean {
  return rows.some((row) => row?.can.includes(command) ?? false);
}
