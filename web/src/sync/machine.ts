// The device machine of one record, in the core behind a handle: inputs in, outputs out. spec/device.md.
//
// When the rules break, every handle is gone: `step` then throws RulesBroken and the machine is opened again
// from what is stored.

import type { Bodies, Command, CommandName } from "../commands";
import type { Message } from "../rules/say";
import { call_rules } from "../rules/rules";
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
  private constructor(private readonly device: number) {}

  static open(opening: Opening): { machine: Machine; outputs: Output[] } {
    const { device, outputs } = call_rules<{ device: number; outputs: Output[] }>("device_open", opening);
    return { machine: new Machine(device), outputs };
  }

  step(input: Input): Output[] {
    return call_rules<{ outputs: Output[] }>("device_step", { device: this.device, input }).outputs;
  }

  view(now: Instant): View {
    return call_rules<View>("device_view", { device: this.device, now });
  }

  ideas(ask: { after?: string; more?: boolean }): IdeasAnswer {
    return call_rules<IdeasAnswer>("ideas", { device: this.device, ...ask });
  }

  picture(ask: PictureAsk): Picture {
    return call_rules<Picture>("picture", { device: this.device, ...ask });
  }

  /** With the installation's own numbers, and whether it is a practice system. */
  paper(ask: PaperAsk, now: Instant, installation: Installation | null): string {
    const { practice = true, help = [] } = installation ?? {};
    return call_rules<{ html: string }>("paper", { device: this.device, ...ask, now, practice, help }).html;
  }

  copy(ask: CopyAsk, now: Instant): VisitCopy {
    return call_rules<VisitCopy>("copy", { device: this.device, ...ask, now });
  }

  calendar(now: Instant): string {
    return call_rules<{ file: string }>("calendar", { device: this.device, now }).file;
  }

  close(): void {
    call_rules<boolean>("device_close", { device: this.device });
  }
}
