// Beside somebody's words: what each makes of them, other words that were offered, and saying so oneself.
// Nobody's stance stands over anybody's words, and who has said nothing is not named.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { may } from "../../pages/may";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Day, Party, Stance, Statement } from "../../view";
import { said_date } from "../../words/day-words";
import { Button } from "../button/button";
import { focus_on } from "../page/focus-on";
import { Proposals, ProposeForm } from "./proposals";
import { StanceForm } from "./stance-form";
import "./agreement.css";

interface AgreementProps {
  statement: Statement;
  /** Shows what was said and offers nothing: on a page that is for a quick look. */
  only_read?: boolean;
}

export function Agreement({ statement, only_read }: AgreementProps): JSX.Element {
  const { view, today } = use_record();
  const [doing, set_doing] = useState<"stance" | "words" | null>(null);
  const first_words = statement.versions[0]?.words ?? "";
  const said = statement.stances.filter((stance) => stance.own.length === 0 || !stance.on_these_words);
  const done = (): void => {
    set_doing(null);
    focus_on(id_of(statement));
  };
  return (
    <div class="agreement" id={id_of(statement)} tabIndex={-1}>
      {said.length > 0 && (
        <ul class="agreement__said small soft">
          {said.map((stance) => (
            <li key={`${stance.line} ${stance.party}`}>{said_of_stance(stance, view.person.me, today)}</li>
          ))}
        </ul>
      )}
      <Proposals statement={statement} only_read={only_read ?? false} />
      {doing === "stance" && (
        <StanceForm
          statement={statement}
          on_done={done}
          on_offer={may("propose_words", statement) ? () => set_doing("words") : null}
        />
      )}
      {doing === "words" && <ProposeForm statement={statement} on_done={done} />}
      {!only_read && !doing && may("take_stance", statement) && (
        <div>
          <Button small kind="plain" onClick={() => set_doing("stance")}>
            {say("agreement.take")}
            <span class="heard">: {first_words}</span>
          </Button>
        </div>
      )}
    </div>
  );
}

function id_of(statement: Statement): string {
  return `agreement-${statement.id}`;
}

/** "Amina agrees · 3 April", "You see it differently, typed by Amina · today". */
export function said_of_stance(stance: Stance, me: Party, today: Day): string {
  const said =
    stance.party === me
      ? say(`agreement.said.${stance.stance}.you`)
      : say(`agreement.said.${stance.stance}`, { name: stance.name });
  const typed = stance.confirmed ? say("words.typed_by", { whose: said, name: stance.typed_by_name }) : said;
  const about = stance.on_these_words ? typed : say("agreement.earlier", { said: typed });
  return `${about} · ${said_date(stance.on, today)}`;
}
