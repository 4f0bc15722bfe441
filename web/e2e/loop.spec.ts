// From a circle to "how did it go?": the whole loop in a real browser, by mouse, by keyboard alone, on a phone.

import { fits_sideways, no_axe_findings } from "./checks.ts";
import { expect, test } from "./demo.ts";
import { keyboard, mouse, type Hand } from "./hands.ts";
import {
  choose_first_idea,
  draw,
  finish_circle,
  heading,
  member,
  place_first_step,
  say_what_matters,
  say_where,
} from "./walk.ts";
import type { Page } from "@playwright/test";

async function walk(page: Page, hand: Hand, place: string): Promise<void> {
  await page.goto("/circle");
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
  await say_where(page, hand, place);
  const idea = await choose_first_idea(page, hand, "Aunt Bea");
  await no_axe_findings(page);
  await place_first_step(page, hand, idea, "Ring them on Monday, with Aunt Bea beside me.");

  await page.goto("/plan");
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

  await page.goto("/circle");
  await hand.press(member(page, "Aunt Bea"));
  await expect(page.getByRole("region", { name: "Aunt Bea" })).toContainText("Ring them on Monday");
  await page.goto("/now");
  await expect(
    page.getByText("Ring them on Monday, with Aunt Bea beside me.", { exact: true }),
  ).toBeVisible();
  await no_axe_findings(page);
}

/** The demo's invented town. */
const place = "Wrenbridge";

test("the whole loop by mouse, and it is still there after a reload", async ({ open }) => {
  test.slow();
  const page = await open("Joy");
  await walk(page, mouse(), place);
  await page.reload();
  await expect(
    page.getByText("Ring them on Monday, with Aunt Bea beside me.", { exact: true }),
  ).toBeVisible();
});

test("the whole loop by keyboard alone", async ({ open }) => {
  test.slow();
  const page = await open("Marek");
  await walk(page, keyboard(page), place);
});

test("the whole loop on a phone of 390 px, and nothing stands outside at 320 px", async ({ open }) => {
  test.slow();
  const page = await open("Priya", { width: 390 });
  await walk(page, mouse(), place);
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of [
    "/now",
    "/circle",
    "/matters",
    "/matters?question=access",
    "/ideas",
    "/plan",
    "/paper",
  ]) {
    await page.goto(path);
    await heading(page, /./);
    await fits_sideways(page);
  }
});

test("two weeks after: the question, an answer, and what could change", async ({ open }) => {
  const page = await open("Sam");
  await page.goto("/now");
  await page.getByRole("link", { name: "Tell how it went" }).click();
  await heading(page, /How did it go/);
  await no_axe_findings(page);
  await page.getByRole("button", { name: "Not yet" }).click();
  await page.getByRole("checkbox", { name: "I felt anxious" }).check();
  await page.getByRole("checkbox", { name: "somebody to go with" }).check();
  await page.getByRole("checkbox", { name: /I want to talk about this/ }).check();
  await no_axe_findings(page);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Thank you. It can wait, or it can change.")).toBeVisible();
  await expect(page.getByText(/We ask again/)).toBeVisible();
  await no_axe_findings(page);
  await page.getByRole("link", { name: "Back to my plan now" }).click();
  await expect(page.getByRole("link", { name: "Tell how it went" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "To ask or talk about" })).toContainText(
    "I want to talk about",
  );
});
