// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Command } from "../commands";
import { RulesBroken } from "../rules/rules";
import { memory_database } from "../store/database";
import { memory_entries, type Entries } from "../store/entries";
import { any_unsent, keep_unsent } from "../store/unsent";
import type { Input, Opening, Output } from "./machine";
import { RecordRoom, type RoomHouse, type RoomState } from "./record-room";
import { NoSignal, server, ServerSays, type Me } from "./server";

// A machine with the manners of the real one and none of its rules: what is tapped waits, is sent, and goes.
const broken = vi.hoisted(() => ({ next: false, listeners: new Set<() => void>() }));
vi.mock("../rules/rules", async (original) => ({
  ...(await original<typeof import("../rules/rules")>()),
  on_rules_broken: (listener: () => void) => {
    broken.listeners.add(listener);
    return () => broken.listeners.delete(listener);
  },
}));
vi.mock("./machine", () => ({
  Machine: class {
    static open(opening: Opening): { machine: unknown; outputs: Output[] } {
      const machine = new this(new Map(Object.entries(opening.stored)));
      return { machine, outputs: [{ out: "show" }, { out: "ask", since: null }] };
    }
    constructor(private readonly kept: Map<string, unknown>) {}
    private waiting(): Command[] {
      return [...this.kept]
        .filter(([entry]) => entry.startsWith("waiting/"))
        .map(([, command]) => command as Command);
    }
    step(input: Input): Output[] {
      if (broken.next) {
        broken.next = false;
        throw new RulesBroken("trap");
      }
      switch (input.in) {
        case "tapped":
          this.kept.set(`waiting/${input.command.id}`, input.command);
          return [
            store({ [`waiting/${input.command.id}`]: input.command }),
            send([input.command]),
            { out: "show" },
          ];
        case "reply": {
          const gone = input.results.map((result) => `waiting/${result.id}`);
          const refused = input.results
            .filter((result) => result.outcome === "refused")
            .map((result): Output => ({
              out: "refused",
              rule: "PL6",
              message: { key: "k", text: "No." },
              command: this.kept.get(`waiting/${result.id}`) as Command,
            }));
          for (const entry of gone) this.kept.delete(entry);
          return [store({}, gone), ...refused, { out: "show" }];
        }
        case "signal":
          return input.online && this.waiting().length ? [send(this.waiting())] : [];
        case "changed":
          return [{ out: "ask", since: "c" }];
        case "gone":
          return [{ out: "forget" }];
        case "patch":
          this.kept.set("row", input.put);
          return [store({ row: input.put }), { out: "show" }];
        default:
          return [];
      }
    }
    view(): unknown {
      return { waiting: this.waiting().map(({ id }) => ({ id })), row: this.kept.get("row") };
    }
    close(): void {}
  },
}));
function store(put: Record<string, unknown>, del: string[] = []): Output {
  return { out: "store", put, del };
}
function send(commands: Command[]): Output {
  return { out: "send", commands };
}

const me: Me = {
  account: "joy",
  name: "Joy",
  role: "person",
  record: "r",
  device: "own",
  zone: { transitions: [] },
};
const patch = { cookie: "c", reset: false, keep_until: "", put: ["row"], del: [], settled: [] };
let entries: Entries;
let house: RoomHouse;
let rooms: RecordRoom[];

beforeEach(() => {
  entries = memory_entries();
  rooms = [];
  house = {
    known: [],
    installation: () => null,
    me,
    entries,
    database: memory_database(),
    pass_is_over: vi.fn(),
    lock: vi.fn(),
    tell_stored: vi.fn(),
  };
  vi.spyOn(server, "sync").mockResolvedValue(patch);
  vi.spyOn(server, "commands").mockImplementation(async (_, commands) => ({
    cookie: "c",
    results: commands.map(({ id }) => ({ id, outcome: "agreed", versions: [id] })),
  }));
});
afterEach(() => {
  for (const room of rooms) room.close();
});

async function open_room(): Promise<RecordRoom> {
  const room = new RecordRoom("r", house);
  rooms.push(room);
  await room.open();
  return room;
}
async function until(room: RecordRoom, fits: (state: RoomState) => boolean): Promise<void> {
  await vi.waitFor(() => expect(fits(room.get())).toBe(true));
}
const nothing_waits = (state: RoomState) => state.at === "open" && state.view.waiting?.length === 0;
const one_waits = (state: RoomState) => state.at === "open" && state.view.waiting?.length === 1;
const no_signal = () => Promise.reject(new NoSignal("none"));

describe("an open record", () => {
  async function keep_sealed(id: string): Promise<void> {
    const curve = { name: "ECDH", namedCurve: "P-256" };
    const pair = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
    const spki = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey));
    await keep_unsent(house.database, btoa(String.fromCharCode(...spki)), "joy", "r", { id } as Command);
  }

  it("asks the server at once, and shows what came", async () => {
    const room = await open_room();
    await until(room, (state) => state.at === "open");
    expect(await entries.read("r")).toEqual({ row: ["row"] });
  });

  it("keeps a tap before it is sent", async () => {
    const room = await open_room();
    let kept_when_sent: unknown;
    vi.mocked(server.commands).mockImplementationOnce(async (record, [made]) => {
      kept_when_sent = (await entries.read(record))[`waiting/${made?.id}`];
      return { cookie: "c", results: [] };
    });
    const id = room.tap("name_person", { name: "Joy" });
    await vi.waitFor(() => expect(kept_when_sent).toMatchObject({ id, do: "name_person" }));
  });

  it("DV2 without a signal it waits, and is sent when the signal is back", async () => {
    const room = await open_room();
    await until(room, nothing_waits);
    vi.mocked(server.commands).mockImplementationOnce(no_signal);
    const id = room.tap("name_person", { name: "Joy" });
    await until(room, (state) => one_waits(state) && state.at === "open" && !state.online);
    room.set_online(true);
    await until(room, nothing_waits);
    expect(vi.mocked(server.commands).mock.calls.map(([, commands]) => commands[0]?.id)).toEqual([id, id]);
  });

  it("SY2 asks for everything when its cookie is of a session that has ended", async () => {
    await entries.write("r", { kept: "before" }, []);
    vi.mocked(server.sync).mockImplementation((_, since) =>
      since ? Promise.reject(new ServerSays(400, "SY2", null, null)) : Promise.resolve(patch),
    );
    const room = await open_room();
    await room.feed({ in: "changed" });
    await vi.waitFor(() => expect(server.sync).toHaveBeenLastCalledWith("r", null));
    await until(room, (state) => state.at === "open" && state.online);
    expect(await entries.read("r")).toMatchObject({ row: ["row"] });
  });

  it("SY8 hears only the newest look: an earlier one may know of what is not shared any more", async () => {
    let answer_late = (_late: typeof patch): void => undefined;
    const slow = new Promise<typeof patch>((resolve) => (answer_late = resolve));
    vi.mocked(server.sync).mockReturnValueOnce(slow);
    const room = await open_room();
    await room.feed({ in: "changed" });
    answer_late({ ...patch, put: ["withdrawn"] });
    await until(room, (state) => state.at === "open");
    await room.refresh();
    expect(await entries.read("r")).toEqual({ row: ["row"] });
  });

  it("shows another page of this browser what was tapped here", async () => {
    const [here, there] = [await open_room(), await open_room()];
    await until(there, nothing_waits);
    vi.mocked(server.commands).mockImplementation(no_signal);
    here.tap("name_person", { name: "Joy" });
    await vi.waitFor(() => expect(house.tell_stored).toHaveBeenLastCalledWith("r"));
    await until(here, one_waits);
    await there.refresh();
    expect(one_waits(there.get())).toBe(true);
  });

  it("opens again from what is kept when the rules broke", async () => {
    vi.mocked(server.commands).mockImplementation(no_signal);
    const room = await open_room();
    room.tap("name_person", { name: "Joy" });
    await until(room, one_waits);
    broken.next = true;
    await room.feed({ in: "clock", now: "" });
    expect(one_waits(room.get())).toBe(true);
  });

  it("DV4 gives refused words back to their writer", async () => {
    const room = await open_room();
    vi.mocked(server.commands).mockImplementationOnce(async (_, commands) => ({
      cookie: "c",
      results: commands.map(({ id }) => ({ id, outcome: "refused", rule: "PL6", versions: [] })),
    }));
    room.tap("name_person", { name: "Joy" });
    await vi.waitFor(() => expect(room.returned()).toHaveLength(1));
    const [back] = room.returned();
    expect(back?.command.body).toEqual({ name: "Joy" });
    room.put_down(back!);
    expect(room.returned()).toEqual([]);
  });

  it("UW5 gives sealed words that were refused back once, and keeps their sealed copy until they were seen", async () => {
    const room = await open_room();
    await until(room, (state) => state.at === "open");
    await keep_sealed("c9");
    const command = { id: "c9", body: { words: "Walk" } } as unknown as Command;
    room.take_back(command, { key: "k", args: {}, text: "No." });
    room.take_back(command, { key: "k", args: {}, text: "No." });
    expect(room.returned()).toHaveLength(1);
    expect(await any_unsent(house.database)).toBe(true);
    room.put_down(room.returned()[0]!);
    await vi.waitFor(async () => expect(await any_unsent(house.database)).toBe(false));
  });

  it("drops the sealed copy of what a patch says is settled", async () => {
    const room = await open_room();
    await until(room, (state) => state.at === "open");
    await keep_sealed("c9");
    vi.mocked(server.sync).mockResolvedValueOnce({
      cookie: "c2",
      reset: false,
      keep_until: "2026-12-22T00:00:00.000Z",
      put: [],
      del: [],
      settled: [{ command: "c9", outcome: "agreed" }],
    });
    await room.feed({ in: "changed" });
    await vi.waitFor(async () => expect(await any_unsent(house.database)).toBe(false));
  });

  it("forgets a record that is not shared any more, and not the unsent words", async () => {
    const room = await open_room();
    await until(room, (state) => state.at === "open");
    await keep_sealed("c9");
    vi.mocked(server.sync).mockRejectedValueOnce(new ServerSays(404, "HT9", null, null));
    await room.feed({ in: "changed" });
    await until(room, (state) => state.at === "absent" && state.why === "not_shared");
    expect(await entries.read("r")).toEqual({});
    expect(await any_unsent(house.database)).toBe(true);
  });

  it("says so when the server no longer knows its reader, and keeps what waits", async () => {
    const room = await open_room();
    vi.mocked(server.commands).mockRejectedValue(new ServerSays(401, "HT8", null, null));
    room.tap("name_person", { name: "Joy" });
    await vi.waitFor(() => expect(house.pass_is_over).toHaveBeenCalled());
    await until(room, one_waits);
  });
});
