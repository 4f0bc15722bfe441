// The paper copy a person without an account takes home: what they agreed to, with whom, and the code that
// ends it. The code is shown once and is kept by nobody but the record.

import type { JSX } from "preact";
import { Card } from "../../components/card/card";
import { say } from "../../rules/say";
import type { Part } from "../../view";
import { said_parts } from "../sharing/said-parts";
import { help_lines } from "./help-lines";
import "./paper-copy.css";

export function PaperCopy({
  name,
  worker,
  keep,
  code,
}: {
  name: string;
  worker: string;
  keep: Part[];
  code: string;
}): JSX.Element {
  const kept = said_parts([...new Set<Part>(["together", ...keep])], true);
  const help = help_lines();
  return (
    <Card title={say("copy.title", { name })}>
      <p>{say("copy.yes", { name: worker })}</p>
      <p>{say("copy.sees", { name: worker, parts: kept })}</p>
      <p>{say("copy.only_visits")}</p>
      <p class="strong">{say("copy.stop")}</p>
      <p>{say("copy.stop_how", { address: `${location.host}/stop` })}</p>
      <p class="paper-code">{code}</p>
      {help.length > 0 && <p class="strong">{say("help.title")}</p>}
      {help.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Card>
  );
}
