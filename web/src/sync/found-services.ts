// Looking for services by words: one or two wrong letters are forgiven (DC18).

import { useState } from "preact/hooks";
import { say, type WordKey } from "../rules/say";
import type { Id } from "../view";
import { later_server } from "./later-server";
import { must_be_of_server } from "./server";

export interface FoundService {
  id: Id;
  name: string;
  organization?: string;
}

export interface ServiceSearch {
  words: string;
  set_words: (words: string) => void;
  found: FoundService[] | null; // null: nothing was looked for yet
  problem: string | undefined;
  find: (event: Event) => void;
}

/** `not_done` says that the server could not be asked. */
export function use_found_services(not_done: WordKey): ServiceSearch {
  const [words, set_words] = useState("");
  const [found, set_found] = useState<FoundService[] | null>(null);
  const [problem, set_problem] = useState<string>();
  function find(event: Event): void {
    event.preventDefault();
    if (!words.trim()) return;
    set_problem(undefined);
    later_server
      .find_services(words)
      .then(({ services }) => set_found(services))
      .catch((said) => {
        must_be_of_server(said);
        set_problem(say(not_done));
      });
  }
  return { words, set_words, found, problem, find };
}
