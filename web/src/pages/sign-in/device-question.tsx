// Whose device is this? The answer decides what is kept here, so it is asked at every sign-in and never
// guessed.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ChooseOne } from "../../components/choice-list/choice-list";
import { Field } from "../../components/field/field";
import { say } from "../../rules/say";
import { is_pin, pin_digits_max } from "../../store/pin-lock";
import type { DeviceKind } from "../../sync/server";
import { session } from "../../sync/session";

export interface DeviceAnswer {
  device: DeviceKind | null;
  pin: string;
}

export interface DeviceProblems {
  device?: string;
  pin?: string;
}

export const no_answer: DeviceAnswer = { device: null, pin: "" };

/** What is still missing, in words; nothing when it is complete. */
export function problems_of(answer: DeviceAnswer): DeviceProblems {
  if (!answer.device) return { device: say("device.choose") };
  if (answer.device === "own" && !is_pin(answer.pin)) return { pin: say("device.pin_digits") };
  return {};
}

export function DeviceQuestion({
  answer,
  problems,
  asked_above,
  on_change,
}: {
  answer: DeviceAnswer;
  /** The heading of the page is already the question. */
  asked_above?: boolean;
  problems: DeviceProblems;
  on_change: (answer: DeviceAnswer) => void;
}): JSX.Element {
  const [shown, set_shown] = useState(false);
  const suggested = session.installation()?.demo_pin;
  return (
    <div class="stack">
      <ChooseOne
        legend={say("device.whose")}
        legend_heard={asked_above ?? false}
        hint={problems.device}
        value={answer.device}
        options={choices()}
        on_change={(device) => on_change({ ...answer, device })}
      />
      {answer.device === "own" && (
        <Field
          label={say("device.pin")}
          hint={pin_hint(suggested)}
          problem={problems.pin}
          inputMode="numeric"
          type={shown ? "text" : "password"}
          autocomplete="off"
          maxLength={pin_digits_max}
          value={answer.pin}
          on_change={(pin) => on_change({ ...answer, pin: pin.trim() })}
        />
      )}
      {answer.device === "own" && (
        <label class="small row">
          <input
            type="checkbox"
            checked={shown}
            onChange={(event) => set_shown(event.currentTarget.checked)}
          />
          {say("device.show_pin")}
        </label>
      )}
    </div>
  );
}

function choices(): { value: DeviceKind; label: string; hint: string }[] {
  return [
    { value: "own", label: say("device.own"), hint: say("device.own_hint") },
    { value: "shared", label: say("device.shared"), hint: say("device.shared_hint") },
  ];
}

function pin_hint(suggested: string | undefined): string {
  const asked = say("device.pin_hint");
  return suggested ? `${asked} ${say("device.pin_suggested", { pin: suggested })}` : asked;
}
