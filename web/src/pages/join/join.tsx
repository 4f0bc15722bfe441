// Two records for one person: choose both, look at them side by side on the person's yes, then join them.
//
// Looking opens a visit in both, so that all of each is read before anything is copied. Nothing is merged by
// itself: what stands in both stands twice afterwards.

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { new_id } from "../../commands";
import { Button, ButtonLink } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Tick } from "../../components/choice-list/choose-many";
import { SelectField } from "../../components/field/select-field";
import { Notice } from "../../components/notice/notice";
import { Page } from "../../components/page/page";
import { say, say_message } from "../../rules/say";
import type { JoinLook, PersonRow } from "../../sync/server";
import { later_server, said_why } from "../../sync/later-server";
import { use_house } from "../../sync/use-house";
import { use_people } from "../../sync/use-list";
import type { Id } from "../../view";
import { SideBySide } from "./side-by-side";
import { begin_visits, end_visits, end_visits_while_leaving, join_now, type OpenedVisit } from "./visits";

interface Chosen {
  kept: Id;
  old: Id;
}

export function JoinPage(): JSX.Element {
  const { me } = use_house();
  const listed = use_people();
  const rows = listed.at === "here" ? listed.value.filter((row) => !row.closed) : [];
  const too_few = listed.at === "here" && rows.length < 2;
  const [chosen, set_chosen] = useState<Chosen>({ kept: "", old: "" });
  const [look, set_look] = useState<JoinLook | null>(null);
  const opened = useRef<OpenedVisit[]>([]);
  const [undone, set_undone] = useState(false);
  const [problem, set_problem] = useState<string | null>(null);

  async function attempt(work: () => Promise<void>): Promise<void> {
    set_problem(null);
    try {
      await work();
    } catch (said) {
      set_problem(said_why(said));
    }
  }
  const look_at_both = (): Promise<void> =>
    attempt(async () => {
      set_undone(false);
      await end(() => true);
      await begin_visits([chosen.kept, chosen.old], me.account, (visit) => opened.current.push(visit));
      set_look(await later_server.look_at_join(chosen.kept, chosen.old));
    });
  async function end(which: (visit: OpenedVisit) => boolean): Promise<void> {
    await end_visits(opened.current.filter(which));
    opened.current = opened.current.filter((visit) => !which(visit));
  }
  // Whoever leaves the page sits with nobody any more, except on the way to letting others in again.
  const to_sharing = useRef(false);
  useEffect(() => {
    const closing = (): void => {
      end_visits_while_leaving(opened.current);
      opened.current = [];
      set_look(null); // a browser may show this page again as it was left
    };
    window.addEventListener("pagehide", closing);
    return () => {
      window.removeEventListener("pagehide", closing);
      if (!to_sharing.current) void end_visits(opened.current).catch(() => {});
    };
  }, []);
  const join = (): Promise<void> =>
    attempt(async () => {
      set_look(await join_now(chosen.kept, chosen.old, new_id(), false));
      await end((visit) => visit.record === chosen.old);
    });
  const undo = (): Promise<void> =>
    attempt(async () => {
      await join_now(chosen.kept, chosen.old, new_id(), true);
      await leave();
      set_undone(true);
    });
  const leave = async (): Promise<void> => {
    await end(() => true);
    set_look(null);
  };

  return (
    <Page title={say("join.title")} lead={say("join.lead")}>
      {problem && (
        <Notice tone="care" spoken>
          <p>{problem}</p>
        </Notice>
      )}
      {undone && (
        <Notice tone="good" spoken>
          <p>{say("join.undone")}</p>
        </Notice>
      )}
      {!look && too_few && (
        <Notice>
          <p>{say("join.two_needed")}</p>
        </Notice>
      )}
      {!look && !too_few && (
        <Choose rows={rows} chosen={chosen} on_change={set_chosen} on_look={look_at_both} />
      )}
      {look && !look.joined && (
        <>
          {look.rule && (
            <Notice tone="care" spoken>
              <p>{say_message({ key: `refusal.${look.rule}` })}</p>
            </Notice>
          )}
          <SideBySide look={look} />
          <div class="row">
            {!look.rule && (
              <Button kind="main" icon="done" onClick={() => void join()}>
                {say("join.now")}
              </Button>
            )}
            <Button kind="plain" onClick={() => void attempt(leave)}>
              {say("join.not_now")}
            </Button>
          </div>
        </>
      )}
      {look?.joined && (
        <Done
          look={look}
          on_let_in={() => void (to_sharing.current = true)}
          on_undo={() => void undo()}
          on_leave={() => void attempt(leave)}
        />
      )}
    </Page>
  );
}

interface ChooseProps {
  rows: PersonRow[];
  chosen: Chosen;
  on_change: (chosen: Chosen) => void;
  on_look: () => Promise<void>;
}

function Choose({ rows, chosen, on_change, on_look }: ChooseProps): JSX.Element {
  const [said_yes, set_said_yes] = useState(false);
  const name = rows.find((row) => row.record === chosen.kept)?.name ?? "";
  const both = chosen.kept !== "" && chosen.old !== "" && chosen.kept !== chosen.old;
  const options = [
    { value: "", label: say("join.choose") },
    ...rows.map((row, at) => ({ value: row.record, label: told_apart(rows, row, at) })),
  ];
  return (
    <Card>
      <form
        class="stack stack--wide"
        onSubmit={(event) => {
          event.preventDefault();
          if (both && said_yes) void on_look();
        }}
      >
        <SelectField
          label={say("join.kept")}
          hint={say("join.kept_hint")}
          value={chosen.kept}
          options={options}
          on_change={(kept) => on_change({ ...chosen, kept })}
        />
        <SelectField
          label={say("join.old")}
          hint={say("join.old_hint")}
          value={chosen.old}
          options={options}
          on_change={(old) => on_change({ ...chosen, old })}
        />
        {both && <Tick label={say("join.said_yes", { name })} value={said_yes} on_change={set_said_yes} />}
        <div>
          <Button kind="main" type="submit" disabled={!both || !said_yes}>
            {say("join.look")}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** Two of one name are told apart by their place in the list, which is that of My people. */
function told_apart(rows: readonly PersonRow[], row: PersonRow, at: number): string {
  const same = rows.filter((other) => other.name === row.name).length > 1;
  return same ? say("join.of_same_name", { name: row.name, place: at + 1 }) : row.name;
}

interface DoneProps {
  look: JoinLook;
  on_let_in: () => void;
  on_undo: () => void;
  on_leave: () => void;
}

function Done({ look, on_let_in, on_undo, on_leave }: DoneProps): JSX.Element {
  const name = look.kept.name;
  return (
    <Card tone="leaf" title={say("join.done")}>
      <p role="status">{say("join.done_lead", { name })}</p>
      {look.lost_sight.length > 0 && (
        <>
          <p>{say("join.lost_sight", { name })}</p>
          <ul>
            {look.lost_sight.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      <p>{say("join.look_at_reach", { name })}</p>
      <div class="row">
        <ButtonLink
          kind="main"
          icon="sharing"
          href={`/people/${look.kept.record}/sharing`}
          onClick={on_let_in}
        >
          {say("join.let_in")}
        </ButtonLink>
        <Button onClick={on_leave}>{say("join.end")}</Button>
        {look.can_undo && (
          <Button kind="plain" icon="undo" onClick={on_undo}>
            {say("join.undo")}
          </Button>
        )}
      </div>
    </Card>
  );
}
