// Something worth knowing now, said calmly. With `spoken` it is read aloud when it appears.

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import "./notice.css";

interface NoticeProps {
  tone?: "plain" | "good" | "ask" | "care";
  title?: string;
  /** Read aloud when it appears, politely. */
  spoken?: boolean;
  /** Comes into sight and takes the focus when it appears, and each time this is another: what is wrong. */
  first?: unknown;
  children?: ComponentChildren;
}

export function Notice({ tone = "plain", title, spoken, first, children }: NoticeProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!first) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "center" });
  }, [first]);
  return (
    <div
      ref={box}
      class={`notice notice--${tone}`}
      tabIndex={first ? -1 : undefined}
      role={spoken ? "status" : undefined}
    >
      {title && <p class="strong">{title}</p>}
      {children}
    </div>
  );
}
