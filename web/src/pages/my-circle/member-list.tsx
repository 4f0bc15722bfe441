// The same circle as a list: ring by ring, with everything the picture shows and does.

import type { JSX } from "preact";
import { Button } from "../../components/button/button";
import { family_of } from "../../components/circle-picture/families";
import { Icon } from "../../components/icon/icon";
import { say } from "../../rules/say";
import type { Circle, Id, Occasion, Ring, Tie } from "../../view";
import { may } from "../may";
import { use_move } from "./use-move";
import { linked_to, members_of, on_ring, ring_beside, rings } from "./members";

export function MemberList({
  circle,
  occasion,
  chosen,
  on_choose,
}: {
  circle: Circle;
  occasion: Occasion;
  chosen: Id | null;
  on_choose: (tie: Id) => void;
}): JSX.Element {
  const members = members_of(circle, occasion);
  return (
    <div class="stack">
      {rings.map((ring) => {
        const here = on_ring(members, occasion, ring);
        if (here.length === 0) return null;
        return (
          <section key={ring} aria-labelledby={`ring-${ring}`}>
            <h2 class="member-list__ring" id={`ring-${ring}`}>
              {say(`ring.choose.${ring}`)}
            </h2>
            <ul class="member-list">
              {here.map((tie) => (
                <Row
                  key={tie.id}
                  circle={circle}
                  tie={tie}
                  ring={ring}
                  occasion={occasion}
                  chosen={tie.id === chosen}
                  on_choose={on_choose}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Row({
  circle,
  tie,
  ring,
  occasion,
  chosen,
  on_choose,
}: {
  circle: Circle;
  tie: Tie;
  ring: Ring;
  occasion: Occasion;
  chosen: boolean;
  on_choose: (tie: Id) => void;
}): JSX.Element {
  const move = use_move(tie, occasion);
  const closer = ring_beside(ring, "closer");
  const further = ring_beside(ring, "further");
  const movable = may("move_tie", tie);
  const more = what_of(circle, tie);
  return (
    <li class={chosen ? "member-list__row is-chosen" : "member-list__row"}>
      <span class={`member-mark member-mark--${family_of(tie.kind)}`} aria-hidden="true" />
      <div class="member-list__who">
        <p>
          <span class="strong">{tie.name}</span>
          {tie.private && (
            <span class="member-list__lock">
              <Icon name="lock" size={16} /> {say("circle.private")}
            </span>
          )}
        </p>
        <p class="small soft">{is_and_when(tie)}</p>
        {more && <p class="small soft">{more}</p>}
      </div>
      <div class="member-list__do">
        {movable && closer && (
          <Small tie={tie} on_click={() => move(closer)} label={say("circle.member.closer")} />
        )}
        {movable && further && (
          <Small tie={tie} on_click={() => move(further)} label={say("circle.member.further")} />
        )}
        <Small tie={tie} on_click={() => on_choose(tie.id)} label={say("circle.list.open")} />
      </div>
    </li>
  );
}

function Small({ tie, label, on_click }: { tie: Tie; label: string; on_click: () => void }): JSX.Element {
  return (
    <Button small onClick={on_click}>
      {label}
      <span class="heard"> {tie.name}</span>
    </Button>
  );
}

function is_and_when(tie: Tie): string {
  const said = [tie.relation ?? say(`kind.${tie.kind}`)];
  if (tie.frequency) said.push(say(`frequency.${tie.frequency}`));
  return said.join(" · ");
}

function what_of(circle: Circle, tie: Tie): string {
  const linked = linked_to(circle, tie.id).map(({ other }) => other.name);
  return [
    ...tie.gives.map((support) => say(`gives.${support}`)),
    ...tie.gets.map((support) => say(`gets.${support}`)),
    ...(linked.length > 0 ? [say("circle.links.list", { names: linked })] : []),
  ].join(" · ");
}
