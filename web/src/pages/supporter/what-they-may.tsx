// What an invitation or a grant lets a supporter do, said to them in plain sentences.

import type { JSX } from "preact";
import { say } from "../../rules/say";
import type { Instant, Part } from "../../view";
import { said_date } from "../../words/day-words";
import { said_parts, said_places } from "../sharing/said-parts";

export interface MayDo {
  see: Part[];
  tell: Part[];
  until: Instant | null;
}

export function WhatTheyMay({ may, today }: { may: MayDo; today: string }): JSX.Element {
  return (
    <>
      {may.see.length > 0 ? (
        <p>{say("supporting.you_see", { parts: said_parts(may.see, false) })}</p>
      ) : (
        <p>{say("supporting.you_see_nothing")}</p>
      )}
      {may.tell.length > 0 && <p>{say("supporting.you_add", { parts: said_places(may.tell, false) })}</p>}
      {may.until && <p>{say("sharing.until", { day: said_date(may.until.slice(0, 10), today) })}</p>}
    </>
  );
}
