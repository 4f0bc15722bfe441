// What came back from the server: a refusal with the words given back to their writer, or a change that
// overtook somebody else's, with the way to undo it.

import type { JSX } from "preact";
import { Button } from "../components/button/button";
import { Notice } from "../components/notice/notice";
import { say, say_message } from "../rules/say";
import type { GivenBack, RecordRoom } from "../sync/record-room";
import { use_watched } from "../sync/use-record";
import "./pass-over.css";

export function Returned({ room }: { room: RecordRoom }): JSX.Element | null {
  use_watched(room);
  const returned = room.returned();
  if (returned.length === 0) return null;
  return (
    <div class="above-page stack">
      {returned.map((back) => (
        <Back key={back.command.id} back={back} room={room} />
      ))}
    </div>
  );
}

function Back({ back, room }: { back: GivenBack; room: RecordRoom }): JSX.Element {
  const words = words_of(back);
  return (
    <Notice
      tone="ask"
      spoken
      title={say(back.how === "refused" ? "app.returned.refused" : "app.returned.apart")}
    >
      <p>{say_message(back.message)}</p>
      {back.how === "refused" && words && <blockquote class="said">{words}</blockquote>}
      <div class="row">
        {back.undo && (
          <Button small icon="undo" onClick={() => room.undo(back)}>
            {say("app.returned.undo")}
          </Button>
        )}
        {back.how === "refused" && words && (
          <Button small onClick={() => void navigator.clipboard?.writeText(words)}>
            {say("app.returned.copy")}
          </Button>
        )}
        <Button small kind="plain" onClick={() => room.put_down(back)}>
          {say("app.returned.put_down")}
        </Button>
      </div>
    </Notice>
  );
}

function words_of(back: GivenBack): string | null {
  const body = back.command.body as { words?: string; name?: string };
  return body.words ?? body.name ?? null;
}
