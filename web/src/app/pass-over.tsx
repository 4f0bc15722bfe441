// The server no longer knows this reader: reading goes on, and what was written waits for a new sign-in.

import type { JSX } from "preact";
import { ButtonLink } from "../components/button/button";
import { Notice } from "../components/notice/notice";
import { say } from "../rules/say";
import "./pass-over.css";

export function PassOver(): JSX.Element {
  return (
    <div class="above-page">
      <Notice tone="ask">
        <p>{say("app.pass_over")}</p>
        <div>
          <ButtonLink href="/sign-in" small>
            {say("app.sign_in_again")}
          </ButtonLink>
        </div>
      </Notice>
    </div>
  );
}
