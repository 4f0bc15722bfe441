// The picture in the room it has: measured, laid out by the core for that size, with a key to its shapes.

import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { CirclePicture } from "../../components/circle-picture/circle-picture";
import type { Family } from "../../components/circle-picture/families";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Circle, Id, Occasion, Tie } from "../../view";
import { may } from "../may";
import { families_on, members_of } from "./members";

const side_px_max = 760;
const side_px_first = 346;
/** What stands above the picture: a circle that fits below it is seen whole. */
const above_px = 240;
const side_px_whole_min = 480;

export function PictureFrame({
  circle,
  occasion,
  chosen,
  on_choose,
}: {
  circle: Circle;
  occasion: Occasion;
  chosen: Id | null;
  on_choose: (tie: Id) => void;
}): JSX.Element {
  const { tap, picture } = use_record();
  const { frame, width } = use_width();
  const members = members_of(circle, occasion);
  const side = Math.min(width, side_px_max, Math.max(side_px_whole_min, innerHeight - above_px));
  const laid_out = useMemo(
    () => picture({ occasion, width: side, height: side }),
    [picture, circle, occasion, side],
  );
  const movable = members.some((tie) => may("move_tie", tie));
  function move(id: Id, ring: 1 | 2 | 3, angle: number): void {
    const tie = members.find((one) => one.id === id);
    if (tie && may("move_tie", tie))
      tap("move_tie", { tie: id, occasion, ring, angle }, { base: [tie.version] });
  }
  return (
    <div class="picture-frame" ref={frame}>
      <div class="picture-frame__box" ref={(box) => box?.style.setProperty("max-width", `${side}px`)}>
        <CirclePicture
          picture={laid_out}
          size={{ width: side, height: side }}
          ties={members}
          links={circle.links}
          occasion={occasion}
          chosen={chosen}
          on_choose={on_choose}
          on_move={movable ? move : undefined}
        />
      </div>
      <Key members={members} />
      {movable && <p class="small soft picture-frame__hint no-print">{say("circle.picture.hint")}</p>}
    </div>
  );
}

function Key({ members }: { members: Tie[] }): JSX.Element {
  return (
    <ul class="picture-key" aria-label={say("circle.key")}>
      {families_on(members).map((family: Family) => (
        <li key={family} class="picture-key__one">
          <span class={`member-mark member-mark--${family}`} aria-hidden="true" />
          {say(`family.${family}`)}
        </li>
      ))}
      {members.some((tie) => tie.private) && (
        <li class="picture-key__one">
          <span class="member-mark member-mark--private" aria-hidden="true" />
          {say("circle.private")}
        </li>
      )}
    </ul>
  );
}

function use_width(): { frame: { current: HTMLDivElement | null }; width: number } {
  const frame = useRef<HTMLDivElement>(null);
  const [width, set_width] = useState(side_px_first);
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    const measure = (): void => set_width(Math.max(260, Math.round(box.clientWidth) || side_px_first));
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(box);
    return () => watcher.disconnect();
  }, []);
  return { frame, width };
}
