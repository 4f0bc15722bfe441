// The whole way of a person, from a circle to a step in the plan: written once, walked by every kind of hand.

import { expect, type Locator, type Page } from "@playwright/test";
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
  await page.goto("/matters?question=who-everyday");
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
  await page.goto("/matters?question=where");
  await hand.write(page.getByLabel("Postcode or town"), place);
  await hand.press(page.getByRole("button", { name: "Look for it" }));
  await hand.press(page.getByRole("status").getByRole("button").first());
  await expect(page.getByText(/^Ideas are found near/)).toBeVisible();
}

/** Chooses the first idea offered; answers its name. */
export async function choose_first_idea(page: Page, hand: Hand, companion?: string): Promise<string> {
  await page.goto("/ideas");
  await expect(page.getByText("You don't have to do any of these.")).toBeVisible();
  const choose = page.getByRole("button", { name: /^Choose this/ }).first();
  const name = ((await choose.textContent()) ?? "").replace(/^Choose this: /, "");
  await hand.press(choose);
  if (companion) await hand.pick(sheet(page).getByLabel(/Who would come along/), companion);
  await hand.press(sheet(page).getByRole("button", { name: "Choose this" }));
  const chosen = page.getByRole("region", { name: "What you have chosen" });
  await expect(chosen.getByRole("heading", { name })).toBeVisible();
  return name;
}

export async function place_first_step(page: Page, hand: Hand, idea: string, words: string): Promise<void> {
  const chosen = page.getByRole("region", { name: "What you have chosen" });
  await hand.press(chosen.getByRole("button", { name: `Put a first step in my plan : ${idea}` }));
  await hand.write(sheet(page).getByLabel("A first small step"), words);
  await hand.press(sheet(page).getByRole("button", { name: "Put in my plan" }));
  await expect(sheet(page)).toHaveCount(0);
}
