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
  await line.getByRole("button", { name: /What do you make of this/ }).click();
  await line.getByRole("button", { name: "Offer other words" }).click();
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
  await expect(card(amina, "Sleep through most nights.").getByText("Sam’s words").first()).toBeVisible();
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

test("DE1 DE5 DE7 a decision keeps what was offered, doing nothing too, and every answer", async ({
  browser,
  demo_of_its_own,
}) => {
  const demo = await demo_of_its_own();
  const sam = await page_of(browser, demo, "Sam"),
    amina = await page_of(browser, demo, "Amina");
  await amina.goto(`/people/${demo.person("Sam").record}/plan`);
  await amina.getByRole("button", { name: "Something to decide" }).click();
  await amina.getByLabel("What is there to decide?").fill("How to sleep better this month?");
  await amina.getByLabel("Option 1").fill("Talk with Dr Lee about the evening tablet");
  await amina.getByLabel("Option 2").fill("Go to the sleep group");
  await expect(amina.getByText("Doing nothing is always offered too.")).toBeVisible();
  await amina.getByRole("button", { name: "Put it in the plan" }).click();
  await expect(amina.getByText("Sam has not answered, and there is no hurry.")).toBeVisible();

  await sam.goto(plan);
  await sam.getByRole("button", { name: /^Answer/ }).click();
  await sam.getByRole("radio", { name: "Doing nothing, for now" }).check();
  await sam.getByLabel("In your own words").fill("I want to see how the phone goes first.");
  await sam.getByRole("button", { name: "Save" }).click();
  await expect(amina.getByText("Sam said: Doing nothing, for now")).toBeVisible();
  await sam.getByRole("button", { name: /^Change the answer/ }).click();
  await sam.getByRole("radio", { name: "Go to the sleep group" }).check();
  await sam.getByRole("button", { name: "Save" }).click();
  await expect(amina.getByText("Sam said: Go to the sleep group")).toBeVisible();
  await amina.getByText("Earlier answers").click();
  await expect(amina.getByText("I want to see how the phone goes first.", { exact: true })).toBeVisible();
  await no_axe_findings(amina);
});

test("ST12 what is prepared is nobody else's until it is brought to the meeting", async ({
  browser,
  demo_of_its_own,
}) => {
  const demo = await demo_of_its_own();
  const sam = await page_of(browser, demo, "Sam"),
    amina = await page_of(browser, demo, "Amina");
  await sam.goto("/now");
  await sam.getByRole("link", { name: "Get ready in private" }).click();
  await sam.getByRole("button", { name: /^Write.*hard to say/ }).click();
  await expect(sam.getByText("Only you can see this.", { exact: false })).toBeVisible();
  await sam
    .getByRole("textbox", { name: "Something that is hard to say" })
    .fill("The tablets make me feel far away.");
  await sam.getByRole("button", { name: "Keep it here" }).click();
  const line = sam.getByText("The tablets make me feel far away.").first();
  await expect(line).toBeVisible();
  const record = demo.person("Sam").record!;
  const seen_by_amina = async (): Promise<string> => {
    const headers = { Authorization: `Bearer ${demo.person("Amina").token}` };
    return await (await fetch(`${demo.url}/api/records/${record}`, { headers })).text();
  };
  expect(await seen_by_amina()).not.toContain("far away");
  await no_axe_findings(sam);
  await sam.getByRole("button", { name: /^Bring this to the meeting/ }).click();
  await expect(sam.locator("#ready-shared-hard_to_say")).toBeFocused();
  await amina.goto(`/people/${record}/together`);
  await expect(amina.getByText("The tablets make me feel far away.", { exact: true })).toBeVisible();
});

test("ST11 what good help looks like is up to three lines", async ({ browser, demo_of_its_own }) => {
  const demo = await demo_of_its_own();
  const sam = await page_of(browser, demo, "Sam");
  await sam.goto("/about");
  for (const words of ["Say when you will ring.", "Sit beside me.", "Ask before you write."]) {
    await sam.getByRole("button", { name: /^Write.*good help/ }).click();
    await sam.getByRole("textbox", { name: "What good help looks like to me" }).fill(words);
    await sam.getByRole("button", { name: "Keep these words" }).click();
    await expect(sam.getByText(words).first()).toBeVisible();
  }
  await expect(sam.getByRole("button", { name: /^Write.*good help/ })).toHaveCount(0);
});
