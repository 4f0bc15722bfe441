// Something to ask for, or to talk about next time. What stands here is for whoever has been let in.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { TalkWords } from "../../app/routes";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Talk } from "../../view";
import { may } from "../may";
import { language_of, words_of } from "../words-of";

export function TalkCard(): JSX.Element | null {
  const { view, href } = use_record();
  const [writing, set_writing] = useState(false);
  const talk = view.talk ?? [];
  const raises = may("raise", view.visits, view.person);
  if (talk.length === 0 && !raises) return null;
  return (
    <Card title={say("now.talk")}>
      {talk.map((one) => (
        <Line key={one.id} one={one} />
      ))}
      {talk.length === 0 && !writing && <p class="soft small">{say("now.talk.none")}</p>}
      {writing ? (
        <TalkWords on_done={() => set_writing(false)} />
      ) : (
        raises && (
          <div class="row">
            <Button small icon="speak" onClick={() => set_writing(true)}>
              {say("now.talk.add")}
            </Button>
            <a class="small" href={href("ready")}>
              {say("ready.go")}
            </a>
          </div>
        )
      )}
    </Card>
  );
}

function Line({ one }: { one: Talk }): JSX.Element {
  const { tap } = use_record();
  const words = words_of(one.statement) || one.subject || "";
  return (
    <div class="now__talk">
      <p class="small soft">{say(`now.talk.${one.about}`)}</p>
      <p class="said" lang={language_of(one.statement)}>
        {words}
      </p>
      {may("settle_talk", one) && (
        <div class="asides">
          <Button
            small
            kind="plain"
            onClick={() => tap("settle_talk", { talk: one.id }, { base: [one.version] })}
          >
            {say("now.talk.settled")}
            <span class="heard">: {words}</span>
          </Button>
        </div>
      )}
    </div>
  );
}
