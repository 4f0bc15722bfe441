// Opens a record for the pages under it: the machine, the live stream, the signal, the clock and the services
// nearby, for as long as these pages are shown.

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { on_new_rules } from "../rules/rules";
import type { Id } from "../view";
import { until_done } from "./backoff";
import { installation_now } from "./clock";
import { load_kept_directory, place_of, renew_directory, type KeptDirectory } from "./directory";
import { follow_live } from "./live";
import { hear_other_pages, tell_other_pages } from "./other-pages";
import { RecordRoom, type RoomState } from "./record-room";
import { session, type House } from "./session";
import { RoomProvider, use_watched, type RecordPage, type Room } from "./use-record";

const clock_tick_ms = 60_000;

export interface OpenRecord {
  record_room: RecordRoom;
  state: RoomState;
}

export function use_open_record(record: Id, house: House): OpenRecord {
  const record_room = useMemo(() => new_room(record, house), [record, house]);
  const state = use_watched(record_room);
  useEffect(() => keep_open(record_room), [record_room]);
  use_directory(record_room, state, house);
  return { record_room, state };
}

/** What the pages of an open record stand in. */
export function OpenRoom({
  opened,
  href,
  children,
}: {
  opened: OpenRecord;
  href: (page: RecordPage, rest?: string) => string;
  children: ComponentChildren;
}): JSX.Element | null {
  const { record_room, state } = opened;
  const room = useMemo(
    () => (state.at === "open" ? room_of(record_room, state, href) : null),
    [record_room, state, href],
  );
  return room && <RoomProvider room={room}>{children}</RoomProvider>;
}

function new_room(record: Id, house: House): RecordRoom {
  return new RecordRoom(record, {
    ...house,
    installation: session.installation,
    pass_is_over: (rule) => session.pass_is_over(rule),
    lock: () => void session.lock(),
    tell_stored: (stored) => tell_other_pages({ say: "stored", record: stored }),
  });
}

function room_of(record_room: RecordRoom, state: RoomState & { at: "open" }, href: Room["href"]): Room {
  const waiting = new Set((state.view.waiting ?? []).map((one) => one.id));
  return {
    view: state.view,
    today: record_room.today(),
    now: installation_now,
    known: record_room.known(),
    tap: (name, body, saying) => record_room.tap(name, body, saying),
    ideas: (ask = {}) => record_room.ideas(ask),
    picture: (ask) => record_room.picture(ask),
    paper: (style, step) => record_room.paper(step === undefined ? { style } : { style, step }),
    copy: (ask) => record_room.copy(ask),
    calendar: () => record_room.calendar(),
    href,
    is_waiting: (version) => version !== null && waiting.has(version),
  };
}

/** Everything outside that an open record listens to. Answers how to stop. */
function keep_open(room: RecordRoom): () => void {
  const stops: (() => void)[] = [];
  const on = (what: string, heard: () => void): void => {
    addEventListener(what, heard);
    stops.push(() => removeEventListener(what, heard));
  };
  void room.open();
  on("online", () => room.set_online(true));
  on("offline", () => room.set_online(false));
  stops.push(follow_live(room.record, () => void room.feed({ in: "changed" })));
  stops.push(
    hear_other_pages((said) => {
      if (said.record !== room.record) return;
      void (said.say === "stored" ? room.refresh() : room.feed({ in: "changed" }));
    }),
  );
  const take_back = (): void => {
    for (const { command, message } of session.take_sealed_back(room.record))
      if (command && message) room.take_back(command, message);
  };
  take_back();
  stops.push(session.subscribe(take_back));
  const tick = setInterval(() => {
    void session.note_clock();
    void room.feed({ in: "clock", now: installation_now().toISOString() });
  }, clock_tick_ms);
  stops.push(() => clearInterval(tick));
  return () => {
    for (const stop of stops) stop();
    room.close();
  };
}

/** The services near the person: what is kept at once, what is newer when there is signal. */
function use_directory(room: RecordRoom, state: RoomState, house: House): void {
  const [kept, set_kept] = useState<KeptDirectory | null>();
  const near = state.at === "open" ? state.view.preferences?.near : undefined;
  const may_see = state.at === "open" && state.view.ideas !== undefined;
  const online = state.at === "open" && state.online;
  useEffect(() => {
    if (!may_see) return;
    const load = async (): Promise<void> => {
      set_kept(await load_kept_directory(house.entries, room.record));
      room.show_again();
    };
    void load();
    return on_new_rules(load);
  }, [room, may_see]);
  useEffect(() => {
    if (!may_see || !online || kept === undefined) return;
    return until_done(async () => {
      const renewed = await renew_directory(house.entries, room.record, near, kept, Date.now());
      if (renewed === kept) return;
      set_kept(renewed);
      room.show_again();
    });
  }, [room, may_see, online, place_of(near), kept]);
}
