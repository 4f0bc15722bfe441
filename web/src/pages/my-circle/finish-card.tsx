// "My circle is finished for now": the person says so, and may always go on drawing.

import type { JSX } from "preact";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { CircleMap } from "../../view";
import { may } from "../may";

export function FinishCard({
  map,
  started,
}: {
  map: CircleMap | undefined;
  started: boolean;
}): JSX.Element | null {
  const { tap, href, view } = use_record();
  if (!map || !started || !may("finish_circle", map)) return null;
  if (!map.finished) {
    return (
      <Card tone="teal">
        <p>{say("circle.finish.hint")}</p>
        <div>
          <Button onClick={() => tap("finish_circle", { occasion: map.occasion, finished: true })}>
            {say("circle.finish")}
          </Button>
        </div>
      </Card>
    );
  }
  return (
    <Card tone="teal">
      <p>{say("circle.finished")}</p>
      {view.matters && (
        <p>
          <a href={href("matters")}>{say("circle.finished.next")}</a>
        </p>
      )}
      <div class="asides">
        <Button
          small
          kind="plain"
          onClick={() => tap("finish_circle", { occasion: map.occasion, finished: false })}
        >
          {say("circle.finish.undo")}
        </Button>
      </div>
    </Card>
  );
}
