// A soft card: one thing and what belongs to it. With a title it is a section with a heading.

import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import "./card.css";

interface CardProps {
  title?: ComponentChildren;
  /** Beside the title, softer: "support worker". */
  aside?: ComponentChildren;
  level?: 2 | 3;
  tone?: "plain" | "teal" | "marigold" | "plum" | "leaf";
  class?: string;
  children: ComponentChildren;
}

export function Card({
  title,
  aside,
  level = 2,
  tone = "plain",
  class: more,
  children,
}: CardProps): JSX.Element {
  const id = useId();
  const Heading = `h${level}` as "h2" | "h3";
  const look = `card card--${tone}${more ? ` ${more}` : ""}`;
  if (!title) return <div class={look}>{children}</div>;
  return (
    <section class={look} aria-labelledby={id}>
      <div class="card__head">
        <Heading id={id}>{title}</Heading>
        {aside && <span class="card__aside">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
