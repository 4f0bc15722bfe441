// Takes the pictures of docs/screens: every page, wide and on a phone, as each of the demo's people.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { settled } from "./checks.ts";
import { expect, test } from "./demo.ts";
import { pages } from "./pages.ts";

const folder = join(import.meta.dirname, "../../docs/screens");
const sizes = [
  { width: 1280, height: 860 },
  { width: 390, height: 844 },
];

/** The whole page as if the screen were as high; with a dialog open, only the screen. */
async function take(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const size of sizes) {
    await page.setViewportSize(size);
    await drawn(page);
    if ((await page.locator("dialog[open]").count()) === 0) {
      const whole = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width: size.width, height: Math.max(size.height, whole) });
      await drawn(page);
    }
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`) });
  }
}

async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
  await settled(page);
}

for (const { name, who, path } of pages) {
  test(name, async ({ look, demo }) => {
    const page = await look(who, path(demo));
    await page.waitForLoadState("networkidle").catch(() => null);
    await take(page, name);
  });
}

test("sign-in", async ({ page, demo }) => {
  await page.goto(demo.url);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await take(page, "sign-in");
  await page.getByRole("button", { name: "Help now" }).click();
  await take(page, "help-now");
});

test("the link, the question whose device it is, and the card", async ({ page, demo }) => {
  await page.goto(demo.url + new URL(demo.person("Sam").link).pathname);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("radio", { name: /my own/ }).check();
  await take(page, "link");
  await page.getByLabel("Choose a PIN").fill("7581");
  await page.getByRole("button", { name: "Let me in" }).click();
  await expect(page.getByRole("button", { name: "Begin" })).toBeVisible();
  await take(page, "welcome");
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByText("Opening…")).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel("Your PIN")).toBeVisible();
  await take(page, "lock");
});

test("adding to a circle, and what stands about somebody in it", async ({ look }) => {
  const page = await look("Sam", "/circle");
  await page.getByRole("button", { name: /^Mum,/ }).first().click();
  await take(page, "sam-circle-chosen");
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("button", { name: "List" }).click();
  await take(page, "sam-circle-list");
  await page.getByRole("button", { name: /^Add (the first|somebody)/ }).click();
  await take(page, "sam-circle-add");
});

test("ideas by distance, and in the dark", async ({ look }) => {
  const page = await look("Sam", "/ideas");
  await page.getByRole("button", { name: "Distances" }).click();
  await take(page, "sam-ideas-distances");
  await page.goto("/now");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await take(page, "sam-now-dark");
  await page.goto("/circle");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await take(page, "sam-circle-dark");
});

test("the page of the code that stops it", async ({ page, demo }) => {
  await page.goto(`${demo.url}/stop`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await take(page, "stop");
});

const in_welsh = ["now", "circle", "matters", "ideas", "plan", "settings"];

for (const { name, who, path } of pages.filter((one) =>
  in_welsh.some((page) => one.name === `sam-${page}`),
)) {
  test(`${name} in Welsh`, async ({ look_in_welsh, demo }) => {
    const page = await look_in_welsh(who, path(demo));
    await page.waitForLoadState("networkidle").catch(() => null);
    await take(page, `cy-${name}`);
  });
}

test("more contrast, and the reader's own colours", async ({ look }) => {
  const page = await look("Sam", "/circle");
  await page.emulateMedia({ contrast: "more" });
  await take(page, "sam-circle-more-contrast");
  await page.emulateMedia({ contrast: null, forcedColors: "active" });
  await take(page, "sam-circle-own-colours");
  await page.emulateMedia({ forcedColors: null });
});

test("an invitation: its link and its code, and whoever opens it", async ({ look, page, demo }) => {
  const sam = await look("Sam", "/sharing");
  await sam.getByRole("button", { name: "Invite somebody from your circle" }).click();
  await sam.getByRole("button", { name: "Mum", exact: true }).click();
  await sam
    .getByRole("group", { name: "What may Mum see?" })
    .getByLabel(/^The plan/)
    .check();
  await take(sam, "invitation-form");
  await sam.getByRole("button", { name: "Make the invitation" }).click();
  const link = (await sam.locator(".invitation-link").textContent()) ?? "";
  await take(sam, "invitation-link");
  const code = (await sam.locator(".paper-code").textContent()) ?? "";
  await page.goto(demo.url + new URL(link).pathname);
  await page.getByLabel("The code they told you").fill(code);
  await take(page, "invited-code");
  await page.getByRole("button", { name: "Open the invitation" }).click();
  await expect(page.getByRole("heading", { name: "Sam invites you" })).toBeVisible();
  await take(page, "invited");
});
