// One idea: what it is, why it is here, how far, what it costs, what is known of access, when it was checked.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Chip } from "../../components/chips/chips";
import { Dialog } from "../../components/dialog/dialog";
import { say, type WordKey } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { may } from "../may";
import { ChooseForm } from "./choose-form";
import { said_access, said_checked, said_cost, said_times, said_where, type OfferedIdea } from "./offered";
import { ReportService } from "./report-service";

export function IdeaCard({ idea, letter }: { idea: OfferedIdea; letter?: string | undefined }): JSX.Element {
  const { view } = use_record();
  const [choosing, set_choosing] = useState(false);
  return (
    <div id={`idea-${idea.service}`} class="ideas__card" tabIndex={-1}>
      <Card title={<Title idea={idea} letter={letter} />} aside={idea.organization || undefined} level={3}>
        <About idea={idea} />
        <div class="row">
          {may("choose_idea", view.ideas) && (
            <Button onClick={() => set_choosing(true)}>
              {say("ideas.choose")}
              <span class="heard">: {idea.name}</span>
            </Button>
          )}
          <ReportService service={idea.service} name={idea.name} />
        </div>
      </Card>
      <Dialog sheet open={choosing} title={idea.name} on_close={() => set_choosing(false)}>
        <ChooseForm service={idea.service} name={idea.name} on_done={() => set_choosing(false)} />
      </Dialog>
    </div>
  );
}

function Title({ idea, letter }: { idea: OfferedIdea; letter: string | undefined }): JSX.Element {
  if (!letter) return <>{idea.name}</>;
  return (
    <>
      <span class="ideas__letter" aria-hidden="true">
        {letter}
      </span>{" "}
      {idea.name}
    </>
  );
}

function About({ idea }: { idea: OfferedIdea }): JSX.Element {
  const { today } = use_record();
  return (
    <>
      <div class="ideas__facts">
        <Chip>{said_where(idea)}</Chip>
        <Chip tone="plain">{said_cost(idea)}</Chip>
        <Chip tone="plain">{say(`newcomers.${idea.newcomers}`)}</Chip>
        {idea.group !== "unknown" && <Chip tone="plain">{say(`group.${idea.group}`)}</Chip>}
      </div>
      {idea.description && <p class="said ideas__about">{idea.description}</p>}
      <ul class="ideas__reasons" aria-label={say("ideas.why")}>
        {idea.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <Told name="ideas.first_visit" text={idea.first_visit} />
      <When idea={idea} />
      <Told name="ideas.who_can_come" text={idea.who_can_come} />
      <Told name="ideas.getting_there" text={idea.getting_there} />
      <Access idea={idea} />
      {has_more(idea) && (
        <details class="more ideas__more">
          <summary>
            {say("ideas.more_about")}
            <span class="heard">: {idea.name}</span>
          </summary>
          <MoreAbout idea={idea} />
        </details>
      )}
      <p class="small soft">{said_checked(idea, today)}</p>
    </>
  );
}

function Told({ name, text }: { name: WordKey; text: string }): JSX.Element | null {
  if (!text) return null;
  return (
    <p>
      <span class="strong">{say(name)}</span> {text}
    </p>
  );
}

/** What is certain as times; their own words stay one tap away. What is not certain is their words alone. */
function When({ idea }: { idea: OfferedIdea }): JSX.Element | null {
  const times = said_times(idea);
  if (times.length === 0) return <Told name="ideas.when" text={idea.opening} />;
  return (
    <div>
      <span class="strong">{say("ideas.when")}</span>
      <ul class="ideas__times">
        {times.map((time) => (
          <li key={time}>{time}</li>
        ))}
      </ul>
    </div>
  );
}

function Access({ idea }: { idea: OfferedIdea }): JSX.Element | null {
  const lines = said_access(idea);
  if (lines.length === 0) return null;
  return (
    <ul class="ideas__access" aria-label={say("ideas.access")}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function has_more(idea: OfferedIdea): boolean {
  const { access_text, times, address, phone, email, website } = idea;
  return times.length > 0 || [access_text, address, phone, email, website].some(Boolean);
}

function MoreAbout({ idea }: { idea: OfferedIdea }): JSX.Element {
  const address = [idea.address, idea.postcode].filter(Boolean).join(", ");
  return (
    <dl class="ideas__list">
      {idea.access_text && (
        <>
          <dt>{say("ideas.access")}</dt>
          <dd class="said">{idea.access_text}</dd>
        </>
      )}
      {idea.times.length > 0 && (
        <>
          <dt>{say("ideas.when.as_written")}</dt>
          <dd class="said">{idea.opening}</dd>
        </>
      )}
      {address && (
        <>
          <dt>{say("ideas.address")}</dt>
          <dd>{address}</dd>
        </>
      )}
      {idea.phone && (
        <>
          <dt>{say("ideas.phone")}</dt>
          <dd>{idea.dial ? <a href={`tel:${idea.dial}`}>{idea.phone}</a> : idea.phone}</dd>
        </>
      )}
      {idea.email && (
        <>
          <dt>{say("ideas.email")}</dt>
          <dd>
            <a href={`mailto:${idea.email}`}>{idea.email}</a>
          </dd>
        </>
      )}
      {is_web(idea.website) && (
        <>
          <dt>{say("ideas.website")}</dt>
          <dd>
            <a href={idea.website} target="_blank" rel="noopener noreferrer">
              {host_of(idea.website)}
            </a>
          </dd>
        </>
      )}
    </dl>
  );
}

/** The directory keeps only http and https; a page trusts nobody else to have done so. */
function is_web(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}

function host_of(address: string): string {
  return new URL(address).host;
}
