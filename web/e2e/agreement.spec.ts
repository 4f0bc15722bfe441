// Whose words, and what each makes of them: the person and a practitioner in their own browsers,
// quarrelling over one line. Rules AG1 to AG12.

import type { Locator, Page } from "@playwright/test";
import { command, new_id } from "../src/commands.ts";
import { agree, now_at } from "./agreed.ts";
import { fits_sideways, no_axe_findings } from "./checks.ts";
import { expect, page_of, test } from "./demo.ts";

const goal = "Sleep through, without tablets that make me foggy.";
const plan = "/plan";

function card(page: Page, words: string): Locator {
  return page.getByRole("main").locator("article", { hasText: words }).first();
}

test("AG1 AG5 AG6 a stance is said, stands beside the words on a card of the same size, and is taken back", async ({
  browser,
  demo_of_its_own,
}) => {
  const demo = await demo_of_its_own();
  const sam = await page_of(browser, demo, "Sam"),
    amina = await page_of(browser, demo, "Amina");
  const record = demo.person("Sam").record!;
  await amina.goto(`/people/${record}/plan`);
  await sam.goto(plan);
  const step = card(amina, "Leave my phone downstairs");
  await step.getByRole("button", { name: /What do you make of this/ }).click();
  await expect(step.getByText("nobody is watching", { exact: false })).toBeVisible();
  await step.getByRole("radio", { name: "I see it differently" }).check();
  await step.getByLabel("In your own words").fill("The phone is how your mum reaches you.");
  await step.getByRole("button", { name: "Save" }).click();
  const view = sam.getByText("The phone is how your mum reaches you.");
  await expect(view).toBeVisible();
  await expect(sam.getByText("Amina Yusuf sees it differently", { exact: false })).toBeVisible();
  const theirs = sam.getByText("Leave my phone downstairs", { exact: false }).first();
  const [size, weight, colour] = await theirs.evaluate((one) => {
    const style = getComputedStyle(one);
    return [style.fontSize, style.fontWeight, style.color];
  });
  expect(
    await view.evaluate((one) => {
      const style = getComputedStyle(one);
      return [style.fontSize, style.fontWeight, style.color];
    }),
  ).toEqual([size, weight, colour]);
  await no_axe_findings(sam);

  await sam.setViewportSize({ width: 390, height: 844 });
  await fits_sideways(sam);

  await step.getByRole("button", { name: /What do you make of this/ }).click();
  await step.getByRole("button", { name: "Take it back" }).click();
  await expect(view).toHaveCount(0);
});

test("AG8 AG9 AG10 other words change nothing until the owner takes them over", async ({
  browser,
  demo_of_its_own,
}) => {
  const demo = await demo_of_its_own();
  const sam = await page_of(browser, demo, "Sam"),
    amina = await page_of(browser, demo, "Amina");
  const record = demo.person("Sam").record!;
  await amina.goto(`/people/${record}/plan`);
  await sam.goto(plan);
  const line = card(amina, goal);
  await line.getByRole("button", { name: /Offer other words/ }).click();
  await line.getByLabel("How might it be said?").fill("Sleep through most nights.");
  await line.getByRole("button", { name: "Offer these words" }).click();
  await expect(line.getByText("You offered Sam other words", { exact: false })).toBeVisible();

  const offer = sam.getByRole("region", { name: "Amina Yusuf offers other words" });
  await expect(offer.getByText("Sleep through most nights.")).toBeVisible();
  await expect(card(sam, goal)).toBeVisible();
  await offer.getByRole("button", { name: "Use these words" }).focus();
  await sam.keyboard.press("Enter");
  await expect(sam.getByText("Amina Yusuf offered these words")).toBeVisible();
  await expect(card(amina, "Sleep through most nights.")).toBeVisible();
  await expect(card(amina, "Sleep through most nights.").getByText("Sam’s words")).toBeVisible();
  await expect(amina.getByText("About earlier words", { exact: false })).toBeVisible();
  await no_axe_findings(sam);
});

test("AG1 in a visit one answer is kept for each of the lines that were talked about", async ({
  browser,
  demo_of_its_own,
}) => {
  const demo = await demo_of_its_own();
  const sam = await page_of(browser, demo, "Sam"),
    amina = await page_of(browser, demo, "Amina");
  const now = await now_at(sam);
  const one = demo.person("Sam");
  const visit = { visit: new_id(), with: [demo.person("Amina").account], parts: ["plan" as const] };
  await agree(demo, one, one.record!, [command("open_visit", visit, now)]);
  await amina.goto(`/people/${one.record}/plan`);
  await amina.getByRole("button", { name: "Say it for several lines" }).click();
  await amina.getByRole("radio", { name: "My answer" }).check();
  const lines = amina.getByRole("group", { name: "Which lines did you talk about?" });
  await lines.getByRole("checkbox", { name: /Leave my phone/ }).check();
  await lines.getByRole("checkbox", { name: /Get my hands in the soil/ }).check();
  await amina
    .getByRole("group", { name: /make of this/ })
    .getByRole("radio", { name: "I agree", exact: true })
    .check();
  await amina.getByRole("button", { name: "Save" }).click();
  await sam.goto(plan);
  await expect(card(sam, "Leave my phone").getByText("Amina Yusuf agrees", { exact: false })).toBeVisible();
  await expect(
    card(sam, "Get my hands in the soil").getByText("Amina Yusuf agrees", { exact: false }),
  ).toBeVisible();
});
