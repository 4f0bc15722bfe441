// What stays on a device: the records opened there, until their day, and never less than what is unsent.

import { expect, test } from "vitest";
import { memory_entries } from "../store/entries";
import { forget_what_is_past, kept_records, remove_kept_record } from "./kept-records";

const sam = "11111111-1111-4111-8111-111111111111";
const priya = "22222222-2222-4222-8222-222222222222";
const noon = new Date("2026-11-22T12:00:00Z");

async function a_tablet(): Promise<ReturnType<typeof memory_entries>> {
  const entries = memory_entries();
  await entries.write("account", { me: {} }, []);
  await entries.write(sam, { keep_until: "2026-11-22T11:59:00.000Z", "row:goal:1": {}, "waiting:1": {} }, []);
  await entries.write(priya, { keep_until: "2026-11-22T12:01:00.000Z", "row:goal:2": {} }, []);
  return entries;
}

test("only records count as kept, not the account or the lists", async () => {
  expect((await kept_records(await a_tablet())).sort()).toEqual([sam, priya]);
});

test("DV5 what is past its day goes without being opened, and unsent words stay", async () => {
  const entries = await a_tablet();
  await forget_what_is_past(entries, noon);
  expect(Object.keys(await entries.read(sam))).toEqual(["waiting:1"]);
  expect(Object.keys(await entries.read(priya))).toEqual(["keep_until", "row:goal:2"]);
});

test("a record can be taken off the device, unless words in it are not sent yet", async () => {
  const entries = await a_tablet();
  expect(await remove_kept_record(entries, sam)).toBe(false);
  expect(await remove_kept_record(entries, priya)).toBe(true);
  expect(await kept_records(entries)).toEqual([sam]);
});
