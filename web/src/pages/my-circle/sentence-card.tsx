// The kind sentence about a finished circle, made by the core from the person's own names. They say whether
// it feels right, in their own words if they like, and can turn it off; then it is not computed.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { StatementCard } from "../../components/statement-card/statement-card";
import { WordsBox, type Written } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Circle, Feels, Occasion } from "../../view";
import { may } from "../may";

export function SentenceCard({
  circle,
  occasion,
}: {
  circle: Circle;
  occasion: Occasion;
}): JSX.Element | null {
  const { tap } = use_record();
  const { sentence } = circle;
  if (occasion !== "everyday" || circle.ties.length === 0) return null;
  if (!sentence.shown) {
    if (!may("show_sentence", sentence)) return null;
    return (
      <div class="asides">
        <Button kind="plain" small onClick={() => tap("show_sentence", { shown: true })}>
          {say("circle.sentence.turn_on")}
        </Button>
      </div>
    );
  }
  if (!sentence.finished || !sentence.text) return null;
  return (
    <Card title={say("circle.sentence.title")}>
      <p class="said">{sentence.text}</p>
      <DoesItFeelRight circle={circle} />
      {sentence.statements.map((statement) => (
        <StatementCard key={statement.id} statement={statement} />
      ))}
      {may("show_sentence", sentence) && (
        <div class="asides">
          <Button kind="plain" small onClick={() => tap("show_sentence", { shown: false })}>
            {say("circle.sentence.turn_off")}
          </Button>
        </div>
      )}
    </Card>
  );
}

function DoesItFeelRight({ circle }: { circle: Circle }): JSX.Element | null {
  const { tap } = use_record();
  const { sentence } = circle;
  const [writing, set_writing] = useState(false);
  if (!may("answer_sentence", sentence)) return null;
  function answer(feels: Feels): void {
    tap("answer_sentence", { feels });
    set_writing(feels === "not_quite");
  }
  function write({ words, voice, confirmed }: Written): void {
    tap(
      "word_statement",
      { statement: new_id(), place: "sentence", about: "map:everyday", words, confirmed },
      { voice },
    );
    set_writing(false);
  }
  return (
    <>
      <p class="soft" id="feels">
        {say("circle.sentence.feels")}
      </p>
      <div class="row" role="group" aria-labelledby="feels">
        {(["yes", "not_quite"] as const).map((feels) => (
          <Button
            key={feels}
            small
            aria-pressed={sentence.feels === feels}
            kind={sentence.feels === feels ? "main" : "quiet"}
            onClick={() => answer(feels)}
          >
            {say(`circle.sentence.feels.${feels}`)}
          </Button>
        ))}
      </div>
      {writing && (
        <WordsBox
          label={say("circle.sentence.own_words")}
          part="circle"
          send_label={say("circle.sentence.send")}
          on_send={write}
          on_cancel={() => set_writing(false)}
        />
      )}
    </>
  );
}
