// What a supporter, and whoever invites one, asks the server for.

import { ask } from "../../sync/server";
import type { Id, Instant, Part } from "../../view";

/** Shown once: the link to hand over, the code to say. */
export interface InvitationSecret {
  link: string;
  code: string;
  ends_at: Instant;
}
/** What an invitation would let somebody do. */
export interface Invitation {
  person: string;
  see: Part[];
  tell: Part[];
  until: Instant | null;
}
export interface Supported {
  record: Id;
  name: string;
  see: Part[];
  tell: Part[];
  until: Instant | null;
}
export interface Supporting {
  people: Supported[];
  /** Kith shows this reader less than before: not what, nor of whom. */
  less: boolean;
}

export const print_invitation = (record: Id, invitation: Id): Promise<InvitationSecret> =>
  ask("POST", `/api/records/${record}/invitations`, { invitation });

export const look_at_invitation = (link: string, code: string): Promise<Invitation> =>
  ask("POST", "/api/invitations/look", { link, code });

/** With the account that is signed in. */
export const take_invitation = (link: string, code: string): Promise<unknown> =>
  ask("POST", "/api/invitations/take", { link, code });

export const supporting = (): Promise<Supporting> => ask("GET", "/api/supporting");
