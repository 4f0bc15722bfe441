// Who is here: signed out, locked, or in. The only holder of the unlocked key, and only in this page's
// memory.
//
// Rules: an own device opens with its PIN, also without a signal. A shared device keeps nothing but sealed
// unsent words. A clock set back by over an hour locks until the server has been reached (DV6).

import { load_rules, rules_loaded } from "../rules/rules";
import { show_wings_of } from "../rules/wings";
import { memory_database, open_database, type Database } from "../store/database";
import { locked_entries, memory_entries, type Entries } from "../store/entries";
import { drop_lock, has_lock, make_lock, unlock, wait_left_ms } from "../store/pin-lock";
import { any_unsent, drop_unsent, unsent_of } from "../store/unsent";
import { installation_now, learn_now } from "./clock";
import {
  NoSignal,
  server,
  ServerSays,
  sign_out_while_leaving,
  type DeviceKind,
  type Entering,
  type Installation,
  type KnownAccount,
  type Me,
  type SealedResult,
} from "./server";
import type { Id } from "../view";
import { forget_what_is_past } from "./kept-records";
import { forget_chosen_language, keep_chosen_language } from "../words/chosen-language";
import { ask_other_pages_for_key, answer_other_pages } from "./other-pages";
import type { Watched } from "./use-record";

export interface House {
  me: Me;
  database: Database;
  entries: Entries;
  /** Whom a person can let in here. */
  known: KnownAccount[];
}

export type SessionState =
  | { at: "starting" }
  | { at: "signed_out"; why: "nobody" | "no_signal"; words_wait: boolean }
  | { at: "locked"; why: "pin" | "clock" }
  /** `pass_over`: reading goes on, sending waits until they sign in again. */
  | { at: "in"; house: House; pass_over: boolean };

export type PinTry = { opened: true } | { opened: false; wait_ms: number };

export const clock_back_ms_max = 3_600_000;
/** UW4 */
const boxes_at_once_max = 100;
const account_entries = "account";
const left_under = "left";

class Session implements Watched<SessionState> {
  private state: SessionState = { at: "starting" };
  private database: Database = memory_database();
  private shown: Installation | null = null;
  private key: CryptoKey | null = null;
  /** Whether what is kept here opens with a PIN; null: not known yet. */
  private behind_pin: boolean | null = null;
  private refused_sealed: SealedResult[] = [];
  private readonly listeners = new Set<() => void>();

  get = (): SessionState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  installation = (): Installation | null => this.shown;

  async start(): Promise<void> {
    this.database = await open_database().catch(() => memory_database());
    this.shown = (await this.database.get<Installation>("plain", "installation")) ?? null;
    if (this.shown) show_wings_of(this.shown);
    void this.learn_installation();
    this.behind_pin = await has_lock(this.database);
    if (!this.behind_pin) return this.start_without_lock();
    localStorage.removeItem(left_under);
    answer_other_pages(() => this.key);
    const key = await ask_other_pages_for_key();
    if (key) return this.open_with(key);
    this.become({ at: "locked", why: (await this.clock_is_wrong()) ? "clock" : "pin" });
  }

  /** Signs in. `pin` makes this an own device; without it, or where one is open already, nothing is locked anew. */
  async enter(how: Entering, device: DeviceKind, pin: string | null): Promise<void> {
    await server.enter(how, device);
    localStorage.removeItem(left_under);
    const [reader] = await Promise.all([who_reads(), this.load_rules_once()]);
    const before = this.state.at === "in" ? this.state.house : null;
    if (device === "own" && before?.me.account === reader.me.account && this.key) {
      return this.settle_in({ ...before, ...reader }, device);
    }
    if (device === "own" && pin) this.key = await make_new_lock(this.database, pin);
    else await this.drop_own_device();
    this.behind_pin = this.key !== null;
    const entries = this.key ? locked_entries(this.database, this.key) : memory_entries();
    if (this.key) answer_other_pages(() => this.key);
    await this.settle_in({ ...reader, database: this.database, entries }, device);
  }

  async try_pin(pin: string): Promise<PinTry> {
    const tried = await unlock(this.database, pin, Date.now());
    if ("wrong" in tried) return { opened: false, wait_ms: tried.wait_ms };
    await this.open_with(tried.key);
    return { opened: true };
  }

  pin_wait_ms(): Promise<number> {
    return wait_left_ms(this.database, Date.now());
  }

  /** Closes the record from view. What is kept stays kept, behind the PIN. */
  async lock(): Promise<void> {
    if (!this.key) return;
    this.key = null;
    this.become({ at: "locked", why: (await this.clock_is_wrong()) ? "clock" : "pin" });
  }

  /** Ends the session here and empties this device of everything but sealed unsent words. */
  async sign_out(): Promise<void> {
    await server.sign_out().catch(() => null);
    forget_chosen_language();
    await this.drop_own_device();
    this.become({ at: "signed_out", why: "nobody", words_wait: await any_unsent(this.database) });
  }

  /** On the way out of the page: whatever can be forgotten at once is forgotten. */
  leave(): void {
    if (!this.behind_pin) localStorage.setItem(left_under, "yes");
    if (this.behind_pin === false) {
      sign_out_while_leaving();
      forget_chosen_language();
    }
    this.key = null;
    this.state = { at: "starting" };
  }

  /** Where the account itself is gone, nothing of it stays here but unsent words (AC21). */
  pass_is_over(rule: string | null): void {
    if (rule === "AC21") return void this.sign_out();
    if (this.state.at !== "in" || this.state.pass_over) return;
    if (this.key) this.become({ ...this.state, pass_over: true });
    else void this.leave_shared();
  }

  /** Sealed words of this reader that an earlier page could not send. Those refused wait for their writer. */
  async send_sealed(): Promise<void> {
    if (this.state.at !== "in" || this.state.pass_over) return;
    const waiting = await unsent_of(this.database, this.state.house.me.account);
    for (let from = 0; from < waiting.length; from += boxes_at_once_max) {
      const some = waiting.slice(from, from + boxes_at_once_max);
      const { results } = await server.sealed(some.map(([, sealed]) => sealed.box));
      const done = results.filter((result) => result.outcome !== "refused");
      await drop_unsent(
        this.database,
        done.flatMap((result) => result.id ?? []),
      );
      this.refused_sealed.push(...results.filter((result) => result.record && result.command));
    }
    this.become({ ...this.state });
  }

  /** Takes what was refused of the sealed words about a record. */
  take_sealed_back(record: Id): SealedResult[] {
    const taken = this.refused_sealed.filter((result) => result.record === record);
    this.refused_sealed = this.refused_sealed.filter((result) => result.record !== record);
    return taken;
  }

  /** The clock is noted while somebody reads, so that a later one cannot be earlier unseen. */
  async note_clock(): Promise<void> {
    if (!this.key) return;
    const went_back = await this.clock_went_back();
    if (went_back && !(await this.learn_installation())) return this.lock();
    // The latest one: otherwise a clock could be led back by less than an hour, again and again.
    const seen_ms = went_back ? 0 : ((await this.database.get<number>("plain", "seen_ms")) ?? 0);
    await this.database.write("plain", [["seen_ms", Math.max(seen_ms, installation_now().getTime())]]);
  }

  /** Locked by its clock: reaching the server puts the clock right. */
  async clear_clock(): Promise<boolean> {
    const reached = await this.learn_installation();
    if (!reached) return false;
    await this.database.write("plain", [["seen_ms", installation_now().getTime()]]);
    this.become({ at: "locked", why: "pin" });
    return true;
  }

  private async start_without_lock(): Promise<void> {
    const words_wait = await any_unsent(this.database);
    if (!(await this.nobody_left())) return this.become({ at: "signed_out", why: "nobody", words_wait });
    try {
      const [reader] = await Promise.all([who_reads(), this.load_rules_once()]);
      await this.settle_in({ ...reader, database: this.database, entries: memory_entries() }, "shared");
    } catch (said) {
      const why = said instanceof ServerSays ? "nobody" : "no_signal";
      this.become({ at: "signed_out", why, words_wait });
    }
  }

  private async open_with(key: CryptoKey): Promise<void> {
    await this.load_rules_once();
    const entries = locked_entries(this.database, key);
    const { me, known } = (await entries.read(account_entries)) as Partial<Reader>;
    if (!me) return this.sign_out();
    this.key = key;
    await this.note_clock();
    await forget_what_is_past(entries, installation_now());
    const house = { me, known: known ?? [], database: this.database, entries };
    this.become({ at: "in", house, pass_over: false });
    void this.renew();
  }

  /** With a signal, what is known of this reader is brought up to date; without one it stands. */
  async renew(): Promise<void> {
    try {
      const reader = await who_reads();
      if (this.state.at !== "in") return;
      const { house } = this.state;
      if (reader.me.account !== house.me.account) return this.pass_is_over(null);
      const renewed = { ...reader, me: { ...reader.me, device: house.me.device } };
      if (same_reader(renewed, house) && !this.state.pass_over) return;
      if (this.key) await house.entries.write(account_entries, { ...renewed }, []);
      this.become({ at: "in", house: { ...house, ...renewed }, pass_over: false });
    } catch (said) {
      if (said instanceof ServerSays && said.status === 401) this.pass_is_over(said.rule);
    }
  }

  /** `device` is what stands here now, whatever the pass was made for. */
  private async settle_in(whole: House, device: DeviceKind): Promise<void> {
    const house = { ...whole, me: { ...whole.me, device } };
    if (device === "own") {
      keep_chosen_language();
      await house.entries.write(account_entries, { me: house.me, known: house.known }, []);
    }
    await this.note_clock();
    this.become({ at: "in", house, pass_over: false });
    void this.send_sealed().catch(() => null);
  }

  /** Somebody left in a hurry: the page may be back before their last word reached the server. */
  private async nobody_left(): Promise<boolean> {
    if (!localStorage.getItem(left_under)) return true;
    const signed_out = await server.sign_out().then(
      () => true,
      (said) => said instanceof ServerSays,
    );
    if (signed_out) localStorage.removeItem(left_under);
    return false;
  }

  private async leave_shared(): Promise<void> {
    forget_chosen_language();
    this.become({ at: "signed_out", why: "nobody", words_wait: await any_unsent(this.database) });
  }

  private async drop_own_device(): Promise<void> {
    this.key = null;
    this.behind_pin = false;
    await drop_lock(this.database);
    await this.database.write("plain", [], ["seen_ms"]);
  }

  private async clock_went_back(): Promise<boolean> {
    const seen_ms = (await this.database.get<number>("plain", "seen_ms")) ?? 0;
    return installation_now().getTime() < seen_ms - clock_back_ms_max;
  }

  /** Earlier than what was seen here, and no server to say that it is right. */
  private async clock_is_wrong(): Promise<boolean> {
    if (!(await this.clock_went_back())) return false;
    return !(await this.learn_installation());
  }

  private async learn_installation(): Promise<boolean> {
    try {
      const installation = await server.installation();
      learn_now(installation.now);
      this.shown = installation;
      show_wings_of(installation);
      await this.database.write("plain", [["installation", installation]]);
      this.become({ ...this.state });
      return true;
    } catch (said) {
      if (said instanceof NoSignal || said instanceof ServerSays) return false;
      throw said;
    }
  }

  private async load_rules_once(): Promise<void> {
    if (!rules_loaded()) await load_rules(fetch("/kith.wasm"));
  }

  private become(state: SessionState): void {
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }
}

type Reader = Pick<House, "me" | "known">;

async function who_reads(): Promise<Reader> {
  const me = await server.me();
  learn_now(me.now);
  return { me, known: await server.practitioners().catch(() => []) };
}

/** Nothing that a page stands on is different: an open record stays open. */
function same_reader(one: Reader, other: Reader): boolean {
  const said = ({ me, known }: Reader): string => JSON.stringify([{ ...me, now: null }, known]);
  return said(one) === said(other);
}

async function make_new_lock(database: Database, pin: string): Promise<CryptoKey> {
  await drop_lock(database);
  return make_lock(database, pin);
}

export const session = new Session();
