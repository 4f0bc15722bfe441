// Seeing it differently: own words on an own card, of the same size and weight as the words they are about.

import type { JSX } from "preact";
import { use_record } from "../../sync/use-record";
import type { Stance, Statement } from "../../view";
import { Worded } from "../worded/worded";
import { said_of_stance } from "./agreement";
import { part_of } from "./part-of";

export function ViewCard({ stance, line }: { stance: Stance; line: Statement }): JSX.Element {
  const { view, today } = use_record();
  const own = stance.own[0]!;
  return (
    <Worded statement={own} part={part_of(line)} above={said_of_stance(stance, view.person.me, today)} />
  );
}
