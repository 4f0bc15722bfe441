// Distances drawn as rings around the person's place. Each dot leads to its card; the list says the same.

import type { JSX } from "preact";
import { say } from "../../rules/say";
import { said_miles } from "../../words/distance-words";
import { said_where, type OfferedIdea } from "./offered";
import type { RingMap } from "./ring-map";

export function RingDrawing({ map, ideas }: { map: RingMap; ideas: OfferedIdea[] }): JSX.Element {
  const by_service = new Map(ideas.map((idea) => [idea.service, idea]));
  const elsewhere = ideas.filter((idea) => !map.dots.some((dot) => dot.service === idea.service));
  return (
    <figure class="ring-drawing">
      <svg viewBox="-160 -160 320 320" role="group" aria-label={say("ideas.drawing.label")}>
        {[...map.rings].reverse().map((ring, at) => (
          <circle key={ring.r} class={`ring-drawing__ring ring-drawing__ring--${3 - at}`} r={ring.r} />
        ))}
        {map.rings.slice(0, 2).map((ring) => (
          <text key={ring.r} class="ring-drawing__way" y={ring.r - 6}>
            {said_miles(ring.way_m)}
          </text>
        ))}
        <circle class="ring-drawing__me" r="9" />
        {map.dots.map((dot) => {
          const idea = by_service.get(dot.service)!;
          const heard = say("ideas.drawing.dot", { name: idea.name, where: said_where(idea) });
          return (
            <a
              key={dot.service}
              href={`#idea-${dot.service}`}
              aria-label={heard}
              onClick={(event) => {
                event.preventDefault();
                show_card(dot.service);
              }}
            >
              <g class="ring-drawing__dot" transform={`translate(${dot.x} ${dot.y})`}>
                <circle r="13" />
                <text dy="0.35em">{dot.letter}</text>
              </g>
            </a>
          );
        })}
      </svg>
      <figcaption class="small soft">
        {say("ideas.drawing.hint")}
        {elsewhere.length > 0 && ` ${say("ideas.drawing.elsewhere")}`}
      </figcaption>
    </figure>
  );
}

function show_card(service: string): void {
  const card = document.getElementById(`idea-${service}`);
  card?.scrollIntoView({ block: "nearest" });
  card?.focus({ preventScroll: true });
}
