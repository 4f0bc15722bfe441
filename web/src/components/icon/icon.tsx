// Line drawings, 24 by 24, in the colour of the text beside them. They never carry meaning alone.

import type { JSX } from "preact";

const strokes = {
  now: "M4 11.5 12 5l8 6.5M6.5 10v9h11v-9M10 19v-5h4v5",
  circle: "M12 3a9 9 0 1 0 .01 0M12 7.5a4.5 4.5 0 1 0 .01 0M12 11.2a.8.8 0 1 0 .01 0",
  matters: "M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10Z",
  ideas: "M12 20v-9M12 13c-4.5 0-7-2.5-7-7 4.5 0 7 2.5 7 7ZM12 11c0-3.5 2-6 6.5-6.5C18.5 9 16 11 12 11Z",
  plan: "M9 6.5h11M9 12h11M9 17.5h11M4 6.5l1 1 1.6-2M4 12l1 1 1.6-2M4 17.5l1 1 1.6-2",
  sharing:
    "M2.8 12S6.2 5.8 12 5.8 21.2 12 21.2 12 17.8 18.2 12 18.2 2.8 12 2.8 12ZM12 9.3a2.7 2.7 0 1 0 .01 0",
  hidden:
    "M4 4l16 16M9.5 6.2A9 9 0 0 1 12 5.8c5.8 0 9.2 6.2 9.2 6.2a15 15 0 0 1-2.6 3.2M6.3 8A15 15 0 0 0 2.8 12s3.4 6.2 9.2 6.2a9 9 0 0 0 4-1M10 10.3a2.7 2.7 0 0 0 3.7 3.7",
  write: "M5 19l1-4.2L16.5 4.3l3.2 3.2L9.2 18zM14.5 6.3l3.2 3.2",
  today:
    "M12 7.5a4.5 4.5 0 1 0 .01 0M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  people:
    "M9 5a3.3 3.3 0 1 0 .01 0M3 19c.3-3.7 2.7-5.7 6-5.7s5.7 2 6 5.7M16 5.6a2.8 2.8 0 0 1 0 5.5M17 13.6c2.4.5 3.8 2.4 4 5.4",
  directory: "M12 21s-6.5-5.6-6.5-11a6.5 6.5 0 0 1 13 0c0 5.4-6.5 11-6.5 11ZM12 7.6a2.5 2.5 0 1 0 .01 0",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8a2.2 2.2 0 1 0 .01 0M9 14.8a2.2 2.2 0 1 0 .01 0",
  more: "M5.5 10.8a1.2 1.2 0 1 0 .01 0M12 10.8a1.2 1.2 0 1 0 .01 0M18.5 10.8a1.2 1.2 0 1 0 .01 0",
  phone:
    "M6.5 3.5 9.5 4l1 4-2 1.7c1.1 2.5 3.2 4.6 5.8 5.8L16 13.5l4 1 .5 3c-.2 1.5-1.5 2.7-3 2.5C10.5 19.3 4.7 13.5 4 6.5c-.1-1.5 1-2.8 2.5-3Z",
  leave: "M10 4.5H5.5v15H10M14 8l4 4-4 4M18 12H9.5",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  add: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6 6 18",
  done: "M5 12.5l4.5 4.5L19 7.5",
  back: "M14.5 5.5 8 12l6.5 6.5",
  forward: "M9.5 5.5 16 12l-6.5 6.5",
  print: "M7 9V4h10v5M7 17H4.5v-7.5h15V17H17M7 14h10v6H7z",
  calendar: "M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V8M15.5 3.5V8",
  undo: "M9 7 4.5 11.5 9 16M5 11.5h9a5 5 0 0 1 0 10h-3",
  speak: "M4.5 5.5h15v10.5H11L7 19.5V16H4.5z",
} as const;

export type IconName = keyof typeof strokes;

export function Icon({ name, size = 22 }: { name: IconName; size?: number }): JSX.Element {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={strokes[name]} />
    </svg>
  );
}
