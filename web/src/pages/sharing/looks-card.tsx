// The way to who looked: for the person, and for whoever keeps the sharing with them.

import type { JSX } from "preact";
import { Card } from "../../components/card/card";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import { may } from "../may";

export function LooksCard(): JSX.Element | null {
  const { view, href } = use_record();
  const own = view.person.reader === "person";
  if (!own && !may("give_grant", view.sharing)) return null;
  return (
    <Card title={<a href={href("looks")}>{say("page.looks")}</a>}>
      <p>{say(own ? "looks.link_hint" : "looks.link_hint_for")}</p>
    </Card>
  );
}
