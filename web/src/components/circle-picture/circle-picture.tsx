// The picture of a circle: three rings, "Me" in the middle, and everybody and everything where the person put
// them. A member is chosen by tap, click, Enter or space, and moved by mouse or finger; arrow keys go from
// one to the next. All of it can be done from the list as well.

import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { say } from "../../rules/say";
import type { Id, Link, Occasion, Ring, Tie } from "../../view";
import type { Picture } from "../../sync/use-record";
import { neighbour_of, reading_order, type Point } from "./geometry";
import { Member } from "./member";
import { use_carrying, type Carrying, type OnMove } from "./use-carrying";
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
  on_move?: OnMove | undefined;
}

export function CirclePicture(props: CirclePictureProps): JSX.Element {
  const { picture, size } = props;
  const drawing = useRef<SVGSVGElement>(null);
  function point_of(event: PointerEvent): Point {
    const box = drawing.current!.getBoundingClientRect();
    const scale = box.width === 0 ? 1 : size.width / box.width;
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
  }
  const carrying = use_carrying(picture, point_of, props.on_move);
  useEffect(() => keep_page_still(drawing.current!, carrying.holds), []);
  return (
    <svg
      ref={drawing}
      class="circle-picture"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="group"
      aria-label={say("circle.picture.label")}
    >
      <Rings picture={picture} over={carrying.over} />
      <Links picture={picture} links={props.links} />
      <Captions picture={picture} />
      <Me picture={picture} />
      <Members {...props} carrying={carrying} />
    </svg>
  );
}

/** While a finger holds a member, the page under it stays. (`touch-action` counts for nothing inside a drawing.)
 *  Answers how to stop. */
function keep_page_still(drawing: SVGSVGElement, holds: () => boolean): () => void {
  const still = (event: TouchEvent): void => {
    if (holds()) event.preventDefault();
  };
  drawing.addEventListener("touchmove", still, { passive: false });
  return () => drawing.removeEventListener("touchmove", still);
}

function Members(props: CirclePictureProps & { carrying: Carrying }): JSX.Element {
  const { picture, ties, occasion, chosen, carrying, on_choose } = props;
  const by_id = useMemo(() => new Map(ties.map((tie) => [tie.id, tie])), [ties]);
  const placed_at = useMemo(() => new Map(picture.ties.map((placed) => [placed.id, placed])), [picture]);
  const order = useMemo(() => reading_order(picture, ties, occasion), [picture, ties, occasion]);
  const reached = chosen && order.includes(chosen) ? chosen : order[0];

  function on_key(event: KeyboardEvent, id: Id): void {
    if (event.key === "Escape") carrying.lose();
    const next = neighbour_of(order, id, event.key);
    const chooses = event.key === "Enter" || event.key === " ";
    if (!next && !chooses) return;
    event.preventDefault();
    if (chooses) on_choose(id);
    else if (next) member_beside(event.currentTarget as SVGElement, next)?.focus();
  }

  return (
    <>
      {order.map((id) => {
        const [tie, placed] = [by_id.get(id), placed_at.get(id)];
        if (!tie || !placed) return null;
        return (
          <Member
            key={id}
            tie={tie}
            placed={placed}
            occasion={occasion}
            chosen={chosen === id}
            reachable={id === reached}
            movable={props.on_move !== undefined}
            carrying={carrying}
            on_click={() => !carrying.has_moved() && on_choose(id)}
            on_key={(event) => on_key(event, id)}
          />
        );
      })}
    </>
  );
}

function member_beside(one: SVGElement, id: Id): SVGElement | null {
  return one.ownerSVGElement?.querySelector<SVGElement>(`[data-tie="${CSS.escape(id)}"]`) ?? null;
}

function Me({ picture }: { picture: Picture }): JSX.Element {
  const { x, y } = picture.centre;
  return (
    <g class="circle-picture__me" aria-hidden="true">
      <circle cx={x} cy={y} r={picture.me} />
      <text x={x} y={y} dy="0.35em" font-size={me_font_px(picture)}>
        {say("circle.me")}
      </text>
    </g>
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
