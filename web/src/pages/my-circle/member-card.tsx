// One member, close up: what the person said of them, where they stand, and what can be changed.

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Chip } from "../../components/chips/chips";
import { ChooseOne } from "../../components/choice-list/choice-list";
import { Tick } from "../../components/choice-list/choose-many";
import { SelectField } from "../../components/field/select-field";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Occasion, Ring, Tie } from "../../view";
import { may } from "../may";
import { language_of, words_of } from "../words-of";
import { use_move } from "./use-move";
import { carried_by, linkable, linked_to, ring_beside, rings } from "./members";

export function MemberCard({
  tie,
  occasion,
  on_close,
  on_edit,
}: {
  tie: Tie;
  occasion: Occasion;
  on_close: () => void;
  on_edit: () => void;
}): JSX.Element {
  const { view } = use_record();
  const steps = carried_by(view, tie);
  const at = use_focus_when_opened();
  return (
    <div ref={at} class="member-card" tabIndex={-1}>
      <Card title={tie.name} aside={tie.relation ?? say(`kind.${tie.kind}`)}>
        {tie.frequency && (
          <p class="soft">{say("circle.member.in_touch", { often: say(`frequency.${tie.frequency}`) })}</p>
        )}
        <Supports tie={tie} />
        {steps.length > 0 && (
          <div class="stack stack--tight">
            <h3>{say("circle.member.carries", { name: tie.name })}</h3>
            <ul class="member-card__steps">
              {steps.map((step) => (
                <li key={step.id} lang={language_of(step.statement)}>
                  {words_of(step.statement)}
                </li>
              ))}
            </ul>
          </div>
        )}
        <Standing tie={tie} occasion={occasion} />
        <LinksOf tie={tie} occasion={occasion} />
        <MemberActions tie={tie} occasion={occasion} on_close={on_close} on_edit={on_edit} />
      </Card>
    </div>
  );
}

/** The card is read next after choosing somebody, and comes into sight on a phone. */
function use_focus_when_opened(): { current: HTMLDivElement | null } {
  const at = useRef<HTMLDivElement>(null);
  useEffect(() => {
    at.current?.focus({ preventScroll: true });
    at.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return at;
}

function Supports({ tie }: { tie: Tie }): JSX.Element | null {
  if (tie.gives.length + tie.gets.length === 0) return null;
  return (
    <div class="row member-card__supports">
      {tie.gives.map((support) => (
        <Chip key={`gives-${support}`}>{say(`gives.${support}`)}</Chip>
      ))}
      {tie.gets.map((support) => (
        <Chip key={`gets-${support}`} tone="marigold">
          {say(`gets.${support}`)}
        </Chip>
      ))}
    </div>
  );
}

function Standing({ tie, occasion }: { tie: Tie; occasion: Occasion }): JSX.Element {
  const move = use_move(tie, occasion);
  const ring = tie.rings[occasion] ?? 2;
  if (!may("move_tie", tie)) return <p class="soft">{say(`ring.choose.${ring}`)}</p>;
  const closer = ring_beside(ring, "closer");
  const further = ring_beside(ring, "further");
  return (
    <div class="stack stack--tight">
      <ChooseOne
        legend={say("circle.member.ring", { name: tie.name })}
        legend_heard
        value={`${ring}`}
        options={rings.map((one) => ({ value: `${one}`, label: say(`ring.choose.${one}`) }))}
        on_change={(to) => move(Number(to) as Ring)}
      />
      <div class="row">
        {closer && (
          <Button small onClick={() => move(closer)}>
            {say("circle.member.closer")}
          </Button>
        )}
        {further && (
          <Button small onClick={() => move(further)}>
            {say("circle.member.further")}
          </Button>
        )}
      </div>
    </div>
  );
}

function LinksOf({ tie, occasion }: { tie: Tie; occasion: Occasion }): JSX.Element | null {
  const { view, tap } = use_record();
  const circle = view.circle!;
  const linked = linked_to(circle, tie.id);
  const others = may("link_ties", tie) ? linkable(circle, tie.id, occasion) : [];
  const [asking, set_asking] = useState(false);
  if (linked.length + others.length === 0) return null;
  return (
    <div class="stack stack--tight">
      {linked.length > 0 && <h3>{say("circle.links", { name: tie.name })}</h3>}
      {linked.map(({ link, other }) => (
        <div class="row row--apart" key={link.id}>
          <span>{other.name}</span>
          {may("unlink_ties", link) && (
            <Button kind="plain" small onClick={() => tap("unlink_ties", { link: link.id })}>
              {say("circle.links.remove")}
              <span class="heard"> {other.name}</span>
            </Button>
          )}
        </div>
      ))}
      {others.length > 0 && !asking && (
        <div class="asides">
          <Button kind="plain" small onClick={() => set_asking(true)}>
            {say("circle.links.add")}
          </Button>
        </div>
      )}
      {asking && (
        <SelectField
          label={say("circle.links.who", { name: tie.name })}
          value=""
          options={[
            { value: "", label: say("circle.links.choose") },
            ...others.map((other) => ({ value: other.id, label: other.name })),
          ]}
          on_change={(other) => {
            if (other) tap("link_ties", { link: new_id(), a: tie.id, b: other });
            set_asking(false);
          }}
        />
      )}
    </div>
  );
}

interface MemberActionsProps {
  tie: Tie;
  occasion: Occasion;
  on_close: () => void;
  on_edit: () => void;
}

function MemberActions({ tie, occasion, on_close, on_edit }: MemberActionsProps): JSX.Element {
  const [asking, set_asking] = useState(false);
  if (asking)
    return <TakeOff tie={tie} occasion={occasion} on_done={on_close} on_keep={() => set_asking(false)} />;
  return (
    <>
      {may("change_tie", tie) && <KeepPrivate tie={tie} />}
      <div class="row">
        {may("change_tie", tie) && (
          <Button small onClick={on_edit}>
            {say("circle.edit")}
          </Button>
        )}
        {may("take_off_tie", tie) && (
          <Button small kind="plain" onClick={() => set_asking(true)}>
            {say("circle.take_off")}
          </Button>
        )}
        <Button small kind="plain" onClick={on_close}>
          {say("circle.member.close")}
        </Button>
      </div>
    </>
  );
}

function KeepPrivate({ tie }: { tie: Tie }): JSX.Element {
  const { tap } = use_record();
  const { id, name, kind, gives, gets } = tie;
  const [relation, frequency] = [tie.relation ?? undefined, tie.frequency ?? undefined];
  function keep(is_private: boolean): void {
    const facts = { tie: id, name, kind, relation, frequency, gives, gets, private: is_private };
    tap("change_tie", facts, { base: [tie.version] });
  }
  return (
    <Tick
      label={say("circle.private.keep", { name })}
      hint={say("circle.private.hint")}
      value={tie.private}
      on_change={keep}
    />
  );
}

interface TakeOffProps {
  tie: Tie;
  occasion: Occasion;
  on_done: () => void;
  on_keep: () => void;
}

function TakeOff({ tie, occasion, on_done, on_keep }: TakeOffProps): JSX.Element {
  const { tap } = use_record();
  function take_off(): void {
    tap("take_off_tie", { tie: tie.id, occasion }, { base: [tie.version] });
    on_done();
  }
  return (
    <div class="member-card__ask" role="group" aria-label={say("circle.take_off")}>
      <p>{say(`circle.take_off.ask.${occasion}`, { name: tie.name })}</p>
      <div class="row">
        <Button small kind="main" onClick={take_off}>
          {say("circle.take_off.yes")}
        </Button>
        <Button small onClick={on_keep}>
          {say("circle.take_off.no")}
        </Button>
      </div>
    </div>
  );
}
