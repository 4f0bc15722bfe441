// Safe ways to reach a person: asked when a record begins, changed by the person or together in a visit.
// Whatever goes out about them obeys these answers or is not made.

import type { JSX } from "preact";
import { say } from "../../rules/say";
import type { Reach, SafeWays, TimeOfDay, Way } from "../../view";
import { ChooseMany, Tick } from "../choice-list/choose-many";
import { Field } from "../field/field";

const ways: readonly Way[] = ["phone", "text", "letter", "in_person", "calendar"];
const times: readonly TimeOfDay[] = ["morning", "afternoon", "evening", "weekend"];
const bytes_max = 200;

export const nothing_yet: SafeWays = { ways: [] };

export function safe_of(reach: Reach): SafeWays {
  return {
    ways: reach.ways,
    times: reach.times,
    leave_message: reach.leave_message,
    ...(reach.say === null ? {} : { say: reach.say }),
    ...(reach.title === null ? {} : { title: reach.title }),
  };
}

/** Only what was answered: an empty answer is left out of the command. */
export function answered(safe: SafeWays): SafeWays {
  const { say: words = "", title = "" } = safe;
  return {
    ways: safe.ways,
    ...(safe.times?.length ? { times: safe.times } : {}),
    ...(safe.leave_message ? { leave_message: true } : {}),
    ...(words.trim() ? { say: words.trim() } : {}),
    ...(title.trim() ? { title: title.trim() } : {}),
  };
}

export function AskSafeWays({
  value,
  own,
  on_change,
}: {
  value: SafeWays;
  /** The person answers for themself; otherwise it is read out. */
  own: boolean;
  on_change: (safe: SafeWays) => void;
}): JSX.Element {
  const calls = value.ways.includes("phone");
  return (
    <div class="stack">
      <ChooseMany
        legend={say(own ? "reach.ways" : "reach.ways_for")}
        hint={say("reach.ways_hint")}
        value={value.ways}
        options={ways.map((way) => ({
          value: way,
          label: say(`reach.way.${way}`),
          ...(way === "calendar" ? { hint: say("reach.calendar_hint") } : {}),
        }))}
        on_change={(chosen) => on_change({ ...value, ways: chosen })}
      />
      {calls && (
        <>
          <ChooseMany
            across
            legend={say("reach.times")}
            hint={say("reach.times_hint")}
            value={value.times ?? []}
            options={times.map((time) => ({ value: time, label: say(`reach.time.${time}`) }))}
            on_change={(chosen) => on_change({ ...value, times: chosen })}
          />
          <Tick
            label={say("reach.leave_message")}
            hint={say("reach.leave_message_hint")}
            value={value.leave_message ?? false}
            on_change={(leave_message) => on_change({ ...value, leave_message })}
          />
          <Field
            free
            label={say("reach.say")}
            hint={say("reach.say_hint")}
            maxLength={bytes_max}
            value={value.say ?? ""}
            on_change={(words) => on_change({ ...value, say: words })}
          />
        </>
      )}
      {value.ways.includes("calendar") && (
        <Field
          free
          label={say("reach.title")}
          hint={say("reach.title_hint", { title: say("calendar.neutral") })}
          maxLength={bytes_max}
          value={value.title ?? ""}
          on_change={(title) => on_change({ ...value, title })}
        />
      )}
    </div>
  );
}
