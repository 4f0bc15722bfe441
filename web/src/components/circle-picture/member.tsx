// One member of the circle as it is drawn: its shape says the kind, its edge whether it is private.

import type { JSX } from "preact";
import { say } from "../../rules/say";
import type { Occasion, Tie } from "../../view";
import { family_of, type Placed, type Point } from "./geometry";

interface MemberProps {
  tie: Tie;
  placed: Placed;
  font_px: number;
  at: Point;
  occasion: Occasion;
  chosen: boolean;
  carried: boolean;
  /** The one member that Tab reaches; arrow keys go on from there. */
  reachable: boolean;
  movable: boolean;
  on_click: () => void;
  on_key: (event: KeyboardEvent) => void;
  on_take: (event: PointerEvent) => void;
  on_carry: (event: PointerEvent) => void;
  on_let_go: () => void;
  on_lose: () => void;
}

export function Member(props: MemberProps): JSX.Element {
  const { tie, placed, at } = props;
  const look = [
    "member",
    `member--${family_of(tie.kind)}`,
    tie.private && "member--private",
    props.chosen && "is-chosen",
    props.carried && "is-carried",
    props.movable && "is-movable",
  ];
  return (
    <g
      class={look.filter(Boolean).join(" ")}
      data-tie={tie.id}
      role="button"
      tabIndex={props.reachable ? 0 : -1}
      aria-pressed={props.chosen}
      aria-label={heard_as(tie, props.occasion)}
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
      onClick={props.on_click}
      onKeyDown={props.on_key}
      onPointerDown={props.on_take}
      onPointerMove={props.on_carry}
      onPointerUp={props.on_let_go}
      onPointerCancel={props.on_lose}
    >
      <title>{tie.name}</title>
      <Outline placed={placed} grow={5} look="member__halo" />
      <Outline placed={placed} grow={0} look="member__shape" />
      <text class="member__name" dy="0.35em" font-size={props.font_px}>
        {placed.label}
      </text>
      {tie.private && <Lock x={placed.w / 2 - 4} y={-placed.h / 2 + 2} />}
    </g>
  );
}

/** "Mum, parent, most important. Private." */
export function heard_as(tie: Tie, occasion: Occasion): string {
  const ring = tie.rings[occasion] ?? 3;
  const said = say("circle.heard_as", {
    name: tie.name,
    kind: say(`kind.${tie.kind}`),
    ring: say(`ring.${ring}`),
  });
  return tie.private ? `${said} ${say("circle.private.heard")}` : said;
}

function Outline({ placed, grow, look }: { placed: Placed; grow: number; look: string }): JSX.Element {
  const w = placed.w + 2 * grow;
  const h = placed.h + 2 * grow;
  const corner = { circle: Math.min(w, h) / 2, pill: h / 2, rounded: 10 + grow, rectangle: 4 + grow }[
    placed.shape
  ];
  return <rect class={look} x={-w / 2} y={-h / 2} width={w} height={h} rx={corner} />;
}

function Lock({ x, y }: Point): JSX.Element {
  return (
    <g class="member__lock" transform={`translate(${x} ${y})`}>
      <circle r="9" />
      <path d="M-3.2 -0.6h6.4v4.6h-6.4zM-1.9 -0.6v-1.5a1.9 1.9 0 0 1 3.8 0v1.5" />
    </g>
  );
}
