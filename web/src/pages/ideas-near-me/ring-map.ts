// Where ideas lie around a place: a plain drawing of distance and direction, without a street map.
//
// Up is north. A way further than the outer ring is drawn at its edge; words beside it say how far it is.

import type { Near } from "../../view";
import type { OfferedIdea } from "./offered";

export interface Dot {
  service: string;
  letter: string;
  x: number;
  y: number;
}

export interface RingMap {
  /** From the inner ring to the outer one: its radius on the drawing, and the way it stands for. */
  rings: { r: number; way_m: number }[];
  dots: Dot[];
}

export const how_far_m_default = 5_000;
const half = 160;
const edge = 14;
const apart = 26;
const tries_max = 24;
const turn_each = Math.PI / 8;

/** Drawn in a square of 2 × 160 with the person at (0, 0). Null when there is no place to draw from. */
export function ring_map(ideas: OfferedIdea[], near: Near): RingMap | null {
  if (near.kind !== "point" || near.lat_udeg === null || near.lon_udeg === null) return null;
  const how_far_m = near.how_far_m ?? how_far_m_default;
  const outer_m = how_far_m * 1.5;
  const scale = (half - edge) / outer_m;
  const dots: Dot[] = [];
  ideas.forEach((idea, at) => {
    if (idea.lat_udeg === null || idea.lon_udeg === null || idea.distance_m === null) return;
    const north = idea.lat_udeg - near.lat_udeg!;
    const east = (idea.lon_udeg - near.lon_udeg!) * Math.cos((near.lat_udeg! * Math.PI) / 180e6);
    const place = { way: Math.min(idea.distance_m * scale, half - edge), turn: Math.atan2(east, north) };
    dots.push({ service: idea.service, letter: letter_of(at), ...free_spot(place, dots) });
  });
  return { rings: [how_far_m / 2, how_far_m, outer_m].map((way_m) => ({ r: way_m * scale, way_m })), dots };
}

export function letter_of(at: number): string {
  return String.fromCharCode("A".charCodeAt(0) + at);
}

/** The nearest free spot round the circle: direction may give way a little, distance does not. */
function free_spot({ way, turn }: { way: number; turn: number }, taken: Dot[]): { x: number; y: number } {
  for (let attempt = 0; attempt < tries_max; attempt += 1) {
    const aside = Math.ceil(attempt / 2) * turn_each * (attempt % 2 === 0 ? 1 : -1);
    const reach = Math.max(way, apart);
    const spot = {
      x: Math.round(reach * Math.sin(turn + aside)),
      y: 0 - Math.round(reach * Math.cos(turn + aside)),
    };
    if (taken.every((dot) => Math.hypot(dot.x - spot.x, dot.y - spot.y) >= apart)) return spot;
  }
  return { x: Math.round(way * Math.sin(turn)), y: 0 - Math.round(way * Math.cos(turn)) };
}
