// A list of places and what can be done to it, as plain values: nothing is changed in place.

import type { CollectionLine, Id } from "../../view";

export interface PlaceList {
  id: Id;
  name: string;
  /** Colleagues can see it, and pick up a copy. */
  shared?: boolean;
  lines: CollectionLine[];
}

export const lines_max = 40;
export const line_words_max = 400;

/** One up or one down; at an end nothing moves. */
export function moved(lines: readonly CollectionLine[], service: Id, by: -1 | 1): CollectionLine[] {
  const from = lines.findIndex((line) => line.service === service);
  const to = from + by;
  const other = lines[to];
  const one = lines[from];
  if (!one || !other) return [...lines];
  return lines.map((line, at) => (at === from ? other : at === to ? one : line));
}

export function with_line(lines: readonly CollectionLine[], service: Id, name: string): CollectionLine[] {
  const there = lines.some((line) => line.service === service);
  return there || lines.length >= lines_max ? [...lines] : [...lines, { service, name }];
}

export function without(lines: readonly CollectionLine[], service: Id): CollectionLine[] {
  return lines.filter((line) => line.service !== service);
}

export function worded(lines: readonly CollectionLine[], service: Id, words: string): CollectionLine[] {
  return lines.map(({ service: id, name, words: before }) => {
    const said = id === service ? words.trim() : before;
    return said ? { service: id, name, words: said } : { service: id, name };
  });
}
