// One member of the circle as it is drawn: its shape says the kind, its edge whether it is private.

import type { JSX } from "preact";
import { say } from "../../rules/say";
import type { Occasion, Tie } from "../../view";
import type { Placed } from "../../sync/use-record";
import type { Point } from "./geometry";
import { family_of } from "./families";
import type { Carrying } from "./use-carrying";

const line_height_em = 1.15;

interface MemberProps {
  tie: Tie;
  placed: Placed;
  occasion: Occasion;
  chosen: boolean;
  /** The one member that Tab reaches; arrow keys go on from there. */
  reachable: boolean;
  movable: boolean;
  carrying: Carrying;
  on_click: () => void;
  on_key: (event: KeyboardEvent) => void;
}

export function Member(props: MemberProps): JSX.Element {
  const { tie, placed, carrying } = props;
  const in_hand = carrying.at(tie.id);
  const at = in_hand ?? placed;
  return (
    <g
      class={look_of(props, in_hand !== undefined)}
      data-tie={tie.id}
      role="button"
      tabindex={props.reachable ? 0 : -1}
      aria-pressed={props.chosen}
      aria-label={heard_as(tie, props.occasion)}
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
      onClick={props.on_click}
      onKeyDown={props.on_key}
      onPointerDown={(event) => carrying.take(event, tie.id)}
      onPointerMove={carrying.carry}
      onPointerUp={carrying.let_go}
      onPointerCancel={carrying.lose}
    >
      <title>{tie.name}</title>
      <Outline placed={placed} grow={5} look="member__halo" />
      <Outline placed={placed} grow={0} look="member__shape" />
      <Name {...placed} />
      {tie.private && <Lock x={placed.w / 2 - 4} y={-placed.h / 2 + 2} />}
    </g>
  );
}

function look_of({ tie, chosen, movable }: MemberProps, carried: boolean): string {
  const looks = ["member", `member--${family_of(tie.kind)}`];
  if (tie.private) looks.push("member--private");
  if (chosen) looks.push("is-chosen");
  if (carried) looks.push("is-carried");
  if (movable) looks.push("is-movable");
  return looks.join(" ");
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

function Name({ label, label_px }: Placed): JSX.Element {
  const lines = label.split("\n");
  return (
    <text class="member__name" font-size={label_px}>
      {lines.map((line, at) => (
        <tspan key={at} x="0" y={`${0.35 + (at - (lines.length - 1) / 2) * line_height_em}em`}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Outline({ placed, grow, look }: { placed: Placed; grow: number; look: string }): JSX.Element {
  const w = placed.w + 2 * grow;
  const h = placed.h + 2 * grow;
  if (placed.shape === "circle") return <ellipse class={look} rx={w / 2} ry={h / 2} />;
  const corner = { pill: h / 2, rounded: 10 + grow, rectangle: 4 + grow }[placed.shape];
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
