// Other words for somebody's line. They change nothing until the owner takes them over; declining needs no
// reason, and the words that were offered stay as they were written.

import type { JSX } from "preact";
import { new_id } from "../../commands";
import { may } from "../../pages/may";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Proposal, Statement } from "../../view";
import { said_date } from "../../words/day-words";
import { Button } from "../button/button";
import { focus_on } from "../page/focus-on";
import { WordsBox, type Written } from "../words-box/words-box";
import { part_of } from "./part-of";

export function Proposals({
  statement,
  only_read,
}: {
  statement: Statement;
  only_read: boolean;
}): JSX.Element | null {
  const { view, today } = use_record();
  const { me } = view.person;
  const owner = statement.versions[0]?.voice;
  const waiting = statement.proposals.filter((one) => one.state === "waiting");
  const accepted = statement.proposals.find(
    (one) => one.state === "accepted" && statement.versions.some((each) => each.version === one.version),
  );
  const declined = statement.proposals.filter((one) => one.state === "declined" && one.by === me);
  return (
    <>
      {accepted && (
        <p class="small soft">
          {accepted.by === me ? say("agreement.accepted.yours") : say("agreement.accepted", named(accepted))}
        </p>
      )}
      {declined.slice(0, 1).map((one) => (
        <p key={one.id} class="small soft">
          {say("agreement.declined", {
            name: statement.versions[0]!.voice_name,
            day: said_date(one.answered_on ?? one.made_on, today),
          })}
        </p>
      ))}
      {waiting.map((one) => (
        <Offered
          key={one.id}
          statement={statement}
          proposal={one}
          only_read={only_read || owner === one.by}
        />
      ))}
    </>
  );
}

function named(proposal: Proposal): { name: string } {
  return { name: proposal.by_name };
}

function Offered({
  statement,
  proposal,
  only_read,
}: {
  statement: Statement;
  proposal: Proposal;
  only_read: boolean;
}): JSX.Element {
  const { view, today, tap } = use_record();
  const words = proposal.offered[0]?.versions[0];
  const latest = statement.versions[0]!;
  const for_another = latest.voice !== view.person.me;
  const owner_has_account = latest.voice !== "person" || view.person.has_account;
  // For somebody with a sign-in nobody answers but they, also in a visit: they can do it themself.
  const answers = may("answer_proposal", proposal) && !(for_another && owner_has_account);

  function answer(accepted: boolean): void {
    tap(
      "answer_proposal",
      {
        proposal: proposal.id,
        accepted,
        confirmed: for_another ? "said_aloud" : undefined,
        read: words?.version,
      },
      { voice: latest.voice, base: statement.versions.map((each) => each.version) },
    );
    focus_on(`agreement-${statement.id}`);
  }

  return (
    <section class="agreement__offer" aria-label={say("agreement.offered", named(proposal))}>
      <p class="small soft">
        {proposal.by === view.person.me
          ? say("agreement.offered.yours", { name: latest.voice_name })
          : say("agreement.offered", named(proposal))}{" "}
        · {said_date(proposal.made_on, today)}
      </p>
      {words && (
        <p class={`words words--${words.voice_kind} words__text said`} lang={words.language ?? "en"}>
          {words.words}
        </p>
      )}
      {!only_read && (
        <div class="asides">
          {answers && (
            <>
              <Button small onClick={() => answer(true)}>
                {for_another
                  ? say("agreement.accept_of", { name: view.person.name })
                  : say("agreement.accept")}
              </Button>
              <Button small onClick={() => answer(false)}>
                {for_another
                  ? say("agreement.decline_of", { name: view.person.name })
                  : say("agreement.decline")}
              </Button>
            </>
          )}
          {proposal.by === view.person.me && may("withdraw_proposal", proposal) && (
            <Button small kind="plain" onClick={() => tap("withdraw_proposal", { proposal: proposal.id })}>
              {say("agreement.take_back")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

export function ProposeForm({
  statement,
  on_done,
}: {
  statement: Statement;
  on_done: () => void;
}): JSX.Element {
  const { tap } = use_record();
  const latest = statement.versions[0]!;
  function propose({ words }: Written): void {
    tap("propose_words", {
      proposal: new_id(),
      statement: statement.id,
      version: latest.version,
      offered: { statement: new_id(), words },
    });
    on_done();
  }
  return (
    <WordsBox
      own_words
      label={say("agreement.offer.label")}
      hint={say("agreement.offer.hint", { name: latest.voice_name })}
      part={part_of(statement)}
      form={`offer ${statement.id}`}
      start={latest.words}
      send_label={say("agreement.offer.send")}
      on_send={propose}
      on_cancel={on_done}
    />
  );
}
