// The part of a question that is answered. Every tap is kept at once; there is nothing to hand in.

import type { JSX } from "preact";
import { AccessNeeds } from "./access-needs";
import { EnjoyedThings } from "./enjoyed-things";
import { HowFar, HowOld } from "./how-far";
import type { Question } from "./journey";
import { WhatSuits } from "./suits";
import { IsItEnough, WhatIsWished, WhoHelps } from "./support-answers";
import { Themes } from "./themes";
import { Where } from "./where";

export function Answer({ question }: { question: Question }): JSX.Element {
  switch (question.ask) {
    case "who":
      return <WhoHelps support={question.support} />;
    case "enough":
      return <IsItEnough support={question.support} />;
    case "wish":
      return <WhatIsWished support={question.support} />;
    case "enjoyed":
      return <EnjoyedThings />;
    case "themes":
      return <Themes category={question.category} />;
    case "access":
      return <AccessNeeds />;
    case "suits":
      return <WhatSuits />;
    case "where":
      return <Where />;
    case "how_far":
      return <HowFar />;
    case "age":
      return <HowOld />;
  }
}
