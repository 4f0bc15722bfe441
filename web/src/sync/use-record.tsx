// The room a page stands in: one record as its reader may see it, and the one door to change it.
//
// A page reads `view`, calls `tap`, and knows nothing of storage, signal or server.

import { createContext, type ComponentChildren, type JSX } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { KnownAccount } from "./server";
import type { Bodies, CommandName, CopiedLine, Given, Saying } from "../commands";
import type { Day, Id, Occasion, RowKey, Tie, View } from "../view";

export type RecordPage =
  | "now"
  | "circle"
  | "about"
  | "matters"
  | "ideas"
  | "plan"
  | "follow-up"
  | "paper"
  | "sharing"
  | "looks"
  | "messages"
  | "ready"
  | "together"
  | "tell";

/** One idea as the core offers it, its reasons in words. See spec/device.md. */
export interface Idea {
  service: Id;
  name: string;
  description: string;
  reasons: string[];
  distance_m: number | null;
  cost: string;
  access: { need: string; known: string }[];
  checked_on: Day | null;
  [more: string]: unknown;
}
export interface IdeasAnswer {
  ideas: Idea[];
  left_out: number;
  next: string | null;
}
export interface PictureAsk {
  occasion: Occasion;
  width: number;
  height: number;
  /** Instead of the ties of the record: a circle that is only being tried. */
  ties?: Tie[];
}
export type Shape = "circle" | "rounded" | "pill" | "rectangle";

/** A member as placed, in pixels, y downwards: (x, y) is its middle. */
export interface Placed {
  id: Id;
  x: number;
  y: number;
  w: number;
  h: number;
  /** One line, or two parted by a line break. */
  label: string;
  label_px: number;
  shape: Shape;
}
/** A circle laid out by the core (`picture`), so that paper, tablet and server draw alike. */
export interface Picture {
  /** From the inner ring to the outer one. */
  rings: { r: number }[];
  centre: { x: number; y: number };
  /** How large "Me" is in the middle. */
  me: number;
  /** Of the labels, in pixels; 0 when there is no room for letters. */
  font_px: number;
  /** Of the rings' captions, written a line below the top of each ring. */
  caption_px: number;
  ties: Placed[];
}

export type PaperStyle = "one-page" | "follow-up" | "slip" | "letter" | "call-note";
export interface PaperAsk {
  style: PaperStyle;
  step?: Id;
}
export interface CopyAsk {
  letters: number;
  whole?: boolean;
}
/** A visit as plain text for another record; `copied` is what to mark when it was taken. */
export interface VisitCopy {
  text: string;
  all: boolean;
  copied: CopiedLine[];
  lines: { row: RowKey; text: string; copied_on: Day | null; copied_by: string; is_new: boolean }[];
}

export interface Room {
  view: View;
  /** The calendar day where the person lives, by the installation's clock. */
  today: Day;
  now(): Date;
  /** Whom a person can let in here. */
  known: readonly KnownAccount[];
  /** Asks for one thing, at once shown as waiting.
   *  Answers the command's id, the version of what it changes. */
  tap<Name extends CommandName>(name: Name, body: Given<Bodies[Name]>, saying?: Given<Saying>): Id;
  ideas(ask?: { after?: string; more?: boolean }): IdeasAnswer;
  picture(ask: PictureAsk): Picture;
  /** A sheet as HTML; throws `Refused` where it would not obey the safe ways. */
  paper(style: PaperStyle, step?: Id): string;
  copy(ask: CopyAsk): VisitCopy;
  /** A calendar file; throws `Refused` as `paper` does. */
  calendar(): string;
  /** The address of a page of this record. `rest` goes behind it: `href("circle", "?tie=…")`. */
  href(page: RecordPage, rest?: string): string;
  /** A version that is on this device and not yet answered by the server. */
  is_waiting(version: Id | null): boolean;
}

/** What changes outside and is watched from inside: `subscribe` answers how to stop. */
export interface Watched<Value> {
  get(): Value;
  subscribe(listener: () => void): () => void;
}

const RoomContext = createContext<Room | null>(null);

export function RoomProvider({ room, children }: { room: Room; children: ComponentChildren }): JSX.Element {
  return <RoomContext.Provider value={room}>{children}</RoomContext.Provider>;
}

export function use_record(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error("a page of a record was shown outside a record");
  return room;
}

export function use_watched<Value>(watched: Watched<Value>): Value {
  const [value, set_value] = useState(() => watched.get());
  useEffect(() => {
    set_value(() => watched.get());
    return watched.subscribe(() => set_value(() => watched.get()));
  }, [watched]);
  return value;
}
