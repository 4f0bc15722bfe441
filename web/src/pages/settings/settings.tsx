// Settings of this device: light or dark, locking, signing out. Nothing here changes a record.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../components/button/button";
import { Card } from "../../components/card/card";
import { ChooseOne } from "../../components/choice-list/choice-list";
import { Page } from "../../components/page/page";
import { LanguageChoice } from "../../components/language-choice/language-choice";
import { choose_light, chosen_light, type Light } from "../../look/light";
import { say } from "../../rules/say";
import { session } from "../../sync/session";
import { use_house } from "../../sync/use-house";

export function SettingsPage(): JSX.Element {
  const { me } = use_house();
  const [light, set_light] = useState<Light>(chosen_light());
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
      <Card title={say("settings.leave")}>
        <p>{say("settings.leave_lead")}</p>
      </Card>
    </Page>
  );
}
