// Asking about a look: the address of a message that names it, and what that message begins with.

import { address } from "../../app/address";
import { say } from "../../rules/say";
import type { Day, Id, View } from "../../view";
import { said_date } from "../../words/day-words";
import type { About } from "../messages/write-message";

export function ask_query(account: Id, day: Day): string {
  return `?looked=${account}&on=${day}`;
}

/** What the address of this page asks about; null: nothing, or somebody this record does not know. */
export function look_asked_about(view: View, today: Day): About | null {
  const asked = new URLSearchParams(address.get().split("?")[1]);
  const account = asked.get("looked");
  const on = asked.get("on");
  if (view.person.reader !== "person" || !account || !on?.match(/^\d{4}-\d\d-\d\d$/)) return null;
  const day = said_date(on, today);
  const form = `about ${account} ${on}`;
  const reader = view.messages?.to.find((one) => one.party === `account:${account}`);
  if (reader) return { form, to: [reader.party], words: say("looks.ask_words", { day }) };
  const name = view.sharing?.members.find((one) => one.account === account)?.name;
  return name ? { form, to: [], words: say("looks.ask_words_of", { name, day }) } : null;
}
