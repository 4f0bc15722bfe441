// One place on a list: up, down, off the list, and a line of one's own words.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Chip } from "../../components/chips/chips";
import { TextField } from "../../components/field/text-field";
import { say } from "../../rules/say";
import type { CollectionLine } from "../../view";
import { line_words_max } from "./place-list";

interface LineProps {
  line: CollectionLine;
  /** Closed, hidden or gone since it was put on. */
  changed: boolean;
  first: boolean;
  last: boolean;
  on_move: (by: -1 | 1) => void;
  on_words: (words: string) => void;
  on_remove: () => void;
}

export function Line({ line, changed, first, last, on_move, on_words, on_remove }: LineProps): JSX.Element {
  const [writing, set_writing] = useState(false);
  const heard = <span class="heard">: {line.name}</span>;
  return (
    <li class="lists__line stack stack--tight">
      <div class="row">
        <span class="strong">{line.name}</span>
        {changed && <Chip>{say("lists.changed")}</Chip>}
      </div>
      {writing ? (
        <Words
          words={line.words ?? ""}
          name={line.name}
          on_keep={(words) => {
            on_words(words);
            set_writing(false);
          }}
          on_cancel={() => set_writing(false)}
        />
      ) : (
        line.words && <p class="said">{line.words}</p>
      )}
      <div class="row">
        <Button small id={`up-${line.service}`} disabled={first} onClick={() => on_move(-1)}>
          {say("lists.up")}
          {heard}
        </Button>
        <Button small id={`down-${line.service}`} disabled={last} onClick={() => on_move(1)}>
          {say("lists.down")}
          {heard}
        </Button>
        {!writing && (
          <Button small kind="plain" onClick={() => set_writing(true)}>
            {say(line.words ? "lists.words.change" : "lists.words.add")}
            {heard}
          </Button>
        )}
        <Button small kind="plain" onClick={on_remove}>
          {say("lists.take_off")}
          {heard}
        </Button>
      </div>
    </li>
  );
}

interface WordsProps {
  words: string;
  name: string;
  on_keep: (words: string) => void;
  on_cancel: () => void;
}

function Words({ words: before, name, on_keep, on_cancel }: WordsProps): JSX.Element {
  const [words, set_words] = useState(before);
  return (
    <form
      class="stack stack--tight"
      onSubmit={(event) => {
        event.preventDefault();
        on_keep(words);
      }}
    >
      <TextField
        autofocus
        label={
          <>
            {say("lists.words")}
            <span class="heard">: {name}</span>
          </>
        }
        hint={say("lists.words.hint")}
        rows={2}
        maxLength={Math.floor(line_words_max / 2)}
        value={words}
        on_change={set_words}
      />
      <div class="row">
        <Button small kind="main" type="submit">
          {say("lists.keep")}
        </Button>
        <Button small kind="plain" onClick={on_cancel}>
          {say("words_box.cancel")}
        </Button>
      </div>
    </form>
  );
}
