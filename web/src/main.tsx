// The start: words, look, worker, and the app in its one element.

import { render } from "preact";
import "./look/look.css";
import { App } from "./app/app";
import { follow_links } from "./app/address";
import { show_chosen_contrast } from "./look/contrast";
import { show_chosen_light } from "./look/light";
import { keep_app_on_device, task_has_ended } from "./app/app-keeper";
import { whole_rules } from "./rules/rules";
import { session } from "./sync/session";
import { all_words, language, speak } from "./words/catalogue";
import { chosen_language } from "./words/chosen-language";

async function start(): Promise<void> {
  show_chosen_light();
  show_chosen_contrast();
  const chosen = chosen_language();
  if (chosen !== language) await speak(chosen);
  const place = document.getElementById("app");
  if (!place) throw new Error("the page has no place for the app");
  if (import.meta.env.DEV && location.search.includes("fixture=")) {
    const { show_fixture } = await import("./fixtures/show-fixture");
    return show_fixture(place);
  }
  await keep_app_on_device();
  follow_links();
  render(<App />, place);
  void all_words();
  session.subscribe(() => {
    const { at } = session.get();
    if (at === "locked" || at === "signed_out") void task_has_ended();
  });
  await session.start();
  void whole_rules();
}

void start();
