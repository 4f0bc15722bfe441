// What has been chosen, and what to do with it: who comes along, when to ask, a first step, or pause.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Dialog } from "../../components/dialog/dialog";
import { Field } from "../../components/field/field";
import { SelectField } from "../../components/field/select-field";
import { Notice } from "../../components/notice/notice";
import { tell } from "../../components/notice/tell";
import { focus_on } from "../../components/page/focus-on";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { ChosenIdea, FollowUp } from "../../view";
import { said_day } from "../../words/day-words";
import type { LookedUp } from "../lists/lists-server";
import { may } from "../may";
import { who_could_come } from "../my-plan/plan";
import { AddStep } from "../my-plan/step-form";
import { chosen_id } from "./choose-form";
import { is_day_on } from "./offered";
import { PlaceFacts, use_looked_up } from "./place-facts";
import { ReportService } from "./report-service";

const chosen_heading_id = "chosen";

export function ChosenIdeas(): JSX.Element | null {
  const { view } = use_record();
  const all = view.ideas?.chosen ?? [];
  const chosen = all.filter((idea) => idea.state === "chosen");
  const paused = all.filter((idea) => idea.state === "set_aside" && idea.service);
  const found = use_looked_up(chosen.flatMap((idea) => idea.service ?? []));
  if (chosen.length + paused.length === 0) return null;
  return (
    <>
      {chosen.length > 0 && (
        <section class="stack" aria-labelledby={chosen_heading_id}>
          <h2 id={chosen_heading_id} class="ideas__heading">
            {say("ideas.chosen")}
          </h2>
          {view.ideas?.over && (
            <Notice tone="ask">
              <p>{say("ideas.over")}</p>
            </Notice>
          )}
          <div class="tiles">
            {chosen.map((idea) => (
              <OneChosen key={idea.id} idea={idea} found={found} />
            ))}
          </div>
        </section>
      )}
      {paused.length > 0 && <Paused ideas={paused} />}
    </>
  );
}

function OneChosen({ idea, found }: { idea: ChosenIdea; found: LookedUp | null }): JSX.Element {
  const { view, tap, href } = use_record();
  const [placing, set_placing] = useState(false);
  const companion = view.circle?.ties.find((tie) => tie.id === idea.companion);
  const followup = view.followups?.rows.find((row) => row.id === idea.followup?.id);
  return (
    <Card
      title={
        <span id={chosen_id(idea.id)} tabIndex={-1}>
          {idea.name}
        </span>
      }
      level={3}
      aside={idea.own ? say("ideas.own.mark") : undefined}
      class="ideas__chosen"
    >
      {companion && <p>{say("ideas.with", { name: companion.name })}</p>}
      {idea.service && <PlaceFacts service={idea.service} name={idea.name} found={found} />}
      {idea.followup?.state === "waiting" && <WhenToAsk idea={idea} followup={followup} />}
      {view.plan && idea.steps.length > 0 && (
        <p>
          <a href={href("plan")}>{say("ideas.in_plan")}</a>
        </p>
      )}
      <div class="row">
        {may("place_step", view.plan) && (
          <Button small onClick={() => set_placing(true)}>
            {say(idea.steps.length > 0 ? "ideas.another_step" : "ideas.first_step")}
            <span class="heard">: {idea.name}</span>
          </Button>
        )}
        {may("set_idea_aside", idea) && (
          <Button small onClick={() => tap("set_idea_aside", { idea: idea.id }, { base: [idea.version] })}>
            {say("ideas.pause")}
            <span class="heard">: {idea.name}</span>
          </Button>
        )}
      </div>
      <details class="more">
        <summary>
          {say("worded.more")}
          <span class="heard">: {idea.name}</span>
        </summary>
        <ChangeChosen idea={idea} followup={followup} />
      </details>
      <Dialog sheet open={placing} title={say("ideas.first_step")} on_close={() => set_placing(false)}>
        <p class="soft">{idea.name}</p>
        <AddStep idea={idea.id} companion={idea.companion} on_done={() => set_placing(false)} />
      </Dialog>
    </Card>
  );
}

function WhenToAsk({ idea, followup }: { idea: ChosenIdea; followup: FollowUp | undefined }): JSX.Element {
  const { today, href } = use_record();
  const due = idea.followup!.due;
  if (due > today) return <p class="soft">{say("ideas.asks_on", { day: said_day(due, today) })}</p>;
  if (!followup) return <p class="soft">{say("ideas.asks_now")}</p>;
  return (
    <p>
      <a href={href("follow-up", `?about=${followup.id}`)}>{say("ideas.tell_how")}</a>
    </p>
  );
}

function ChangeChosen({ idea, followup }: { idea: ChosenIdea; followup: FollowUp | undefined }): JSX.Element {
  const { view, today, tap } = use_record();
  const company = who_could_come(view);
  const [due, set_due] = useState(idea.followup?.due ?? "");
  function move(day: string): void {
    set_due(day);
    if (is_day_on(day, today))
      tap("move_follow_up", { followup: followup!.id, due: day }, { base: [followup!.version] });
  }
  return (
    <div class="stack more__inside">
      {may("set_company", idea) && company.length > 0 && (
        <SelectField
          label={say("ideas.company")}
          value={idea.companion ?? ""}
          options={[
            { value: "", label: say("plan.company.nobody") },
            ...company.map((tie) => ({ value: tie.id, label: tie.name })),
          ]}
          on_change={(tie) => tap("set_company", { of: `idea:${idea.id}`, tie: tie || undefined })}
        />
      )}
      {followup && may("move_follow_up", followup) && (
        <Field label={say("ideas.due")} type="date" min={today} value={due} on_change={move} />
      )}
      {idea.service && (
        <div class="asides">
          <ReportService service={idea.service} name={idea.name} />
        </div>
      )}
    </div>
  );
}

function Paused({ ideas }: { ideas: ChosenIdea[] }): JSX.Element {
  const { view, tap } = use_record();
  function choose_again({ service, name }: ChosenIdea): void {
    const idea = new_id();
    tap("choose_idea", { idea, service: service!, name, followup: new_id() });
    focus_on(chosen_id(idea));
    tell(say("ideas.chosen_now", { name }));
  }
  return (
    <details class="more">
      <summary>{say("ideas.paused")}</summary>
      <ul class="stack stack--tight more__inside ideas__paused">
        {ideas.map((idea) => (
          <li key={idea.id} class="row row--apart">
            <span>{idea.name}</span>
            {may("choose_idea", view.ideas) && (
              <Button small onClick={() => choose_again(idea)}>
                {say("ideas.choose_again")}
                <span class="heard">: {idea.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
