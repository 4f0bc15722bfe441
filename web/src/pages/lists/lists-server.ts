// What the pages of lists ask the server: loaded with them, so that the first screen need not carry it.

import { language } from "../../rules/say";
import { ask, NoSignal } from "../../sync/server";
import type { Id } from "../../view";
import type { PlaceList } from "./place-list";

export interface SharedList extends PlaceList {
  by: string;
}
export interface Lists {
  mine: PlaceList[];
  shared: SharedList[];
}
/** What has become of the entries of a list: `changed` are closed, hidden or gone. */
export interface LookedUp {
  services: {
    id: Id;
    name: string;
    first_visit?: string;
    opening?: string;
    address?: string;
    postcode?: string;
    phone?: string;
  }[];
  changed: Id[];
}

export function paper_address(list: Id, as: "html" | "pdf"): string {
  return `/api/collections/${list}/paper?as=${as}&lang=${language}`;
}

export const lists_server = {
  all: () => ask<Lists>("GET", "/api/collections"),
  put: (list: PlaceList) => ask<null>("PUT", `/api/collections/${list.id}`, list),
  remove: (list: Id) => ask<null>("DELETE", `/api/collections/${list}`),
  look: (services: Id[]) => ask<LookedUp>("POST", "/api/directory/look", { services }),
  async paper(list: Id): Promise<string> {
    const answer = await fetch(paper_address(list, "html"), { credentials: "same-origin" }).catch((cause) => {
      throw new NoSignal("the sheet did not come", { cause });
    });
    if (!answer.ok) throw new NoSignal(`the sheet answered ${answer.status}`);
    return answer.text();
  },
};
