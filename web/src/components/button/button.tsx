// Buttons, and links that look like them. One main button on a page; the rest are quiet or plain.

import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "../icon/icon";
import "./button.css";

/** `main` teal and filled, `quiet` outlined, `soft` barely there, `plain` only words, `help` plum and filled. */
export type ButtonKind = "main" | "quiet" | "soft" | "plain" | "help";

interface Look {
  kind?: ButtonKind;
  icon?: IconName;
  wide?: boolean;
  small?: boolean;
  children: ComponentChildren;
}

interface Pressed extends Look {
  type?: "button" | "submit";
  id?: string;
  form?: string;
  disabled?: boolean;
  autofocus?: boolean;
  onClick?: (event: MouseEvent) => void;
  "aria-label"?: string;
  "aria-pressed"?: boolean;
  "aria-expanded"?: boolean;
  "aria-controls"?: string;
  "aria-describedby"?: string;
}

interface Followed extends Look {
  href: string;
  id?: string;
  download?: string;
  target?: string;
  onClick?: (event: MouseEvent) => void;
  "aria-label"?: string;
  "aria-current"?: "page";
}

export function Button({ kind = "quiet", icon, wide, small, children, ...rest }: Pressed): JSX.Element {
  return (
    <button type="button" class={look_of(kind, wide, small)} {...rest}>
      {icon && <Icon name={icon} size={20} />}
      <span>{children}</span>
    </button>
  );
}

export function ButtonLink({ kind = "quiet", icon, wide, small, children, ...rest }: Followed): JSX.Element {
  return (
    <a class={look_of(kind, wide, small)} {...rest}>
      {icon && <Icon name={icon} size={20} />}
      <span>{children}</span>
    </a>
  );
}

function look_of(kind: ButtonKind, wide?: boolean, small?: boolean): string {
  return `button button--${kind}${wide ? " button--wide" : ""}${small ? " button--small" : ""}`;
}
