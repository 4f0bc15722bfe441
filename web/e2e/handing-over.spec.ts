// Handing over: a card for a first sign-in, a way back for a forgotten password, everything to take along.

import type { Page } from "@playwright/test";
import { fits_sideways, no_axe_findings } from "./checks.ts";
import { expect, test } from "./demo.ts";

async function stands(page: Page): Promise<void> {
  await no_axe_findings(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await fits_sideways(page);
}

for (const path of ["/card", "/way-back"]) {
  test(`${path}: axe, small screen, and every part by keyboard`, async ({ page, demo }) => {
    await page.goto(demo.url + path);
    await expect(page.getByLabel("The code on the paper")).toBeVisible();
    await page.getByLabel("The code on the paper").focus();
    await page.keyboard.press("Tab");
    await expect(page.getByLabel(path === "/card" ? /^A name/ : /^A password/)).toBeFocused();
    await stands(page);
  });
}

test("AC17 with a card somebody comes in for the first time, and the record is theirs", async ({
  open,
  browser,
  demo,
}) => {
  const page = await open("practitioner");
  await page.goto("/people/start");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.getByLabel("What do they want to be called?").fill("Wyn");
  await page.getByLabel("They are 16 or over").check();
  await page.getByLabel("They said yes aloud").check();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.getByRole("link", { name: "Open", exact: true }).click();
  await page.getByRole("button", { name: "Start a visit" }).click();
  await page.getByRole("dialog").getByLabel("Wyn said yes aloud").check();
  await page.getByRole("button", { name: "All of it" }).click();
  await page.getByRole("button", { name: "Begin the visit" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Wyn" })).toBeFocused();
  await page.getByRole("button", { name: "Print a card" }).click();
  const code = await page.getByRole("dialog").locator(".paper-code").innerText();
  expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  await stands(page);

  const theirs = await (await browser.newContext({ baseURL: demo.url })).newPage();
  await theirs.goto("/sign-in");
  await theirs.getByRole("link", { name: "I have a card to sign in for the first time" }).click();
  await theirs.getByLabel("The code on the paper").fill(code);
  await theirs.getByLabel("A name to sign in with").fill("wyn");
  await theirs.getByLabel("A password").fill("three words here");
  await theirs.getByLabel("It is shared").check();
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByRole("heading", { level: 1, name: "My plan now" })).toBeVisible();
  await theirs.goto("/settings");
  const [page_to_keep] = await Promise.all([
    theirs.waitForEvent("download"),
    theirs.getByRole("link", { name: "A page to read" }).click(),
  ]);
  expect(page_to_keep.suggestedFilename()).toBe("my-record.html");
});
