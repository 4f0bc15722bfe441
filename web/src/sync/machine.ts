// The device machine of one record, in the core behind a handle: inputs in, outputs out. spec/device.md.
//
// When the rules break, every handle is gone: `step` then throws RulesBroken and the machine is opened again
// from what is stored.

import type { Bodies, Command, CommandName } from "../commands";
import type { Message } from "../rules/say";
import { call_rules, rules_now, type Rules } from "../rules/rules";
import type { Id, Instant, Version, View } from "../view";
import type { Installation, KnownAccount, Patch, Result, Role, Zone } from "./server";
import type { CopyAsk, IdeasAnswer, PaperAsk, Picture, PictureAsk, VisitCopy } from "./use-record";

export type Input =
  | { in: "tapped"; command: Command }
  | { in: "reply"; cookie: string; results: Result[] }
  | ({ in: "patch"; since: string | null } & Patch)
  | { in: "failed" }
  | { in: "gone" }
  | { in: "signal"; online: boolean }
  | { in: "clock"; now: Instant }
  | { in: "changed" };

export type Output =
  | { out: "store"; put: Record<string, unknown>; del: string[] }
  | { out: "send"; commands: Command[] }
  | { out: "ask"; since: string | null }
  | { out: "show" }
  | { out: "forget" }
  | { out: "lock" }
  | { out: "refused"; command: Command; rule: string; message: Message }
  /** `undo`: the command that brings back what this one overtook. */
  | { out: "apart"; command: Command; message: Message; undo?: Undo };

export type Undo = { [Name in CommandName]: { do: Name; body: Bodies[Name]; base?: Version[] } }[CommandName];

export interface Opening {
  record: Id;
  reader: { account: Id; role: Role; name: string };
  now: Instant;
  zone: Zone;
  /** Whom a person can let in: decided on the device as on the server (SH9). */
  known: KnownAccount[];
  stored: Record<string, unknown>;
}

export class Machine {
  /** Of the instance it was opened in, also when another one has taken its place since. */
  private constructor(
    private readonly device: number,
    private readonly rules: Rules | null,
  ) {}

  static open(opening: Opening): { machine: Machine; outputs: Output[] } {
    const rules = rules_now();
    const opened = call_rules<{ device: number; outputs: Output[] }>("device_open", opening, rules);
    return { machine: new Machine(opened.device, rules), outputs: opened.outputs };
  }

  step(input: Input): Output[] {
    return this.call<{ outputs: Output[] }>("device_step", { input }).outputs;
  }

  view(now: Instant): View {
    return this.call<View>("device_view", { now });
  }

  ideas(ask: { after?: string; more?: boolean }): IdeasAnswer {
    return this.call<IdeasAnswer>("ideas", { ...ask });
  }

  picture(ask: PictureAsk): Picture {
    return this.call<Picture>("picture", { ...ask });
  }

  /** With the installation's own numbers, and whether it is a practice system. */
  paper(ask: PaperAsk, now: Instant, installation: Installation | null): string {
    const { practice = true, help = [] } = installation ?? {};
    return this.call<{ html: string }>("paper", { ...ask, now, practice, help }).html;
  }

  copy(ask: CopyAsk, now: Instant): VisitCopy {
    return this.call<VisitCopy>("copy", { ...ask, now });
  }

  calendar(now: Instant): string {
    return this.call<{ file: string }>("calendar", { now }).file;
  }

  private call<Answer>(op: string, ask: object = {}): Answer {
    return call_rules<Answer>(op, { device: this.device, ...ask }, this.rules);
  }

  close(): void {
    this.call<boolean>("device_close");
  }
}
