// A new record begins with one command. It needs a signal: a record that nobody else knows of cannot be lost
// on a device.

import { command, new_id, type Bodies } from "../commands";
import { say, say_message } from "../rules/say";
import type { Id } from "../view";
import { installation_now } from "./clock";
import { NoSignal, server, ServerSays } from "./server";

export type Started = { record: Id } | { problem: string };

export async function start_record(body: Bodies["start_record"], record: Id = new_id()): Promise<Started> {
  try {
    const { results } = await server.commands(record, [command("start_record", body, installation_now())]);
    const result = results[0];
    if (result?.outcome === "refused") {
      return { problem: result.message ? say_message(result.message) : say("start.refused") };
    }
    return { record };
  } catch (said) {
    if (said instanceof NoSignal) return { problem: say("start.needs_signal") };
    if (said instanceof ServerSays)
      return { problem: said.said ? say_message(said.said) : say("start.refused") };
    throw said;
  }
}
