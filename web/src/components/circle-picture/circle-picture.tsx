// The picture of a circle: three rings, "Me" in the middle, and everybody and everything where the person put
// them. A member is chosen by tap, click, Enter or space, and moved by mouse or finger; arrow keys go from
// one to the next. All of it can be done from the list as well.

import type { JSX } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { say } from "../../rules/say";
import type { Id, Link, Occasion, Ring, Tie } from "../../view";
import { neighbour_of, reading_order, standing_at, type Picture, type Placed, type Point } from "./geometry";
import { Member } from "./member";
import "./member-colours.css";
import "./circle-picture.css";

interface CirclePictureProps {
  picture: Picture;
  size: { width: number; height: number };
  ties: Tie[];
  links: Link[];
  occasion: Occasion;
  chosen: Id | null;
  on_choose: (tie: Id) => void;
  /** Absent when this reader may not move anybody. */
  on_move?: ((tie: Id, ring: Ring, angle: number) => void) | undefined;
}

/** How far a finger may slip before a tap is a move. */
const slip_px = 6;

interface Carried {
  id: Id;
  from: Point;
  at: Point;
  moving: boolean;
}

export function CirclePicture(props: CirclePictureProps): JSX.Element {
  const { picture, size, ties, occasion, chosen } = props;
  const drawing = useRef<SVGSVGElement>(null);
  const [carried, set_carried] = useState<Carried | null>(null);
  const just_moved = useRef(false);
  const by_id = useMemo(() => new Map(ties.map((tie) => [tie.id, tie])), [ties]);
  const order = useMemo(() => reading_order(picture, ties, occasion), [picture, ties, occasion]);
  const reached = chosen && order.includes(chosen) ? chosen : order[0];
  const over = carried?.moving ? standing_at(picture, carried.at).ring : null;

  function point_of(event: PointerEvent): Point {
    const box = drawing.current!.getBoundingClientRect();
    const scale = box.width === 0 ? 1 : size.width / box.width;
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
  }

  function take(event: PointerEvent, placed: Placed): void {
    just_moved.current = false;
    if (!props.on_move || event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const from = point_of(event);
    set_carried({ id: placed.id, from, at: from, moving: false });
  }

  function carry(event: PointerEvent): void {
    if (!carried) return;
    const at = point_of(event);
    const moving = carried.moving || Math.hypot(at.x - carried.from.x, at.y - carried.from.y) > slip_px;
    set_carried({ ...carried, at, moving });
  }

  function let_go(): void {
    if (!carried) return;
    set_carried(null);
    if (!carried.moving) return;
    just_moved.current = true;
    const { ring, angle } = standing_at(picture, carried.at);
    props.on_move?.(carried.id, ring, angle);
  }

  function on_key(event: KeyboardEvent, id: Id): void {
    if (event.key === "Escape") set_carried(null);
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      props.on_choose(id);
    }
    const next = neighbour_of(order, id, event.key);
    if (next === undefined) return;
    event.preventDefault();
    drawing.current?.querySelector<SVGGElement>(`[data-tie="${CSS.escape(next)}"]`)?.focus();
  }

  const in_order = order.flatMap((id) => picture.ties.filter((placed) => placed.id === id));
  return (
    <svg
      ref={drawing}
      class="circle-picture"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="group"
      aria-label={say("circle.picture.label")}
    >
      <Rings picture={picture} over={over} />
      <Links picture={picture} links={props.links} />
      <Captions picture={picture} />
      <g class="circle-picture__me" aria-hidden="true">
        <circle cx={picture.centre.x} cy={picture.centre.y} r={picture.me} />
        <text x={picture.centre.x} y={picture.centre.y} dy="0.35em" font-size={me_font_px(picture)}>
          {say("circle.me")}
        </text>
      </g>
      {in_order.map((placed) => {
        const tie = by_id.get(placed.id);
        if (!tie) return null;
        const at = carried?.moving && carried.id === placed.id ? carried.at : placed;
        return (
          <Member
            key={placed.id}
            tie={tie}
            placed={placed}
            font_px={picture.font_px}
            at={at}
            occasion={occasion}
            chosen={chosen === placed.id}
            carried={at !== placed}
            reachable={placed.id === reached}
            movable={props.on_move !== undefined}
            on_click={() => !just_moved.current && props.on_choose(placed.id)}
            on_key={(event) => on_key(event, placed.id)}
            on_take={(event) => take(event, placed)}
            on_carry={carry}
            on_let_go={let_go}
            on_lose={() => set_carried(null)}
          />
        );
      })}
    </svg>
  );
}

function me_font_px(picture: Picture): number {
  return Math.max(12, Math.min(20, Math.round(picture.me * 0.6)));
}

function Rings({ picture, over }: { picture: Picture; over: Ring | null }): JSX.Element {
  const numbered = picture.rings.map((ring, at) => ({ r: ring.r, ring: at + 1 })).reverse();
  return (
    <g aria-hidden="true">
      {numbered.map(({ r, ring }) => (
        <circle
          key={ring}
          class={`circle-picture__ring circle-picture__ring--${ring}${ring === over ? " is-over" : ""}`}
          cx={picture.centre.x}
          cy={picture.centre.y}
          r={r}
        />
      ))}
    </g>
  );
}

/** Written just inside the top of each ring, as on paper. */
function Captions({ picture }: { picture: Picture }): JSX.Element {
  const captions = [say("ring.1"), say("ring.2"), say("ring.3")];
  return (
    <g class="circle-picture__captions" aria-hidden="true" font-size={picture.caption_px}>
      {picture.rings.map((ring, at) => (
        <text key={at} x={picture.centre.x} y={picture.centre.y - ring.r} dy="1.35em">
          {captions[at]}
        </text>
      ))}
    </g>
  );
}

function Links({ picture, links }: { picture: Picture; links: Link[] }): JSX.Element {
  const placed = new Map(picture.ties.map((one) => [one.id, one]));
  return (
    <g class="circle-picture__links" aria-hidden="true">
      {links.map((link) => {
        const a = placed.get(link.a);
        const b = placed.get(link.b);
        return a && b ? <line key={link.id} x1={a.x} y1={a.y} x2={b.x} y2={b.y} /> : null;
      })}
    </g>
  );
}
