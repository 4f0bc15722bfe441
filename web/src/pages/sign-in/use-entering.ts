// Signing in, whichever way: the answer about the device, what went wrong in words, and the try itself.

import { useState } from "preact/hooks";
import { say } from "../../rules/say";
import { NoSignal, ServerSays, type Entering } from "../../sync/server";
import { session } from "../../sync/session";
import { no_answer, problems_of, type DeviceAnswer, type DeviceProblems } from "./device-question";

export interface EnteringState {
  answer: DeviceAnswer;
  problems: DeviceProblems;
  /** Why the whole try failed. */
  problem: string | null;
  busy: boolean;
  change: (answer: DeviceAnswer) => void;
  enter: (how: Entering) => Promise<boolean>;
}

export function use_entering(wrong: string): EnteringState {
  const [answer, set_answer] = useState<DeviceAnswer>(no_answer);
  const [problems, set_problems] = useState<DeviceProblems>({});
  const [problem, set_problem] = useState<string | null>(null);
  const [busy, set_busy] = useState(false);

  async function enter(how: Entering): Promise<boolean> {
    const missing = problems_of(answer);
    set_problems(missing);
    set_problem(null);
    if (!answer.device || missing.pin || busy) return false;
    set_busy(true);
    try {
      await session.enter(how, answer.device, answer.device === "own" ? answer.pin : null);
      return true;
    } catch (said) {
      set_problem(what_went_wrong(said, wrong));
      return false;
    } finally {
      set_busy(false);
    }
  }

  return { answer, problems, problem, busy, change: set_answer, enter };
}

export function what_went_wrong(said: unknown, wrong: string): string {
  if (said instanceof NoSignal) return say("sign_in.no_signal");
  if (!(said instanceof ServerSays)) throw said;
  if (said.status === 429 && said.wait_ms)
    return say("sign_in.wait", { seconds: Math.ceil(said.wait_ms / 1000) });
  return wrong;
}
