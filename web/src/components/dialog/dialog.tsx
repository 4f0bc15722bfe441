// A question or a sheet over the page, on the browser's own <dialog>: Escape closes it, focus stays inside
// and goes back to where it was.

import type { ComponentChildren, JSX } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { say } from "../../rules/say";
import { Icon } from "../icon/icon";
import "./dialog.css";

interface DialogProps {
  open: boolean;
  title: string;
  on_close: () => void;
  /** From the bottom on a phone, as a sheet. */
  sheet?: boolean;
  children: ComponentChildren;
}

export function Dialog({ open, title, on_close, sheet, children }: DialogProps): JSX.Element {
  const box = useRef<HTMLDialogElement>(null);
  const heading_id = useId();
  useLayoutEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={box}
      class={sheet ? "dialog dialog--sheet" : "dialog"}
      aria-labelledby={heading_id}
      onClose={on_close}
      onClick={(event) => event.target === box.current && on_close()}
    >
      {open && (
        <div class="dialog__inside">
          <div class="dialog__head">
            <h2 id={heading_id} tabIndex={-1} autofocus>
              {title}
            </h2>
            <button type="button" class="dialog__close" onClick={on_close}>
              <Icon name="close" />
              <span class="heard">{say("dialog.close")}</span>
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
