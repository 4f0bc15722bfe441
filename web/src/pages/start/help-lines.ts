// The numbers of help now, for a sheet that somebody takes home.

import { session } from "../../sync/session";

export function help_lines(): string[] {
  const numbers = session.installation()?.help ?? [];
  return numbers.map(({ name, number, when }) => `${name}: ${number}. ${when}`);
}
