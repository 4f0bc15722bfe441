// The people the plan is with, in the shapes they have on the circle.

import type { JSX } from "preact";
import { family_of } from "../../components/circle-picture/families";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Somebody } from "./now";
import "../../components/circle-picture/member-colours.css";

export function People({ people }: { people: Somebody[] }): JSX.Element | null {
  const { href, view } = use_record();
  if (people.length === 0) return null;
  return (
    <section class="stack stack--tight" aria-labelledby="now-people">
      <h2 id="now-people">{say("now.people")}</h2>
      <ul class="now__people">
        {people.map(({ name, tie }) => (
          <li key={name}>
            {tie ? (
              <a class={`somebody somebody--${family_of(tie.kind)}`} href={href("circle", `?tie=${tie.id}`)}>
                {name}
              </a>
            ) : (
              <span class="somebody somebody--practitioner">{name}</span>
            )}
          </li>
        ))}
      </ul>
      {view.circle && (
        <p>
          <a href={href("circle")}>{say("now.whole_circle")}</a>
        </p>
      )}
    </section>
  );
}
