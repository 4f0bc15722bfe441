// Leave quickly: this page is gone at once, its history entry becomes an empty page, and what can be
// forgotten is forgotten. Escape three times in a row does the same from the keyboard.

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { say } from "../../rules/say";
import { Button } from "../button/button";
import { three_in_a_row } from "./three-in-a-row";

/** A page without a name, from nobody. */
const nowhere = "about:blank";

export function leave_now(forget: () => void): void {
  document.documentElement.replaceChildren();
  document.title = "";
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  forget();
  location.replace(nowhere);
}

export function LeaveQuickly({ forget }: { forget: () => void }): JSX.Element {
  useEffect(() => {
    const pressed = three_in_a_row("Escape", () => leave_now(forget));
    addEventListener("keydown", pressed, { capture: true });
    addEventListener("pointerdown", pressed, { capture: true });
    return () => {
      removeEventListener("keydown", pressed, { capture: true });
      removeEventListener("pointerdown", pressed, { capture: true });
    };
  }, [forget]);
  return (
    <Button kind="soft" small icon="leave" onClick={() => leave_now(forget)}>
      {say("leave.button")}
    </Button>
  );
}
