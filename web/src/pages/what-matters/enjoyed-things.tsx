// Things somebody used to enjoy. What they would like back can find ideas like it, and can become a goal.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Tick } from "../../components/choice-list/choose-many";
import { SelectField } from "../../components/field/select-field";
import { MakeGoal } from "../../components/make-goal/make-goal";
import { StatementCard } from "../../components/statement-card/statement-card";
import { WordsBox, type Written } from "../../components/words-box/words-box";
import { new_id } from "../../commands";
import { say } from "../../rules/say";
import { use_record } from "../../sync/use-record";
import type { Enjoyed, SubCategory } from "../../view";
import { may } from "../may";

/** What people enjoy; services that nobody enjoys for their own sake are not offered here. */
const enjoyable: readonly SubCategory[] = [
  "arts_and_crafts",
  "drama_and_music",
  "reading_and_writing",
  "gardening",
  "walking_and_outdoors",
  "swimming",
  "fitness_and_exercise",
  "social_clubs",
  "libraries",
  "education_and_learning",
  "faith",
  "volunteering",
  "work_and_training",
];

export function EnjoyedThings(): JSX.Element | null {
  const { view } = use_record();
  const enjoyed = view.matters?.enjoyed ?? [];
  const [writing, set_writing] = useState(enjoyed.length === 0);
  return (
    <>
      {enjoyed.map((one) => (
        <OneEnjoyed key={one.id} one={one} />
      ))}
      {may("add_enjoyed", view.matters) &&
        (writing ? (
          <AddEnjoyed on_done={() => set_writing(false)} />
        ) : (
          <div>
            <Button icon="add" onClick={() => set_writing(true)}>
              {say("matters.enjoyed.another")}
            </Button>
          </div>
        ))}
    </>
  );
}

function OneEnjoyed({ one }: { one: Enjoyed }): JSX.Element | null {
  const { tap } = use_record();
  if (!one.statement) return null;
  const changeable = may("change_enjoyed", one);
  const about = one.sub_category ? say(`sub_category.${one.sub_category}`) : undefined;
  const sub_category = one.sub_category ?? undefined;
  return (
    <StatementCard statement={one.statement} more={about}>
      {changeable && (
        <div class="matters__pair">
          <Tick
            label={say("matters.enjoyed.want_back")}
            value={one.want_back}
            on_change={(want_back) =>
              tap("change_enjoyed", { enjoyed: one.id, sub_category, want_back }, { base: [one.version] })
            }
          />
          <LikeWhat
            value={one.sub_category}
            on_change={(chosen) =>
              tap(
                "change_enjoyed",
                { enjoyed: one.id, sub_category: chosen ?? undefined, want_back: one.want_back },
                { base: [one.version] },
              )
            }
          />
        </div>
      )}
      <div class="row">
        <MakeGoal statement={one.statement} />
        {may("put_away_enjoyed", one) && (
          <Button small kind="plain" onClick={() => tap("put_away_enjoyed", { enjoyed: one.id })}>
            {say("matters.put_away")}
          </Button>
        )}
      </div>
    </StatementCard>
  );
}

function AddEnjoyed({ on_done }: { on_done: () => void }): JSX.Element {
  const { tap } = use_record();
  const [like, set_like] = useState<SubCategory | null>(null);
  const [want_back, set_want_back] = useState(false);
  function write({ words, voice, confirmed }: Written): void {
    tap(
      "add_enjoyed",
      {
        enjoyed: new_id(),
        statement: new_id(),
        words,
        confirmed,
        sub_category: like ?? undefined,
        want_back,
      },
      { voice },
    );
    on_done();
  }
  return (
    <WordsBox
      label={say("matters.enjoyed.words")}
      part="matters"
      send_label={say("matters.keep_words")}
      on_send={write}
    >
      <div class="matters__pair">
        <Tick label={say("matters.enjoyed.want_back")} value={want_back} on_change={set_want_back} />
        <LikeWhat value={like} on_change={set_like} />
      </div>
    </WordsBox>
  );
}

function LikeWhat({
  value,
  on_change,
}: {
  value: SubCategory | null;
  on_change: (chosen: SubCategory | null) => void;
}): JSX.Element {
  const options = [
    { value: "", label: say("matters.enjoyed.like.none") },
    ...enjoyable.map((one) => ({ value: one, label: say(`sub_category.${one}`) })),
  ];
  return (
    <SelectField
      label={say("matters.enjoyed.like")}
      value={value ?? ""}
      options={options}
      on_change={(chosen) => on_change((chosen || null) as SubCategory | null)}
    />
  );
}
