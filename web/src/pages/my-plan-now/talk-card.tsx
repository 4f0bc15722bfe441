// Something to ask for, or to talk about next time. What stands here is for whoever has been let in.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { ChooseOne } from "../../components/choice-list/choice-list";
import { WordsBox, type Written } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Talk, TalkAbout } from "../../view";
import { may } from "../may";
import { language_of, words_of } from "../words-of";

export function TalkCard(): JSX.Element | null {
  const { view } = use_record();
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
        <AddLine on_done={() => set_writing(false)} />
      ) : (
        raises && (
          <div>
            <Button small icon="speak" onClick={() => set_writing(true)}>
              {say("now.talk.add")}
            </Button>
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

const abouts: readonly TalkAbout[] = ["asked_for", "to_talk_about"];

function AddLine({ on_done }: { on_done: () => void }): JSX.Element {
  const { tap } = use_record();
  const [about, set_about] = useState<TalkAbout>("to_talk_about");
  function raise({ words, voice, confirmed }: Written): void {
    tap("raise", { talk: new_id(), about, statement: new_id(), words, confirmed }, { voice });
    on_done();
  }
  return (
    <WordsBox
      label={say("now.talk.words")}
      part="together"
      send_label={say("now.talk.send")}
      on_send={raise}
      on_cancel={on_done}
    >
      <ChooseOne
        legend={say("now.talk.which")}
        value={about}
        on_change={set_about}
        options={abouts.map((value) => ({ value, label: say(`now.talk.${value}`) }))}
      />
    </WordsBox>
  );
}
