// What is true of every page: how it is named, how one leaves it, where help is, and that axe finds nothing.

import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  fits_sideways,
  no_axe_findings,
  nothing_cut,
  reached_by_keyboard,
  targets_are_large,
  with_large_text,
} from "./checks.ts";
import { expect, test, watch } from "./demo.ts";
import { pages } from "./pages.ts";

for (const { name, who, path } of pages) {
  test.describe(name, () => {
    for (const light of ["light", "dark"] as const) {
      test(`axe finds nothing in ${light}`, async ({ look, demo }) => {
        const page = await look(who, path(demo));
        await page.emulateMedia({ colorScheme: light });
        await no_axe_findings(page);
      });
    }

    test("fits a screen of 320 px", async ({ look, demo }) => {
      const page = await look(who, path(demo));
      await page.setViewportSize({ width: 320, height: 640 });
      await fits_sideways(page);
      await targets_are_large(page);
    });

    test("stands text twice as large", async ({ look, demo }) => {
      const page = await look(who, path(demo));
      await with_large_text(page, async () => {
        await fits_sideways(page);
        await nothing_cut(page);
      });
    });

    test("is named neutrally, has one heading, its landmarks, and the ways out", async ({ look, demo }) => {
      const page = await look(who, path(demo));
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.getByRole("main")).toHaveCount(1);
      await expect(page.getByRole("banner")).toHaveCount(1);
      await expect(page.getByRole("button", { name: "Help now" })).toBeVisible();
      await expect(page.getByRole("button", { name: "Leave quickly" })).toBeVisible();
      await expect(page.getByText("Practice system: invented people only")).toBeVisible();
      expect(await page.title()).toBe("Notes");
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
    });

    test("every part can be reached by keyboard, and shows where one is", async ({ look, demo }) => {
      await reached_by_keyboard(await look(who, path(demo)));
    });
  });
}

test("docs/screens shows every page, wide and on a phone", () => {
  const folder = join(import.meta.dirname, "../../docs/screens");
  const wanted = pages.flatMap(({ name }) => [`${name}-1280.png`, `${name}-390.png`]);
  expect(wanted.filter((picture) => !existsSync(join(folder, picture)))).toEqual([]);
});

test.describe("outside the lock", () => {
  test("sign-in: axe, small screen, help with numbers that can be dialled", async ({
    page,
    demo,
    watched,
  }) => {
    watch(page, demo.url, watched);
    await page.goto(demo.url);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await no_axe_findings(page);
    await page.getByRole("button", { name: "Help now" }).click();
    await expect(page.getByRole("dialog").getByRole("link", { name: /Samaritans/ })).toHaveAttribute(
      "href",
      "tel:116123",
    );
    await expect(
      page
        .getByRole("dialog")
        .getByText(/Checked /)
        .first(),
    ).toBeVisible();
    await no_axe_findings(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await fits_sideways(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Help now" })).toBeFocused();
  });

  test("a wrong password is answered without saying which part is wrong", async ({ page, demo }) => {
    await page.goto(demo.url);
    await page.getByLabel("Name you sign in with").fill("nobody");
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("radio", { name: /shared/ }).check();
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("status").getByText("The name or the password is not right.")).toBeVisible();
  });
});

test.describe("leaving quickly", () => {
  test("by the button: nothing of the page is left, and its place in the history is empty", async ({
    open,
  }) => {
    const page = await open("Sam");
    await page.goto("/circle");
    await page.getByRole("button", { name: "Leave quickly" }).click();
    await page.waitForURL("about:blank");
    expect(await page.locator("body").innerText()).toBe("");
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });

  test("by Escape three times, also inside a dialog", async ({ open }) => {
    const page = await open("Sam");
    await page.getByRole("button", { name: "Help now" }).click();
    for (let times = 0; times < 3; ++times) await page.keyboard.press("Escape");
    await page.waitForURL("about:blank");
  });
});

test("the page is reached by keyboard alone: skip link, menu, heading", async ({ open }) => {
  const page = await open("Sam");
  await page.goto("/sharing");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.getByRole("link", { name: "My circle" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "My circle" })).toBeFocused();
  expect(new URL(page.url()).pathname).toBe("/circle");
});

test("its own typeface, light and dark, and calm where movement is unwelcome", async ({ look }) => {
  const page = await look("Sam", "/now");
  const seen = (): Promise<{ paper: string; letters: boolean; move_ms: number }> =>
    page.evaluate(() => ({
      paper: getComputedStyle(document.body).backgroundColor,
      letters: [...document.fonts].some(
        (font) => font.family.includes("Legible") && font.status === "loaded",
      ),
      move_ms: Math.max(
        ...[...document.querySelectorAll("button")].map(
          (button) => Number.parseFloat(getComputedStyle(button).transitionDuration) * 1000,
        ),
      ),
    }));
  const light = await seen();
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  expect(light.letters).toBe(true);
  expect(light.move_ms).toBeGreaterThan(1);
  await expect.poll(async () => (await seen()).paper).not.toBe(light.paper);
  expect((await seen()).move_ms).toBeLessThanOrEqual(1);
  await page.emulateMedia({ reducedMotion: "no-preference" });
});

test("a place is looked for here and nowhere else, and an unknown one is said plainly", async ({ open }) => {
  const page = await open("Joy"); // every page of these tests is watched for asking elsewhere
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/matters?question=where");
  await page.getByLabel("Postcode or town").fill("Wrenbridge");
  await page.getByRole("button", { name: "Look for it" }).click();
  await expect(page.getByRole("status").getByRole("button").first()).toBeVisible();
  expect(asked).toContain("/api/places/find");
  await page.getByLabel("Postcode or town").fill("Atlantis");
  await page.getByRole("button", { name: "Look for it" }).click();
  await expect(page.getByText("Kith does not know “Atlantis”.")).toBeVisible();
});

test("a kind of help with nobody in it is an open question, and never a gap", async ({ open }) => {
  const page = await open("Joy");
  await page.goto("/matters");
  await expect(page.getByText("Open", { exact: true }).first()).toBeVisible();
  expect(await page.getByRole("main").innerText()).not.toMatch(/gap|missing|nobody|none|lack|empty/i);
  await page.goto("/matters?question=who-emotional");
  await expect(page.getByText("Then this stays an open question. That is fine.")).toBeVisible();
});
