// The services near a person, kept beside their record so that ideas work without a signal. The core matches;
// this only fetches, keeps and hands over.

import { call_rules, has_whole_rules } from "../rules/rules";
import type { Entries } from "../store/entries";
import type { Id, Near } from "../view";
import { server } from "./server";

const stale_ms = 24 * 3_600_000;

interface Kept {
  near: string;
  fetched_ms: number;
  services: unknown[];
}

/** Where a record's services are kept, and what forgetting the record forgets with it. */
export function directory_under(record: Id): string {
  return `directory ${record}`;
}

/** What the services were fetched for. */
export function place_of(near: Near | undefined): string {
  return near ? `${near.kind} ${near.lat_udeg} ${near.lon_udeg}` : "none";
}

/** Into the whole rules: the first ones match nothing, and whoever waits for the whole ones asks again. */
function load_services(services: unknown[]): void {
  if (has_whole_rules()) call_rules("directory_load", { services });
}

export async function load_kept_directory(entries: Entries, record: Id): Promise<Kept | null> {
  const { kept } = (await entries.read(directory_under(record))) as { kept?: Kept };
  if (kept) load_services(kept.services);
  return kept ?? null;
}

/** Fetches again when the place changed or what is kept is a day old. Answers what stands now. */
export async function renew_directory(
  entries: Entries,
  record: Id,
  near: Near | undefined,
  kept: Kept | null,
  now_ms: number,
): Promise<Kept | null> {
  const place = place_of(near);
  if (kept && kept.near === place && now_ms - kept.fetched_ms < stale_ms) return kept;
  const { services } = await server.near(near?.lat_udeg ?? null, near?.lon_udeg ?? null);
  const renewed = { near: place, fetched_ms: now_ms, services };
  await entries.write(directory_under(record), { kept: renewed }, []);
  load_services(services);
  return renewed;
}

export type { Kept as KeptDirectory };
