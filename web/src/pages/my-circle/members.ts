// What the page says and does about members, apart from drawing them.

import { may } from "../may";
import { is_drawn } from "../../components/circle-picture/geometry";
import { family_of, type Family } from "../../components/circle-picture/families";
import type { Circle, CircleMap, Id, Link, Occasion, Ring, Step, Tie, View } from "../../view";
import { all_steps } from "../my-plan-now/now";

export const rings: readonly Ring[] = [1, 2, 3];

export function members_of(circle: Circle, occasion: Occasion): Tie[] {
  return circle.ties.filter((tie) => is_drawn(tie, occasion));
}

/** Who is on the other drawing and not on this one: they can be brought over by one tap. */
export function only_elsewhere(circle: Circle, occasion: Occasion): Tie[] {
  return circle.ties.filter((tie) => !is_drawn(tie, occasion));
}

export function on_ring(ties: Tie[], occasion: Occasion, ring: Ring): Tie[] {
  return ties.filter((tie) => tie.rings[occasion] === ring).sort((a, b) => a.name.localeCompare(b.name));
}

export function map_of(circle: Circle, occasion: Occasion): CircleMap | undefined {
  return circle.maps.find((map) => map.occasion === occasion);
}

/** The ring one step nearer or further; undefined when there is none. */
export function ring_beside(ring: Ring, way: "closer" | "further"): Ring | undefined {
  return rings[rings.indexOf(ring) + (way === "closer" ? -1 : 1)];
}

export interface LinkedTo {
  link: Link;
  other: Tie;
}

export function linked_to(circle: Circle, tie: Id): LinkedTo[] {
  return circle.links.flatMap((link) => {
    const other_id = link.a === tie ? link.b : link.b === tie ? link.a : null;
    const other = circle.ties.find((one) => one.id === other_id);
    return other ? [{ link, other }] : [];
  });
}

export function linkable(circle: Circle, tie: Id, occasion: Occasion): Tie[] {
  const linked = new Set(linked_to(circle, tie).map(({ other }) => other.id));
  return members_of(circle, occasion).filter((other) => other.id !== tie && !linked.has(other.id));
}

/** The steps somebody carries, in words: "Dev is helping with …". */
export function carried_by(view: View, tie: Tie): Step[] {
  return all_steps(view).filter((step) => tie.carries.includes(step.id));
}

/** Which kinds are on the picture, for its key: only what is there. */
export function families_on(ties: Tie[]): Family[] {
  const order: Family[] = ["family", "other_people", "group", "practitioner", "pet", "place"];
  const there = new Set(ties.map((tie) => family_of(tie.kind)));
  return order.filter((family) => there.has(family));
}

export function may_draw(circle: Circle): boolean {
  return may("draw_tie", circle);
}
