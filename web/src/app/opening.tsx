// While something opens: the rings, and the word for it.

import type { JSX } from "preact";
import { Rings } from "../components/rings/rings";
import { say } from "../rules/say";
import "./opening.css";

export function Opening(): JSX.Element {
  return (
    <div class="opening" role="status">
      <Rings size={120} />
      <p class="soft">{say("app.starting")}</p>
    </div>
  );
}
