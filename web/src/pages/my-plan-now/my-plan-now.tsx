// My plan now: today's plan in under a minute. People, the next time together, promises to you, your steps.

import type { JSX } from "preact";
import { Button, ButtonLink } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Page } from "../../components/page/page";
import { Rings } from "../../components/rings/rings";
import { StatementCard } from "../../components/statement-card/statement-card";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Step, View } from "../../view";
import { said_date, weekday_of } from "../../words/day-words";
import { asked_now } from "../follow-up/asked";
import { may } from "../may";
import { said_of_promise, said_when_and_with } from "../my-plan/plan-words";
import { LazyPage } from "../../app/lazy-page";
import { quiet_card } from "../../app/routes";
import { QuietNotice } from "../quiet/quiet-notice";
import { MeetingCard } from "../together/meeting-card";
import { next_place, open_promises, people_now, your_steps } from "./now";
import { People } from "./people";
import { ReviewQuestion } from "./review-question";
import { TalkCard } from "./talk-card";
import { WaitingCard } from "./waiting-card";
import "../pages.css";
import "./my-plan-now.css";

export function MyPlanNow(): JSX.Element {
  const { view, today } = use_record();
  const people = people_now(view);
  const promises = open_promises(view);
  const steps = your_steps(view);
  return (
    <Page
      title={say("page.now")}
      lead={say("now.lead", { weekday: weekday_of(today), day: said_date(today, today) })}
    >
      <QuietNotice />
      <Question view={view} />
      <ReviewQuestion />
      <div class="beside">
        <div class="stack stack--wide">
          {people.length + promises.length + steps.length === 0 && <Beginning view={view} />}
          <People people={people} />
          <MeetingCard />
          {promises.length > 0 && (
            <section class="stack stack--tight" aria-labelledby="now-promises">
              <h2 id="now-promises">{say("plan.promises")}</h2>
              {promises.map(
                (promise) =>
                  promise.statement && (
                    <StatementCard
                      only_read
                      key={promise.id}
                      statement={promise.statement}
                      more={said_of_promise(promise, today)}
                    />
                  ),
              )}
            </section>
          )}
          {steps.length > 0 && <YourSteps steps={steps} />}
        </div>
        <div class="stack">
          <TalkCard />
          <NextPlace view={view} begun={people.length + promises.length + steps.length > 0} />
          <WaitingCard />
          <LazyPage load={quiet_card} meanwhile={null} />
        </div>
      </div>
    </Page>
  );
}

/** What is due is asked here in one line; answering has its own screen. */
function Question({ view }: { view: View }): JSX.Element | null {
  const { href } = use_record();
  const asked = asked_now(view, null);
  const first = asked[0];
  if (!first) return null;
  return (
    <Card tone="teal" class="now__question">
      <p class="strong">{say(first.kind === "stop" ? "follow.stop" : "follow.how", { name: first.name })}</p>
      <p class="soft">{say("follow.lead")}</p>
      <div>
        <ButtonLink kind="main" href={href("follow-up")}>
          {say("now.question.go")}
        </ButtonLink>
      </div>
    </Card>
  );
}

function YourSteps({ steps }: { steps: Step[] }): JSX.Element {
  const { today, tap, href } = use_record();
  return (
    <section class="stack stack--tight" aria-labelledby="now-steps">
      <h2 id="now-steps">{say("now.steps")}</h2>
      {steps.map(
        (step) =>
          step.statement && (
            <StatementCard
              only_read
              key={step.id}
              statement={step.statement}
              more={said_when_and_with(step, today)}
            >
              {may("set_step", step) && (
                <div>
                  <Button
                    small
                    icon="done"
                    onClick={() =>
                      tap("set_step", { step: step.id, state: "done" }, { base: [step.version] })
                    }
                  >
                    {say("step_state.done")}
                    <span class="heard">: {step.statement.versions[0]?.words}</span>
                  </Button>
                </div>
              )}
            </StatementCard>
          ),
      )}
      <p>
        <a href={href("plan")}>{say("now.whole_plan")}</a>
      </p>
    </section>
  );
}

function Beginning({ view }: { view: View }): JSX.Element {
  const { href } = use_record();
  const place = next_place(view) ?? "plan";
  return (
    <Card class="now__beginning">
      <Rings size={150} />
      <h2>{say("now.beginning", { name: view.person.name })}</h2>
      <p class="soft">{say("now.beginning.more")}</p>
      <ButtonLink kind="main" href={href(place)}>
        {say(`now.next.${place}`)}
      </ButtonLink>
    </Card>
  );
}

/** One gentle way on; nobody has to take it. */
function NextPlace({ view, begun }: { view: View; begun: boolean }): JSX.Element | null {
  const { href } = use_record();
  const place = next_place(view);
  if (!place || !begun) return null;
  return (
    <p class="soft">
      {say("now.if_you_like")} <a href={href(place)}>{say(`now.next.${place}`)}</a>
    </p>
  );
}
