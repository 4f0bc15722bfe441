// What time it is for the installation. A demo may stand on another day than this device: the difference is
// learnt from the server and kept while there is no signal.

import type { Day, Instant } from "../view";
import type { Zone } from "./server";

const kept_under = "clock-offset-ms";
const notable_ms = 90_000;

let offset_ms = Number(globalThis.localStorage?.getItem(kept_under) ?? 0) || 0;

export function installation_now(): Date {
  return new Date(Date.now() + offset_ms);
}

/** Small differences are this device's own clock, and stay as they are. */
export function learn_now(now: Instant | undefined): void {
  const difference_ms = now ? Date.parse(now) - Date.now() : 0;
  offset_ms = Math.abs(difference_ms) > notable_ms ? difference_ms : 0;
  globalThis.localStorage?.setItem(kept_under, String(offset_ms));
}

/** Minutes east of UTC at a moment, by the zone rules of the installation. */
export function offset_min_at(zone: Zone, moment: Date): number {
  let offset_min = 0 - moment.getTimezoneOffset();
  for (const [from_ms, offset] of zone.transitions) {
    if (from_ms > moment.getTime()) break;
    offset_min = offset;
  }
  return offset_min;
}

export function day_in(zone: Zone, moment: Date): Day {
  return new Date(moment.getTime() + offset_min_at(zone, moment) * 60_000).toISOString().slice(0, 10);
}
