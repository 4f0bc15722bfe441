// The first thing anybody sees: the rings, what this is in one sentence, and the form beside it.

import type { ComponentChildren, JSX } from "preact";
import { RingsScene } from "../../components/rings/rings";
import { say } from "../../rules/say";
import { Page } from "../../components/page/page";
import "./welcome.css";

export function Welcome({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="welcome">
      <div class="welcome__about">
        <RingsScene />
        <div class="welcome__words">
          <p class="welcome__name">{say("app.name")}</p>
          <p class="welcome__line">{say("welcome.line")}</p>
        </div>
      </div>
      <div class="welcome__form">
        <Page title={title} lead={lead}>
          {children}
        </Page>
      </div>
    </div>
  );
}
