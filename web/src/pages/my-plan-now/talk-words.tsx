// Writing down something to ask for, or to talk about next time.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ChooseOne } from "../../components/choice-list/choice-list";
import { WordsBox, type Written } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { TalkAbout } from "../../view";

const abouts: readonly TalkAbout[] = ["asked_for", "to_talk_about"];

export function TalkWords({ on_done }: { on_done: () => void }): JSX.Element {
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
      form="talk"
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
