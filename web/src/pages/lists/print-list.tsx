// A list on paper: printed here, or as a PDF. What may have changed is said before, not found out after.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { print_page } from "../../components/print-plan/paper-frame";
import { say } from "../../rules/say";
import { must_be_of_server } from "../../sync/server";
import { lists_server, paper_address } from "./lists-server";
import type { PlaceList } from "./place-list";

export function PrintList({ list }: { list: PlaceList }): JSX.Element | null {
  const [problem, set_problem] = useState<string | null>(null);
  if (list.lines.length === 0) return null;
  function print(): void {
    set_problem(null);
    lists_server
      .paper(list.id)
      .then(print_page)
      .catch((said) => {
        must_be_of_server(said);
        set_problem(say("lists.no_signal"));
      });
  }
  return (
    <div class="stack stack--tight">
      <div class="row">
        <Button icon="print" onClick={print}>
          {say("lists.print")}
          <span class="heard">: {list.name}</span>
        </Button>
        <a href={paper_address(list.id, "pdf")} download>
          {say("lists.pdf")}
          <span class="heard">: {list.name}</span>
        </a>
      </div>
      <p role="alert" class="small">
        {problem}
      </p>
    </div>
  );
}
