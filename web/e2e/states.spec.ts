// What opens over a page or inside it: axe, 320 px, and back to where one was, as for the pages themselves.

import type { Page } from "@playwright/test";
import { fits_sideways, no_axe_findings } from "./checks.ts";
import { expect, test } from "./demo.ts";

interface State {
  name: string;
  who: string;
  path: string;
  /** Opens it. */
  open: (page: Page) => Promise<void>;
}

const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole("main").getByRole("button", { name }).first().click();

/** Presses what opens a form that comes when it is first asked for. */
const press_for = (name: string, field: string) => async (page: Page) => {
  await press(name)(page);
  await page.getByLabel(field).first().waitFor();
};

const states: State[] = [
  {
    name: "adding somebody to the circle, with more",
    who: "Sam",
    path: "/circle",
    open: async (page) => {
      await press(/^Add somebody/)(page);
      await page.getByRole("dialog").getByText("More, if you like").click();
    },
  },
  {
    name: "somebody chosen in the circle",
    who: "Sam",
    path: "/circle",
    open: (page) => page.getByRole("button", { name: /^Mum,/ }).first().click(),
  },
  { name: "the circle as a list", who: "Priya", path: "/circle", open: press("List") },
  { name: "hard times", who: "Priya", path: "/circle", open: press("Hard times") },
  { name: "choosing an idea", who: "Sam", path: "/ideas", open: press(/^Choose this/) },
  {
    name: "something is not right with an idea",
    who: "Sam",
    path: "/ideas",
    open: press(/^Something is not right/),
  },
  { name: "ideas by distance", who: "Sam", path: "/ideas", open: press("Distances") },
  { name: "a find of one's own", who: "Sam", path: "/ideas", open: press("Add what I found") },
  {
    name: "a first step of an idea",
    who: "Sam",
    path: "/ideas",
    open: press(/^(Another step|Put a first step)/),
  },
  { name: "adding a goal", who: "Sam", path: "/plan", open: press("Add something I want") },
  { name: "adding a step", who: "Sam", path: "/plan", open: press(/^Add a step/) },
  {
    name: "changing a step",
    who: "Sam",
    path: "/plan",
    open: (page) => page.locator("summary").filter({ hasText: "Change" }).nth(1).click(),
  },
  { name: "adding a promise", who: "Sam", path: "/plan", open: press("Add a promise") },
  { name: "arranging a time", who: "Sam", path: "/plan", open: press_for("Arrange a time", "Which day?") },
  {
    name: "something to talk about",
    who: "Sam",
    path: "/now",
    open: press_for("Add something", "In your own words"),
  },
  { name: "an answer, and what got in the way", who: "Sam", path: "/follow-up", open: press("Not yet") },
  { name: "letting somebody in", who: "Sam", path: "/sharing", open: press("Let somebody in") },
  { name: "changing what somebody sees", who: "Sam", path: "/sharing", open: press(/^Change/) },
  { name: "ending what somebody sees", who: "Sam", path: "/sharing", open: press(/^End /) },
  { name: "opening a visit", who: "Sam", path: "/sharing", open: press("Open a visit") },
  {
    name: "help now",
    who: "practitioner",
    path: "/today",
    open: (page) => page.getByRole("button", { name: "Help now" }).click(),
  },
];

for (const { name, who, path, open } of states) {
  test(name, async ({ look }) => {
    const page = await look(who, path);
    await open(page);
    await no_axe_findings(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await no_axe_findings(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await fits_sideways(page);
    const dialog = page.getByRole("dialog");
    if ((await dialog.count()) === 0) return;
    await expect(dialog).toHaveAccessibleName(/./);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  });
}
