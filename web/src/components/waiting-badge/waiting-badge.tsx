// Where the words are now: saved, or saved on this device and on their way. Said in words beside the dot.

import type { JSX } from "preact";
import { say } from "../../rules/say";
import "./waiting-badge.css";

export type Keeping = "saved" | "sending" | "kept_here" | "held_here" | "no_signal";

/** `kept_here`: on this device until there is signal. `held_here`: only in this page, on a shared device. */
export function WaitingBadge({ keeping }: { keeping: Keeping }): JSX.Element {
  return (
    <p class={`waiting-badge waiting-badge--${keeping}`} role="status">
      <span class="waiting-badge__dot" aria-hidden="true" />
      <span>{say(`waiting.${keeping}`)}</span>
    </p>
  );
}
