// The lock: this device opens with its PIN. Help now and Leave quickly stand outside it, in the frame.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { Field } from "../../components/field/field";
import { Notice } from "../../components/notice/notice";
import { Page } from "../../components/page/page";
import { say } from "../../rules/say";
import { pin_digits_max } from "../../store/pin-lock";
import { session } from "../../sync/session";
import "./lock.css";

export function LockPage({ why }: { why: "pin" | "clock" }): JSX.Element {
  return why === "clock" ? <ClockBack /> : <PinLock />;
}

function PinLock(): JSX.Element {
  const [pin, set_pin] = useState("");
  const [problem, set_problem] = useState<string>();
  const [trying, set_trying] = useState(false);
  const [wait_s, set_wait_s] = useState(0);
  useEffect(() => {
    void session.pin_wait_ms().then((wait_ms) => set_wait_s(Math.ceil(wait_ms / 1000)));
  }, []);
  useEffect(() => {
    if (wait_s <= 0) return;
    const tick = setTimeout(() => set_wait_s(wait_s - 1), 1000);
    return () => clearTimeout(tick);
  }, [wait_s]);

  async function open(event: Event): Promise<void> {
    event.preventDefault();
    if (trying || wait_s > 0) return;
    set_trying(true);
    const tried = await session.try_pin(pin.trim());
    set_trying(false);
    if (tried.opened) return;
    set_pin("");
    set_problem(say("lock.wrong"));
    set_wait_s(Math.ceil(tried.wait_ms / 1000));
  }

  return (
    <div class="lock">
      <Page narrow title={say("lock.title")} lead={say("lock.lead")}>
        <Card>
          <form class="stack" onSubmit={(event) => void open(event)}>
            <Field
              label={say("lock.pin")}
              type="password"
              inputMode="numeric"
              autocomplete="off"
              autofocus
              maxLength={pin_digits_max}
              value={pin}
              problem={problem}
              on_change={set_pin}
            />
            <p class="soft" role="status">
              {wait_s > 0 ? say("lock.wait", { seconds: wait_s }) : ""}
            </p>
            <Button kind="main" wide type="submit" disabled={trying || wait_s > 0}>
              {say("lock.open")}
            </Button>
          </form>
        </Card>
        <Forgotten />
      </Page>
    </div>
  );
}

function Forgotten(): JSX.Element {
  const [asking, set_asking] = useState(false);
  if (!asking)
    return (
      <div>
        <Button kind="plain" onClick={() => set_asking(true)}>
          {say("lock.forgotten")}
        </Button>
      </div>
    );
  return (
    <Notice tone="ask" title={say("lock.forgotten_title")} spoken>
      <p>{say("lock.forgotten_lead")}</p>
      <div class="row">
        <Button onClick={() => void session.sign_out()}>{say("lock.empty_device")}</Button>
        <Button kind="plain" onClick={() => set_asking(false)}>
          {say("lock.keep")}
        </Button>
      </div>
    </Notice>
  );
}

function ClockBack(): JSX.Element {
  const [reached, set_reached] = useState<boolean | null>(null);
  return (
    <div class="lock">
      <Page narrow title={say("lock.clock_title")} lead={say("lock.clock_lead")}>
        {reached === false && (
          <Notice spoken>
            <p>{say("lock.clock_no_signal")}</p>
          </Notice>
        )}
        <div>
          <Button kind="main" onClick={() => void session.clear_clock().then(set_reached)}>
            {say("app.try_again")}
          </Button>
        </div>
      </Page>
    </div>
  );
}
