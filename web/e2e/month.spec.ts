// The person's month: Kith is made quiet and starts again, a later date comes, and About me is written.

import type { Page } from "@playwright/test";
import { no_axe_findings } from "./checks.ts";
import { expect, page_of, test } from "./demo.ts";
import { mouse } from "./hands.ts";
import { heading, let_days_pass } from "./walk.ts";

async function make_quiet(page: Page, why: string): Promise<void> {
  await page.getByRole("button", { name: "Make Kith quiet for a while" }).click();
  await no_axe_findings(page);
  await page.getByRole("radio", { name: why }).check();
  await page.getByRole("button", { name: "Make it quiet" }).click();
}

test("PS6 quiet: Sam is asked nothing, Amina sees it at once and nothing of Sam is due, and one tap undoes it", async ({
  browser,
  demo_of_its_own,
}) => {
  test.slow();
  const demo = await demo_of_its_own();
  const sam = await page_of(browser, demo, "Sam");
  const amina = await page_of(browser, demo, "Amina");
  await sam.goto("/now");
  await expect(sam.getByRole("link", { name: "Tell how it went" })).toBeVisible();
  await amina.goto(`/people/${demo.person("Sam").record}/together`);
  await heading(amina, /Sam/);

  await make_quiet(sam, "In hospital");
  await expect(sam.getByText("Nothing is asked, and nothing is late.")).toBeVisible();
  await expect(sam.getByRole("link", { name: "Tell how it went" })).toHaveCount(0);
  await no_axe_findings(sam);
  await expect(amina.getByText("In hospital")).toBeVisible();
  await amina.goto("/people");
  await expect(amina.getByRole("row", { name: /Sam/ })).toContainText("Quiet just now");

  await sam.getByRole("button", { name: "Start again" }).click();
  await expect(sam.getByText("Nothing is asked, and nothing is late.")).toHaveCount(0);
  await sam.context().close();
  await amina.context().close();
});

test("PS5 after a death the record is not there for anybody but its keeper, who can undo it", async ({
  browser,
  demo_of_its_own,
}) => {
  test.slow();
  const demo = await demo_of_its_own();
  const amina = await page_of(browser, demo, "Amina");
  const record = demo.person("Sam").record;
  const sam = await page_of(browser, demo, "Sam");
  await sam.goto("/plan");
  await heading(sam, "My plan");
  await amina.goto(`/people/${record}/together`);
  await amina.getByRole("button", { name: "Make Kith quiet for a while" }).click();
  await amina.getByRole("radio", { name: "This person has died" }).check();
  await expect(amina.getByText("Everybody who can see something here can read this.")).toHaveCount(0);
  await expect(amina.getByRole("button", { name: "Close this record" })).toBeDisabled();
  await amina.getByRole("checkbox", { name: "Yes, Sam has died" }).check();
  await no_axe_findings(amina);
  await amina.getByRole("button", { name: "Close this record" }).click();
  await expect(amina.getByText(/This record is closed/)).toBeVisible();
  await expect(amina.getByRole("heading", { level: 1 })).toBeFocused();
  for (const name of ["Start a visit", "Print a way back", "Arrange a time", "Add a line"])
    await expect(amina.getByRole("button", { name })).toHaveCount(0);
  await no_axe_findings(amina);
  const answer = await sam.request.get(`/api/records/${record}`);
  expect(answer.status()).toBe(404);
  await sam.reload();
  await expect(sam.getByText(/If this is wrong, tell somebody you know in your team\./)).toBeVisible();
  await amina.getByRole("button", { name: "Start again" }).click();
  await expect.poll(async () => (await sam.request.get(`/api/records/${record}`)).status()).toBe(200);
  await sam.context().close();
  await amina.context().close();
});

test("RV3 and RV5 three months after the circle Kith asks once, and it can be another day or never", async ({
  browser,
  demo_of_its_own,
}) => {
  test.slow();
  const demo = await demo_of_its_own();
  const sam = await page_of(browser, demo, "Sam");
  const asked = sam.getByText("It is about three months since you drew your circle.");
  for (let weeks = 0; weeks < 16 && !(await asked.isVisible()); weeks += 2) {
    await let_days_pass(sam, 14);
    await sam.goto("/now");
    await heading(sam, "My plan now");
  }
  await expect(asked).toBeVisible();
  await no_axe_findings(sam);
  await sam.goto("/follow-up");
  await expect(sam.getByText(/You can look at your circle again when you like/), "RV5").toBeVisible();
  await sam.goto("/now");
  await sam.getByRole("button", { name: "Stop asking this" }).click();
  await expect(asked).toHaveCount(0);

  await sam.goto("/follow-up");
  await sam
    .getByRole("button", { name: /Another day ?: Looking at your circle again/ })
    .first()
    .click();
  await no_axe_findings(sam);
  await sam.getByLabel("Ask me on").fill("2028-01-10");
  await sam.getByRole("button", { name: "Keep this day" }).click();
  await expect(sam.getByText(/10 January 2028/)).toBeVisible();
  await sam.context().close();
});

test("About me is written under its heading, and who was let in reads it", async ({
  browser,
  demo_of_its_own,
}) => {
  const demo = await demo_of_its_own();
  const sam = await page_of(browser, demo, "Sam");
  const hand = mouse();
  await sam.goto("/about");
  await heading(sam, "About me");
  await hand.press(sam.getByRole("button", { name: /Write ?: Please do/ }));
  await hand.write(sam.getByRole("textbox"), "Ask me twice. The first time I say no.");
  await no_axe_findings(sam);
  await hand.press(sam.getByRole("button", { name: "Keep these words" }));
  await expect(sam.getByText("Ask me twice.")).toBeVisible();
  const amina = await page_of(browser, demo, "Amina");
  await amina.goto(`/people/${demo.person("Priya").record}/about`);
  await heading(amina, "About Priya");
  await expect(amina.getByText("Please ring before you come.")).toBeVisible();
  await amina.goto(`/people/${demo.person("Sam").record}/about`);
  await expect(amina.getByRole("main")).not.toContainText("Ask me twice");
  await sam.context().close();
  await amina.context().close();
});

test("MS10 what is half written is there again after another page, until it is sent", async ({ open }) => {
  const page = await open("Sam");
  const words = "I do not know how to go on with the garden.";
  const write = page.getByRole("button", { name: "Write a message" });
  await page.goto("/messages");
  await write.click();
  const box = page.getByLabel("Your message");
  await box.fill(words);
  await page.getByRole("button", { name: "Leave it for now" }).click();
  await page.getByRole("link", { name: "My plan now" }).first().click();
  await heading(page, "My plan now");
  await page.goBack();
  await write.click();
  await expect(box).toHaveValue(words);
  const to = page.getByRole("checkbox").first();
  if (await to.isVisible()) await to.check();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText(words)).toBeVisible();
  await write.click();
  await expect(box).toHaveValue("");
});
