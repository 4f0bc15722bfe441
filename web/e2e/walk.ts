// The whole way of a person, from a circle to a step in the plan: written once, walked by every kind of hand.

import { expect, type Locator, type Page } from "@playwright/test";
import { no_axe_findings } from "./checks.ts";
import { pin } from "./demo.ts";
import type { Hand } from "./hands.ts";

export interface Somebody {
  name: string;
  kind: string;
  ring: "Most important to me" | "Quite important" | "A little important";
  often?: string;
  gives?: string;
  private?: boolean;
}

function sheet(page: Page): Locator {
  return page.locator("dialog[open]");
}

/** Opens an address as after closing the page; an own device asks for its PIN first. */
export async function go(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const lock = page.getByLabel("Your PIN");
  await expect(lock.or(page.getByRole("main").getByRole("heading", { level: 1 })).first()).toBeVisible();
  if (!(await lock.isVisible())) return;
  await lock.fill(pin);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(lock).toHaveCount(0);
}

export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

export async function draw(page: Page, hand: Hand, one: Somebody): Promise<void> {
  await hand.press(page.getByRole("button", { name: /^Add (the first|somebody)/ }));
  const form = sheet(page);
  await hand.write(form.getByLabel("What do you call them?"), one.name);
  await hand.pick(form.getByLabel("Who or what are they?"), one.kind);
  await hand.tick(form.getByRole("radio", { name: one.ring }));
  if (one.often || one.gives || one.private) await hand.press(form.getByText("More, if you like"));
  if (one.often) await hand.pick(form.getByLabel("How often are you in touch?"), one.often);
  if (one.gives) {
    const gives = form.getByRole("group", { name: "What do they help you with?" });
    await hand.tick(gives.getByRole("checkbox", { name: one.gives }));
  }
  if (one.private) await hand.tick(form.getByRole("checkbox", { name: /Keep this private/ }));
  await hand.press(form.getByRole("button", { name: "Put in my circle" }));
  await expect(sheet(page)).toHaveCount(0);
  await expect(member(page, one.name)).toBeVisible();
}

export function member(page: Page, name: string): Locator {
  return page
    .getByRole("group", { name: /Picture of my circle/ })
    .getByRole("button", { name: new RegExp(`^${name},`) });
}

export async function finish_circle(page: Page, hand: Hand): Promise<void> {
  const finish = page.getByRole("button", { name: "My circle is finished for now" });
  const again = page.getByRole("button", { name: "Not finished after all" });
  await expect(finish.or(again)).toBeVisible();
  if (await again.isVisible()) await hand.press(again);
  await hand.press(finish);
  await expect(page.getByRole("heading", { name: "What this circle shows" })).toBeVisible();
  await hand.press(page.getByRole("button", { name: "Yes", exact: true }));
}

/** Who helps day to day, whether it is enough, and a wish that becomes a goal. */
export async function say_what_matters(page: Page, hand: Hand, helper: string, wish: string): Promise<void> {
  await go(page, "/matters?question=who-everyday");
  await heading(page, "Who or what helps you day to day?");
  await hand.tick(page.getByRole("checkbox", { name: helper }));
  await hand.press(page.getByRole("button", { name: "Next" }));
  await hand.tick(page.getByRole("radio", { name: "There could be more" }));
  await hand.press(page.getByRole("button", { name: "Next" }));
  await heading(page, "What would you like day to day?");
  await write_words(page, hand, "I would like…", wish, "Keep these words");
  await hand.press(
    page.getByRole("article").filter({ hasText: wish }).getByRole("button", { name: "Make this a goal" }),
  );
  await expect(page.getByRole("link", { name: "This is a goal in your plan" }).first()).toBeVisible();
}

async function write_words(
  page: Page,
  hand: Hand,
  label: string,
  words: string,
  send: string,
): Promise<void> {
  const box = page.getByLabel(label);
  const more = page.getByRole("button", { name: "Add your own words" });
  await expect(box.or(more).first()).toBeVisible();
  if (!(await box.isVisible())) await hand.press(more);
  await hand.write(box, words);
  await hand.press(page.getByRole("button", { name: send }));
  await expect(page.getByRole("article").filter({ hasText: words })).toBeVisible();
}

export async function say_where(page: Page, hand: Hand, place: string): Promise<void> {
  await go(page, "/matters?question=where");
  await hand.write(page.getByLabel("Postcode or town"), place);
  await hand.press(page.getByRole("button", { name: "Look for it" }));
  await hand.press(page.getByRole("status").getByRole("button").first());
  await expect(page.getByText(/^Ideas are found near/)).toBeVisible();
}

/** Chooses the first idea offered; answers its name. */
export async function choose_first_idea(page: Page, hand: Hand, companion?: string): Promise<string> {
  await go(page, "/ideas");
  await expect(page.getByText("You don't have to do any of these.")).toBeVisible();
  const choose = page.getByRole("button", { name: /^Choose this/ }).first();
  const name = ((await choose.textContent()) ?? "").replace(/^Choose this: /, "");
  await hand.press(choose);
  if (companion) await hand.pick(sheet(page).getByLabel(/Who would come along/), companion);
  await hand.press(sheet(page).getByRole("button", { name: "Choose this" }));
  const chosen = page.getByRole("region", { name: "What you have chosen" });
  await expect(chosen.getByRole("heading", { name })).toBeVisible();
  await expect(page.locator(":focus")).toHaveText(name);
  return name;
}

export async function place_first_step(page: Page, hand: Hand, idea: string, words: string): Promise<void> {
  const chosen = page.getByRole("region", { name: "What you have chosen" });
  await hand.press(chosen.getByRole("button", { name: `Put a first step in my plan : ${idea}` }));
  await hand.write(sheet(page).getByLabel("A first small step"), words);
  await hand.press(sheet(page).getByRole("button", { name: "Put in my plan" }));
  await expect(sheet(page)).toHaveCount(0);
  await expect(
    chosen.getByRole("region", { name: idea }).getByRole("link", { name: "A step is in your plan" }),
  ).toBeVisible();
}

/** The whole loop. Without a place to look for, their place is already known. */
export async function walk_the_loop(page: Page, hand: Hand, place: string | null): Promise<void> {
  await go(page, "/circle");
  await heading(page, "My circle");
  await no_axe_findings(page);
  await draw(page, hand, {
    name: "Aunt Bea",
    kind: "other family",
    ring: "Most important to me",
    often: "most days",
    gives: "day to day",
  });
  await draw(page, hand, { name: "Captain", kind: "pet", ring: "Quite important" });
  await draw(page, hand, { name: "Quinn", kind: "friend", ring: "A little important", private: true });
  await no_axe_findings(page);
  await finish_circle(page, hand);

  await say_what_matters(page, hand, "Aunt Bea", "Somebody to sort the post with me.");
  await no_axe_findings(page);
  if (place) await say_where(page, hand, place);
  const idea = await choose_first_idea(page, hand, "Aunt Bea");
  await no_axe_findings(page);
  await place_first_step(page, hand, idea, "Ring them on Monday, with Aunt Bea beside me.");

  await go(page, "/plan");
  await expect(
    page.getByRole("article").filter({ hasText: "Somebody to sort the post with me." }),
  ).toBeVisible();
  const step = page.getByRole("article").filter({ hasText: "Ring them on Monday" });
  await expect(step).toContainText("Your words");
  await expect(step).toContainText("with Aunt Bea");
  await expect(step).toContainText(idea);
  await hand.press(step.getByRole("button", { name: "Under way" }));
  await expect(step.getByRole("button", { name: "Under way" })).toHaveAttribute("aria-pressed", "true");
  await no_axe_findings(page);

  await go(page, "/circle");
  await hand.press(member(page, "Aunt Bea"));
  await expect(page.getByRole("region", { name: "Aunt Bea" })).toContainText("Ring them on Monday");
  await go(page, "/now");
  await expect(
    page.getByText("Ring them on Monday, with Aunt Bea beside me.", { exact: true }),
  ).toBeVisible();
  await no_axe_findings(page);
}

/** By the demo's clock in the corner. */
export async function let_days_pass(page: Page, days: 1 | 7 | 14): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByText(/^Today here:/).click();
  const reloaded = page.waitForEvent("load");
  await page.getByRole("button", { name: days === 1 ? "One day on" : `${days} days on` }).click();
  await reloaded;
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}
