// Settings of this device: light or dark, locking, signing out. Nothing here changes a record.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { LazyPage } from "../../app/lazy-page";
import { Button, ButtonLink } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { ChooseOne } from "../../components/choice-list/choice-list";
import { Page } from "../../components/page/page";
import { LanguageChoice } from "../../components/language-choice/language-choice";
import { use_voices } from "../../components/read-aloud/read-aloud";
import { voice_for } from "../../components/read-aloud/voices";
import { choose_contrast, chosen_contrast, type Contrast } from "../../look/contrast";
import { choose_light, chosen_light, type Light } from "../../look/light";
import { language, say } from "../../rules/say";
import { day_in, installation_now } from "../../sync/clock";
import { session } from "../../sync/session";
import { use_house } from "../../sync/use-house";
import { KeptHere } from "./kept-here";
import type { Id } from "../../view";
import { said_date } from "../../words/day-words";

/** Everything in their own record, made by the server: the browser keeps it as a file. */
function take(record: Id, form: "html" | "json"): string {
  return `/api/records/${record}/export?as=${form}&lang=${language}`;
}

const work_times = () => import("./work-times").then((file) => file.WorkTimesCard);

const calendar = () => import("./calendar-card").then((file) => file.CalendarCard);

export function SettingsPage(): JSX.Element {
  const { me } = use_house();
  const [light, set_light] = useState<Light>(chosen_light());
  const voices = use_voices();
  const lights: Light[] = ["device", "light", "dark"];

  function choose(chosen: Light): void {
    choose_light(chosen);
    set_light(chosen);
  }

  return (
    <Page narrow title={say("settings.title")}>
      <Card title={say("settings.language")}>
        <LanguageChoice own_device={me.device === "own"} />
      </Card>
      <Card title={say("settings.light")}>
        <ChooseOne
          across
          legend={say("settings.light")}
          legend_heard
          value={light}
          on_change={choose}
          options={lights.map((value) => ({ value, label: say(`settings.light.${value}`) }))}
        />
      </Card>
      <ContrastCard />
      <Card title={say("settings.read_aloud")}>
        <p>{say(voice_for(language, voices) ? "settings.read_aloud.here" : "settings.read_aloud.none")}</p>
      </Card>
      {me.role === "practitioner" && <LazyPage load={work_times} />}
      {me.role === "practitioner" && <LazyPage load={calendar} />}
      <Card title={say("settings.device")}>
        <p>{say(me.device === "own" ? "settings.own" : "settings.shared")}</p>
        {me.device === "own" && <p class="small soft">{say("settings.own_limits")}</p>}
        <div class="row">
          {me.device === "own" && (
            <Button icon="lock" onClick={() => void session.lock()}>
              {say("settings.lock")}
            </Button>
          )}
          <Button icon="leave" onClick={() => void session.sign_out()}>
            {say("settings.sign_out")}
          </Button>
        </div>
        <p class="small soft">{say("settings.sign_out_hint")}</p>
      </Card>
      {me.role === "practitioner" && me.device === "own" && <KeptHere />}
      {me.way_back && (
        <Card tone="teal" title={say("settings.way_back")}>
          <p>
            {say("settings.way_back_lead", {
              day: said_date(me.way_back.at.slice(0, 10), day_in(me.zone, installation_now())),
              by: me.way_back.by || say("settings.way_back_somebody"),
            })}
          </p>
          <p>{say("settings.way_back_not_you")}</p>
        </Card>
      )}
      {me.record && (
        <Card title={say("settings.take")}>
          <p>{say("settings.take_lead")}</p>
          <div class="row">
            <ButtonLink href={take(me.record, "html")} download="my-record.html">
              {say("settings.take_page")}
            </ButtonLink>
            <ButtonLink href={take(me.record, "json")} download="my-record.json">
              {say("settings.take_data")}
            </ButtonLink>
          </div>
          <p class="small soft">
            {say("settings.take_care")} {say("settings.take_signal")}
          </p>
        </Card>
      )}
      <Card title={say("settings.leave")}>
        <p>{say("settings.leave_lead")}</p>
      </Card>
    </Page>
  );
}

function ContrastCard(): JSX.Element {
  const [contrast, set_contrast] = useState<Contrast>(chosen_contrast());
  const contrasts: Contrast[] = ["device", "more"];

  function choose(chosen: Contrast): void {
    choose_contrast(chosen);
    set_contrast(chosen);
  }

  return (
    <Card title={say("settings.contrast")}>
      <ChooseOne
        across
        legend={say("settings.contrast")}
        legend_heard
        value={contrast}
        on_change={choose}
        options={contrasts.map((value) => ({ value, label: say(`settings.contrast.${value}`) }))}
      />
    </Card>
  );
}
