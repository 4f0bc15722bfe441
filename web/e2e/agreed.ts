// Commands as the app sends them, for a world that would take long to tap together.

import { command, new_id, type Command } from "../src/commands.ts";
import type { Page } from "@playwright/test";
import type { Part } from "../src/view.ts";
import { expect, type DemoPerson, type DemoServer } from "./demo.ts";

/** What the demo calls now: its clock may be another than the machine's. */
export async function now_at(page: Page): Promise<Date> {
  const answer = await page.evaluate(async () => (await (await fetch("/api/me")).json()) as { now: string });
  return new Date(answer.now);
}

/** Sends them for one record. All of them are agreed to. */
export async function agree(
  demo: DemoServer,
  sender: DemoPerson,
  record: string,
  commands: Command[],
): Promise<void> {
  const answer = await fetch(`${demo.url}/api/records/${record}/commands`, {
    method: "POST",
    headers: { Authorization: `Bearer ${sender.token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ commands }),
  });
  const { results } = (await answer.json()) as { results: { outcome: string; rule?: string }[] };
  expect(results.map((result) => result.rule ?? result.outcome)).toEqual(commands.map(() => "agreed"));
}

/** A record that somebody begins on a spoken yes, and a visit that is open in it. */
export function begin_for(
  name: string,
  worker: DemoPerson,
  now: Date,
  part: Part = "ideas",
  visit = new_id(),
): Command[] {
  const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  const code = Array.from({ length: 8 }, () => letters[Math.floor(Math.random() * letters.length)]).join("");
  return [
    command(
      "start_record",
      {
        name,
        mine: false,
        said_aloud: true,
        keep: ["circle", "matters", "ideas", "plan"],
        code: `${code.slice(0, 4)}-${code.slice(4)}`,
      },
      now,
    ),
    command("open_visit", { visit, with: [worker.account], parts: [part], said_aloud: true }, now),
  ];
}
