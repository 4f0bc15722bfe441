// Carrying a member by mouse or finger, from where it is taken to where it is let go.
//
// What the hand does is kept in a ref, because moves come faster than the page is drawn; the state only
// draws.

import { useRef, useState } from "preact/hooks";
import type { Id, Ring } from "../../view";
import type { Picture } from "../../sync/use-record";
import { standing_at, type Point } from "./geometry";

/** How far a finger may slip before a tap is a move. */
const slip_px = 6;

interface Hand {
  id: Id;
  from: Point;
  at: Point;
  moving: boolean;
}

export interface Carrying {
  /** Where a member is just now, when it is in the hand. */
  at(id: Id): Point | undefined;
  /** The ring it is over. */
  over: Ring | null;
  take(event: PointerEvent, id: Id): void;
  carry(event: PointerEvent): void;
  let_go(event: PointerEvent): void;
  lose(): void;
  holds(): boolean;
  /** True when a click is only the end of a move. */
  has_moved(): boolean;
}

export type OnMove = (tie: Id, ring: Ring, angle: number) => void;

export function use_carrying(
  picture: Picture,
  point_of: (event: PointerEvent) => Point,
  on_move: OnMove | undefined,
): Carrying {
  const hand = useRef<Hand | null>(null);
  const moved = useRef(false);
  const [shown, set_shown] = useState<Hand | null>(null);

  function hold(now: Hand | null): void {
    hand.current = now;
    set_shown(now?.moving ? now : null);
  }

  function follow(event: PointerEvent): Hand | null {
    const held = hand.current;
    if (!held) return null;
    const at = point_of(event);
    const moving = held.moving || Math.hypot(at.x - held.from.x, at.y - held.from.y) > slip_px;
    return { ...held, at, moving };
  }

  return {
    at: (id) => (shown?.id === id ? shown.at : undefined),
    over: shown ? standing_at(picture, shown.at).ring : null,
    take(event, id) {
      moved.current = false;
      if (!on_move || event.button !== 0) return;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      const from = point_of(event);
      hold({ id, from, at: from, moving: false });
    },
    carry: (event) => hold(follow(event)),
    let_go(event) {
      const held = follow(event);
      hold(null);
      if (!held?.moving) return;
      moved.current = true;
      const { ring, angle } = standing_at(picture, held.at);
      on_move?.(held.id, ring, angle);
    },
    lose: () => hold(null),
    holds: () => hand.current !== null,
    has_moved: () => moved.current,
  };
}
