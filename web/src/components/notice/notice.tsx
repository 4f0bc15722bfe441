// Something worth knowing now, said calmly. With `spoken` it is read aloud when it appears.

import type { ComponentChildren, JSX } from "preact";
import "./notice.css";

interface NoticeProps {
  tone?: "plain" | "good" | "ask" | "care";
  title?: string;
  /** Read aloud when it appears, politely. */
  spoken?: boolean;
  children?: ComponentChildren;
}

export function Notice({ tone = "plain", title, spoken, children }: NoticeProps): JSX.Element {
  return (
    <div class={`notice notice--${tone}`} role={spoken ? "status" : undefined}>
      {title && <p class="strong">{title}</p>}
      {children}
    </div>
  );
}
