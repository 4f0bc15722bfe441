// The app: who is here decides what stands in the frame.

import type { JSX } from "preact";
import { useEffect, useErrorBoundary } from "preact/hooks";
import { Button } from "../components/button/button";
import { Page } from "../components/page/page";
import { LockPage } from "../pages/lock/lock";
import { SignInPage } from "../pages/sign-in/sign-in";
import { say } from "../rules/say";
import { session, type House } from "../sync/session";
import { use_watched } from "../sync/use-record";
import { spoken } from "../words/catalogue";
import { address, go } from "./address";
import { AccountPage } from "./account-page";
import { Frame } from "./frame";
import { Opening } from "./opening";
import { RecordFrame } from "./record-frame";
import { LazyPage } from "./lazy-page";
import { home_of, page_outside, place_of } from "./routes";

export function App(): JSX.Element {
  const state = use_watched(session);
  const at = use_watched(address);
  use_watched(spoken);
  const [broken] = useErrorBoundary();
  const place = place_of(at);
  if (broken)
    return (
      <Frame>
        <Broken />
      </Frame>
    );
  const outside = page_outside(place);
  if (outside)
    return (
      <Frame>
        <LazyPage load={outside} />
      </Frame>
    );
  switch (state.at) {
    case "starting":
      return (
        <Frame>
          <Opening />
        </Frame>
      );
    case "signed_out":
      return (
        <Frame>
          <SignInPage why={state.why} words_wait={state.words_wait} />
        </Frame>
      );
    case "locked":
      return (
        <Frame>
          <LockPage why={state.why} />
        </Frame>
      );
    case "in":
      return <Inside house={state.house} pass_over={state.pass_over} at={at} />;
  }
}

function Inside({ house, pass_over, at }: { house: House; pass_over: boolean; at: string }): JSX.Element {
  const place = place_of(at);
  const { role, record } = house.me;
  useEffect(() => {
    if (place.to === "home") go(home_of(role), "replace");
  }, [at, role]);
  if (pass_over && at.startsWith("/sign-in"))
    return (
      <Frame>
        <SignInPage why="nobody" words_wait />
      </Frame>
    );
  if (place.to === "record") {
    const whose = place.record ?? record;
    if (whose)
      return (
        <RecordFrame
          house={house}
          record={whose}
          own={!place.record}
          page={place.page}
          pass_over={pass_over}
        />
      );
  }
  return <AccountPage house={house} place={place} pass_over={pass_over} />;
}

function Broken(): JSX.Element {
  return (
    <Page narrow title={say("app.absent.title")} lead={say("app.broken")}>
      <div>
        <Button kind="main" onClick={() => location.reload()}>
          {say("app.reload")}
        </Button>
      </div>
    </Page>
  );
}
