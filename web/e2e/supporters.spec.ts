// Supporters: invited from the circle, let in part by part, and shown less from one moment to the next.

import type { Browser, Page } from "@playwright/test";
import { expect, page_of, test, watch, type DemoServer } from "./demo.ts";

const ten_letters = "a long enough password";

/** Sam invites Mum to see the plan, and reads out the code. */
async function invite(sam: Page): Promise<{ link: string; code: string }> {
  await sam.goto("/sharing");
  await sam.getByRole("button", { name: "Invite somebody from your circle" }).click();
  await sam.getByRole("button", { name: "Mum", exact: true }).click();
  await sam
    .getByRole("group", { name: "What may Mum see?" })
    .getByLabel(/^The plan/)
    .check();
  await sam.getByRole("button", { name: "Make the invitation" }).click();
  const dialog = sam.getByRole("dialog");
  await expect(dialog.getByText(/\/invited\//)).toBeVisible();
  const link = (await dialog.locator(".invitation-link").textContent()) ?? "";
  const code = (await dialog.locator(".paper-code").textContent()) ?? "";
  await sam.keyboard.press("Escape");
  return { link, code };
}

async function take(browser: Browser, demo: DemoServer, link: string, code: string, faults: string[]) {
  const mum = await (await browser.newContext({ baseURL: demo.url })).newPage();
  watch(mum, demo.url, faults);
  await mum.goto(new URL(link).pathname);
  await mum.getByLabel("The code they told you").fill("AAAA-AAAA");
  await mum.getByRole("button", { name: "Open the invitation" }).click();
  await expect(mum.getByText("Nothing opened.")).toBeVisible();
  await mum.getByLabel("The code they told you").fill(code.toLowerCase());
  await mum.getByRole("button", { name: "Open the invitation" }).click();
  await expect(mum.getByRole("heading", { name: "Sam invites you" })).toBeVisible();
  await expect(mum.getByText("You can see the plan.")).toBeVisible();
  await mum.getByLabel("What shall we call you?").fill("Shirin");
  await mum.getByLabel("A name to sign in with").fill("shirin b");
  await mum.getByLabel("A password").fill(ten_letters);
  await mum.getByRole("radio", { name: /shared/ }).check();
  await mum.getByRole("button", { name: "Take the invitation" }).click();
  await expect(mum.getByRole("heading", { name: "For you, as a supporter" })).toBeVisible();
  return mum;
}

test("SU1 SU5 SU8 SU9 invited with a link and a code, let in to one part, and then shown less", async ({
  browser,
  demo_of_its_own,
  watched,
}) => {
  const demo = await demo_of_its_own();
  const sam = await page_of(browser, demo, "Sam");
  const { link, code } = await invite(sam);
  const mum = await take(browser, demo, link, code, watched);
  await expect(mum.getByText("Kith shows you less now.")).toHaveCount(0);
  await mum.getByRole("link", { name: "See what Sam shares" }).click();
  await expect(mum.getByRole("heading", { name: "Sam’s plan" })).toBeVisible();
  await expect(mum.getByText("Get my hands in the soil again")).toBeVisible();
  const menu = mum.getByRole("navigation").first();
  await expect(menu.getByRole("link", { name: /circle/i })).toHaveCount(0);
  await expect(mum.getByRole("button", { name: /Add a step/ })).toHaveCount(0);

  await sam.goto("/sharing");
  await expect(sam.getByText("Mum can see your plan.")).toBeVisible();
  await expect(sam.getByText(/^Mum cannot see .*your circle/)).toBeVisible();
  await expect(sam.getByText("Here, Mum is called Shirin.")).toBeVisible();
  await sam.getByRole("button", { name: "End what Mum can see" }).click();
  await sam.getByRole("button", { name: "Yes, end it" }).click();
  await expect(mum.getByText("Kith shows you less now.")).toBeVisible();
  await expect(mum.getByText("Get my hands in the soil again")).toHaveCount(0);
  await mum.goto("/supporting");
  await expect(mum.getByText("Kith shows you less now.")).toBeVisible();
  await expect(mum.getByText(/\bSam\b/)).toHaveCount(0);

  await sam.getByRole("button", { name: "Change what Mum can see" }).click();
  await sam
    .getByRole("group", { name: "What may Mum see?" })
    .getByLabel(/^About me/)
    .check();
  await sam.getByRole("button", { name: "Keep it like this" }).click();
  await expect(sam.getByText("Mum can see the page about you.")).toBeVisible();
  await expect(async () => {
    await mum.reload();
    await expect(mum.getByText("You can see the page about them.")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(mum.getByText("Kith shows you less now.")).toBeVisible();
  await sam.context().close();
  await mum.context().close();
});

test("SU3 an invitation that was taken back opens nothing", async ({ browser, demo_of_its_own, watched }) => {
  const demo = await demo_of_its_own();
  const sam = await page_of(browser, demo, "Sam");
  const { link, code } = await invite(sam);
  await expect(sam.getByText("Mum has not taken your invitation yet.")).toBeVisible();
  await sam.getByRole("button", { name: /^Take the invitation back/ }).click();
  await expect(sam.getByText("Mum has not taken your invitation yet.")).toHaveCount(0);
  await expect(sam.getByText("Saved")).toBeVisible();
  const mum = await (await browser.newContext({ baseURL: demo.url })).newPage();
  watch(mum, demo.url, watched);
  await mum.goto(new URL(link).pathname);
  await mum.getByLabel("The code they told you").fill(code);
  await mum.getByRole("button", { name: "Open the invitation" }).click();
  await expect(mum.getByText("Nothing opened.")).toBeVisible();
  await sam.context().close();
  await mum.context().close();
});

test("SU12 the supporter of the demo sees two parts and finds no other", async ({ open }) => {
  const dev = await open("Dev");
  await expect(dev.getByRole("heading", { name: "For you, as a supporter" })).toBeVisible();
  await dev.getByRole("link", { name: "See what Sam shares" }).click();
  await expect(dev.getByText("Go and have a look with Dev.")).toBeVisible();
  const path = new URL(dev.url()).pathname.replace("/plan", "");
  for (const page of ["matters", "together", "messages", "sharing", "about"]) {
    await dev.goto(`${path}/${page}`);
    await expect(dev.getByRole("heading", { name: "Not shared with you" })).toBeVisible();
  }
  await dev.goto(`${path}/circle`);
  await expect(dev.getByText("Kofi")).toHaveCount(0);
});
