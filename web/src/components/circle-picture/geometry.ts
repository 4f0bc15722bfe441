// Where things are on the picture of a circle, and what a hand means by letting go of something there.
//
// The layout itself comes from the core (`picture`), so that paper, tablet and server draw alike. Pixels,
// y downwards; angles in whole degrees, clockwise from the top, as they are stored.

import type { Picture, Shape } from "../../sync/use-record";
import type { Id, Occasion, Ring, Tie, TieKind } from "../../view";
import { family_of, type Family } from "./families";

export interface Point {
  x: number;
  y: number;
}

const shapes: Record<Family, Shape> = {
  family: "circle",
  other_people: "circle",
  group: "rectangle",
  practitioner: "rounded",
  pet: "pill",
  place: "rectangle",
};

export function shape_of(kind: TieKind): Shape {
  return shapes[family_of(kind)];
}

export function is_drawn(tie: Tie, occasion: Occasion): boolean {
  return tie.rings[occasion] !== undefined;
}

/** The ring and angle that a point stands for. Outside the outer ring is still the outer ring. */
export function standing_at(picture: Picture, point: Point): { ring: Ring; angle: number } {
  const x = point.x - picture.centre.x;
  const y = point.y - picture.centre.y;
  const inside = picture.rings.findIndex((ring) => Math.hypot(x, y) <= ring.r);
  const ring = (inside < 0 ? 3 : Math.min(inside + 1, 3)) as Ring;
  const degrees = Math.round((Math.atan2(x, -y) * 180) / Math.PI);
  return { ring, angle: (degrees + 360) % 360 };
}

/** Members in the order people read the picture: ring by ring from the middle, clockwise from the top. */
export function reading_order(picture: Picture, ties: Tie[], occasion: Occasion): Id[] {
  const ring_of = new Map(ties.map((tie) => [tie.id, tie.rings[occasion] ?? 3]));
  return [...picture.ties]
    .map((placed) => ({
      id: placed.id,
      ring: ring_of.get(placed.id) ?? 3,
      angle: standing_at(picture, placed).angle,
    }))
    .sort((a, b) => a.ring - b.ring || a.angle - b.angle || (a.id < b.id ? -1 : 1))
    .map((row) => row.id);
}

/** Which member a key goes to from this one; undefined when the key means something else. */
export function neighbour_of(order: Id[], from: Id, key: string): Id | undefined {
  const at = order.indexOf(from);
  if (at < 0) return undefined;
  const last = order.length - 1;
  const targets: Record<string, number> = {
    ArrowRight: at === last ? 0 : at + 1,
    ArrowDown: at === last ? 0 : at + 1,
    ArrowLeft: at === 0 ? last : at - 1,
    ArrowUp: at === 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? undefined : order[target];
}
