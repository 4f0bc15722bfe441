// The rings motif: three soft rings around a marigold middle. Decoration only, so it is never read aloud.

import type { JSX } from "preact";
import "./rings.css";

export function RingsMark({ size = 32 }: { size?: number }): JSX.Element {
  return (
    <svg class="rings-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="14.5" fill="none" stroke="currentColor" stroke-opacity="0.45" stroke-width="2" />
      <circle cx="16" cy="16" r="9" fill="none" stroke="currentColor" stroke-opacity="0.8" stroke-width="2" />
      <circle class="rings-mark__middle" cx="16" cy="16" r="4" />
    </svg>
  );
}

export function Rings({ size = 200 }: { size?: number }): JSX.Element {
  return (
    <svg class="rings" width={size} height={size} viewBox="-100 -100 200 200" aria-hidden="true" focusable="false">
      <circle class="rings__outer" r="99" />
      <circle class="rings__middle" r="69" />
      <circle class="rings__inner" r="40" />
      <circle class="rings__me" r="13" />
    </svg>
  );
}
