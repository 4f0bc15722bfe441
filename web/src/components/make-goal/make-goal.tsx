// Anything somebody said can become a goal in one step, in the very words they said it in.

import type { JSX } from "preact";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Statement, View } from "../../view";
import { may } from "../../pages/may";
import { Button } from "../button/button";

export function MakeGoal({ statement }: { statement: Statement }): JSX.Element | null {
  const { view, tap, href } = use_record();
  const said = statement.versions[0];
  if (!said || !view.plan) return null;
  if (is_goal_already(view, said.words))
    return (
      <a class="small" href={href("plan")}>
        {say("goal.already")}
      </a>
    );
  if (!may("place_goal", view.plan)) return null;
  const for_another = said.voice !== view.person.me;
  return (
    <Button
      small
      onClick={() =>
        tap(
          "place_goal",
          {
            goal: new_id(),
            statement: new_id(),
            words: said.words,
            confirmed: for_another ? (said.confirmed ?? "said_aloud") : undefined,
          },
          { voice: for_another ? said.voice : undefined },
        )
      }
    >
      {say("goal.make")}
    </Button>
  );
}

export function is_goal_already(view: View, words: string): boolean {
  return (
    view.plan?.goals.some((goal) => goal.statement?.versions.some((version) => version.words === words)) ??
    false
  );
}
