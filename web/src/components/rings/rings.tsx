// The rings motif: three soft rings around a marigold middle. Decoration only, so it is never read aloud.

import type { JSX } from "preact";
import "./rings.css";

export function RingsMark({ size = 32 }: { size?: number }): JSX.Element {
  return (
    <svg
      class="rings-mark"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <circle
        cx="16"
        cy="16"
        r="14.5"
        fill="none"
        stroke="currentColor"
        stroke-opacity="0.45"
        stroke-width="2"
      />
      <circle cx="16" cy="16" r="9" fill="none" stroke="currentColor" stroke-opacity="0.8" stroke-width="2" />
      <circle class="rings-mark__middle" cx="16" cy="16" r="4" />
    </svg>
  );
}

export function Rings({ size = 200 }: { size?: number }): JSX.Element {
  return (
    <svg
      class="rings"
      width={size}
      height={size}
      viewBox="-100 -100 200 200"
      aria-hidden="true"
      focusable="false"
    >
      <circle class="rings__outer" r="99" />
      <circle class="rings__middle" r="69" />
      <circle class="rings__inner" r="40" />
      <circle class="rings__me" r="13" />
    </svg>
  );
}

/** Somebody in the middle, with people, a pet, a place and a group around: what a circle looks like. */
export function RingsScene(): JSX.Element {
  return (
    <svg class="rings rings-scene" viewBox="-200 -200 400 400" aria-hidden="true" focusable="false">
      <circle class="rings__outer" r="198" />
      <circle class="rings__middle" r="140" />
      <circle class="rings__inner" r="82" />
      <path class="rings-scene__link" d="M50 -38 96 62M-58 16 50 -38M-104 -62-58 16" />
      <circle class="rings__me" r="27" />
      <circle class="rings-scene__blue" cx="50" cy="-38" r="20" />
      <circle class="rings-scene__plum" cx="-58" cy="16" r="20" />
      <rect class="rings-scene__clay" x="-18" y="46" width="44" height="30" rx="15" />
      <circle class="rings-scene__plum" cx="-104" cy="-62" r="20" />
      <circle class="rings-scene__blue" cx="96" cy="62" r="20" />
      <rect class="rings-scene__leaf" x="52" y="-118" width="52" height="34" rx="8" />
      <rect class="rings-scene__teal" x="-100" y="80" width="44" height="36" rx="8" />
      <rect class="rings-scene__teal" x="132" y="-66" width="44" height="36" rx="8" />
      <circle class="rings-scene__open" cx="-162" cy="52" r="19" />
      <rect class="rings-scene__leaf" x="-30" y="-186" width="48" height="32" rx="8" />
    </svg>
  );
}
