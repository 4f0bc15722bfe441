// One open record: takes taps in turn, keeps what the machine says to keep, sends and asks when it says so.
//
// Several pages of one browser may stand in the same record. Whoever steps holds the turn, and first opens
// the machine again when another page has stored since. Sending twice is harmless: a command is done once.

import { command, type Bodies, type Command, type CommandName, type Given, type Saying } from "../commands";
import { on_new_rules, Refused, RulesBroken } from "../rules/rules";
import type { Message } from "../rules/say";
import { of_wings } from "../rules/wings";
import type { Database } from "../store/database";
import type { Entries } from "../store/entries";
import { drop_unsent, keep_unsent } from "../store/unsent";
import type { Id, View } from "../view";
import { language } from "../words/catalogue";
import { wait_ms } from "./backoff";
import { day_in, installation_now } from "./clock";
import { directory_under } from "./directory";
import { Machine, type Input, type Output, type Undo } from "./machine";
import {
  must_be_of_server,
  server,
  ServerSays,
  type Installation,
  type KnownAccount,
  type Me,
  type Patch,
} from "./server";
import { turns_of, type Turns } from "./turns";
import type { CopyAsk, PaperAsk, PictureAsk, Watched, VisitCopy } from "./use-record";

/** A command that came back: its writer decides what happens with the words. */
export interface GivenBack {
  command: Command;
  message: Message;
  how: "refused" | "apart";
  undo?: Undo;
}

export type RoomState =
  | { at: "opening" }
  | { at: "open"; view: View; online: boolean }
  /** Not here: never seen and no signal, or no longer shared with this reader. */
  | { at: "absent"; why: "no_signal" | "not_shared" };

export interface RoomHouse {
  me: Me;
  database: Database;
  entries: Entries;
  known: KnownAccount[];
  /** What the server said of itself; null before it was ever reached. */
  installation: () => Installation | null;
  /** The server no longer knows this reader: they need to sign in again before anything is sent. */
  pass_is_over: (rule: string | null) => void;
  /** The machine says the clock was set back (DV6). */
  lock: () => void;
  /** Another page of this browser stored something in this record. */
  tell_stored: (record: Id) => void;
}

export class RecordRoom implements Watched<RoomState> {
  private state: RoomState = { at: "opening" };
  private machine: Machine | null = null;
  private rules_are_new = false;
  private generation = -1;
  private online = navigator.onLine;
  private failures = 0;
  private looks = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private readonly turns: Turns;
  private readonly listeners = new Set<() => void>();
  private readonly stop_watching: () => void;
  private given_back: GivenBack[] = [];

  constructor(
    readonly record: Id,
    private readonly house: RoomHouse,
  ) {
    this.turns = turns_of(`record ${record}`);
    this.stop_watching = on_new_rules((why) => {
      if (why === "broken") this.machine = null;
      this.rules_are_new = true;
      return this.refresh();
    });
  }

  get = (): RoomState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Opens from what is stored, then asks the server. */
  async open(): Promise<void> {
    await this.in_turn(null);
  }

  /** Another page stored something: look again. */
  refresh(): Promise<void> {
    return this.in_turn(null);
  }

  /** What stands outside the record changed, as the services near it. */
  show_again(): void {
    if (this.machine && !this.closed) this.show();
  }

  tap<Name extends CommandName>(name: Name, body: Given<Bodies[Name]>, saying?: Given<Saying>): Id {
    const made = command(name, in_language(body), installation_now(), saying);
    void this.take(made);
    return made.id;
  }

  feed(input: Input): Promise<void> {
    return this.in_turn(input);
  }

  set_online(online: boolean): void {
    clearTimeout(this.retry);
    this.failures = 0;
    this.online = online;
    void this.feed({ in: "signal", online });
  }

  returned(): readonly GivenBack[] {
    return this.given_back;
  }

  /** Words that waited sealed and were refused: only now can their writer read them again (UW5). */
  take_back(command: Command, message: Message): void {
    if (this.given_back.some((one) => one.command.id === command.id)) return;
    this.given_back = [...this.given_back, { command, message, how: "refused" }];
    this.tell();
  }

  /** The writer has seen what came back. Until then a sealed copy of refused words stays. */
  put_down(back: GivenBack): void {
    this.given_back = this.given_back.filter((one) => one !== back);
    if (back.how === "refused") void drop_unsent(this.house.database, [back.command.id]);
    this.tell();
  }

  undo(back: GivenBack): void {
    this.put_down(back);
    if (back.undo) this.tap(back.undo.do, back.undo.body, { base: back.undo.base });
  }

  ideas(ask: { after?: string; more?: boolean }) {
    return this.opened().ideas(ask);
  }

  picture(ask: PictureAsk) {
    return this.opened().picture(ask);
  }

  paper(ask: PaperAsk): string {
    return this.opened().paper(ask, installation_now().toISOString(), this.house.installation());
  }

  copy(ask: CopyAsk): VisitCopy {
    return this.opened().copy(ask, installation_now().toISOString());
  }

  calendar(): string {
    return this.opened().calendar(installation_now().toISOString());
  }

  known(): readonly KnownAccount[] {
    return this.house.known;
  }

  today(): string {
    return day_in(this.house.me.zone, installation_now());
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retry);
    this.stop_watching();
    this.machine?.close();
    this.machine = null;
    this.listeners.clear();
  }

  private opened(): Machine {
    if (!this.machine) throw new RulesBroken("the record is not open");
    return this.machine;
  }

  private async take(made: Command): Promise<void> {
    const { installation_key, account } = this.house.me;
    if (installation_key)
      await keep_unsent(this.house.database, installation_key, account, this.record, made);
    await this.feed({ in: "tapped", command: made });
  }

  private in_turn(input: Input | null, still_heard = (): boolean => true): Promise<void> {
    return this.turns(async () => {
      if (this.closed) return;
      try {
        await this.open_again_if_stale();
        if (input && still_heard()) await this.act_on(this.opened().step(input));
      } catch (broken) {
        if (!(broken instanceof RulesBroken)) throw broken;
        this.machine = null;
        await this.open_again_if_stale();
      }
    });
  }

  private async open_again_if_stale(): Promise<void> {
    const { entries, me } = this.house;
    const generation = await entries.generation(this.record);
    if (this.machine && generation === this.generation && !this.rules_are_new) return;
    const stored = await entries.read(this.record);
    this.rules_are_new = false;
    const before = this.machine;
    const opened = Machine.open({
      record: this.record,
      reader: { account: me.account, role: me.role, name: me.name },
      now: installation_now().toISOString(),
      zone: me.zone,
      known: this.house.known,
      stored,
    });
    this.machine = opened.machine;
    before?.close();
    this.generation = generation;
    await this.act_on(opened.outputs);
    await this.act_on(this.machine.step({ in: "signal", online: this.online }));
  }

  /** Storing comes first: what is shown or sent is already safe. */
  private async act_on(outputs: Output[]): Promise<void> {
    const put: Record<string, unknown> = {};
    const del = new Set<string>();
    for (const output of outputs) {
      if (output.out !== "store") continue;
      for (const entry of output.del) {
        delete put[entry];
        del.add(entry);
      }
      for (const [entry, value] of Object.entries(output.put)) {
        put[entry] = value;
        del.delete(entry);
      }
    }
    if (Object.keys(put).length || del.size) await this.store(put, [...del]);
    for (const output of outputs) await this.act_on_one(output);
  }

  private async store(put: Record<string, unknown>, del: string[]): Promise<void> {
    await this.house.entries.write(this.record, put, del);
    this.generation = await this.house.entries.generation(this.record);
    this.house.tell_stored(this.record);
  }

  private async act_on_one(output: Output): Promise<void> {
    switch (output.out) {
      case "send":
        void this.send(output.commands);
        return;
      case "ask":
        void this.ask(output.since);
        return;
      case "show":
        return this.show();
      case "forget":
        return this.forget();
      case "lock":
        return this.house.lock();
      case "refused":
      case "apart":
        return this.give_back(output);
    }
  }

  private give_back(output: Output & { out: "refused" | "apart" }): void {
    const undo = output.out === "apart" ? output.undo : undefined;
    const back: GivenBack = {
      command: output.command,
      message: output.message,
      how: output.out,
      ...(undo && { undo }),
    };
    this.given_back = [...this.given_back, back];
    this.tell();
  }

  private async send(commands: Command[]): Promise<void> {
    await this.reach(async () => {
      const answer = await server.commands(this.record, commands);
      await this.feed({ in: "reply", ...answer });
      await this.drop_done(answer.results.map(({ id, outcome }) => ({ command: id, outcome })));
    });
  }

  /** Only the newest look is heard: the machine looks again when what it stood on has changed. */
  private async ask(since: string | null): Promise<void> {
    this.looks += 1;
    const look = this.looks;
    await this.reach(async () => {
      const patch = await this.changed_since(since);
      await this.in_turn({ in: "patch", since, ...patch }, () => look === this.looks);
      await this.drop_done(patch.settled);
    });
  }

  /** The cookie of a session that has ended is refused (SY2): then everything is asked for anew. */
  private changed_since(since: string | null): Promise<Patch> {
    return server.sync(this.record, since).catch((said: unknown) => {
      if (since !== null && said instanceof ServerSays && said.rule === "SY2")
        return server.sync(this.record, null);
      throw said;
    });
  }

  /** The sealed copies of what was done are not needed any more. */
  private drop_done(answered: Patch["settled"]): Promise<void> {
    const done = answered.filter(({ outcome }) => outcome !== "refused");
    return drop_unsent(
      this.house.database,
      done.map(({ command }) => command),
    );
  }

  private async reach(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.failures = 0;
      this.set_shown_online(true);
    } catch (said) {
      await this.not_reached(said);
    }
  }

  private async not_reached(said: unknown): Promise<void> {
    if (said instanceof ServerSays && said.status === 404) return this.feed({ in: "gone" });
    if (said instanceof ServerSays && said.status === 401) this.house.pass_is_over(said.rule);
    else must_be_of_server(said);
    if (this.closed) return;
    await this.feed({ in: "failed" });
    this.set_shown_online(false);
    this.failures += 1;
    const asked_ms = said instanceof ServerSays ? said.wait_ms : null;
    clearTimeout(this.retry);
    const again = (): void => void this.feed({ in: "signal", online: navigator.onLine });
    this.retry = setTimeout(again, wait_ms(this.failures, Math.random(), asked_ms));
  }

  /** Unsent words stay, sealed; everything that could be read goes. */
  private async forget(): Promise<void> {
    await this.house.entries.forget(this.record);
    await this.house.entries.forget(directory_under(this.record));
    this.generation = await this.house.entries.generation(this.record);
    this.state = { at: "absent", why: "not_shared" };
    this.tell();
  }

  private set_shown_online(online: boolean): void {
    this.online = online;
    if (this.state.at === "open") this.state = { ...this.state, online };
    else if (this.state.at === "opening" && !online) this.state = { at: "absent", why: "no_signal" };
    this.tell();
  }

  /** Before anything of the record has come there is nothing to show, and the machine says so. */
  private show(): void {
    const view = this.view_now();
    if (view) this.state = { at: "open", view, online: this.online };
    this.tell();
  }

  private view_now(): View | null {
    try {
      return of_wings(this.opened().view(installation_now().toISOString()));
    } catch (said) {
      if (said instanceof Refused) return null;
      throw said;
    }
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

/** Words are kept with the language of the page they were written on; without one they are English (WO9). */
function in_language<Body>(body: Body): Body {
  const worded = typeof body === "object" && body !== null && "words" in body && "statement" in body;
  return worded && language !== "en" ? { language, ...body } : body;
}
