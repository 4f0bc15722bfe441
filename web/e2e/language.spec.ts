// The pages in Welsh: chosen before and after signing in, kept on the reader's own device and nowhere else,
// and said to be unreviewed for as long as they are.

import { fits_sideways, no_axe_findings, nothing_cut, with_large_text } from "./checks.ts";
import { expect, pin, test, watch } from "./demo.ts";
import { pages } from "./pages.ts";

const review_note = "Mae angen i siaradwr Cymraeg adolygu’r Gymraeg hon.";

test("WO6 Welsh is chosen before signing in, and goes when a shared device is signed out", async ({
  page,
  demo,
  watched,
}) => {
  watch(page, demo.url, watched);
  await page.goto(demo.url);
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page.getByRole("heading", { name: "Mewngofnodi" })).toBeVisible();
  expect(await page.locator("html").getAttribute("lang")).toBe("cy");
  await page.goto(demo.url + new URL(demo.person("Sam").link).pathname);
  await page.getByRole("radio", { name: /rhannu/ }).check();
  await page.getByRole("button", { name: "Gadewch fi i mewn" }).click();
  await page.getByRole("button", { name: "Dechrau" }).click();
  await page.goto(`${demo.url}/settings`);
  await expect(page.getByRole("heading", { level: 1, name: "Gosodiadau" })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("language"))).toBeNull();
  await page.getByRole("button", { name: "Allgofnodi" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
});

test("WO6 Welsh chosen in settings stays on the reader's own device, also at the lock and without a signal", async ({
  open,
}) => {
  const page = await open("Sam", { device: "own" });
  await page.goto("/settings");
  await page.getByLabel("Your PIN").fill(pin);
  await page.getByRole("button", { name: "Open" }).click();
  await page.getByRole("radio", { name: "Cymraeg" }).check();
  await expect(page.getByRole("heading", { level: 1, name: "Gosodiadau" })).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByLabel("Eich PIN")).toBeVisible();
  await page.getByLabel("Eich PIN").fill(pin);
  await page.getByRole("button", { name: "Agor" }).click();
  await page.getByRole("link", { name: "Fy nghylch" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Fy nghylch" })).toBeVisible();
  await expect(page.getByText(/Mae eich cylch|Dyma eich cylch|Daw cysur/).first()).toBeVisible();
});

test("the first screen in English does not fetch the Welsh words", async ({ page, demo }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(demo.url);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const by_the_page = asked.filter((path) => /\/cy-[^/]*\.js$/.test(path));
  expect(by_the_page).toEqual([]);
});

test("WO9 what somebody wrote keeps its own language on a Welsh page", async ({ browser, demo }) => {
  const context = await browser.newContext({ baseURL: demo.url, locale: "cy-GB" });
  const page = await context.newPage();
  await page.goto(demo.url);
  await expect(page.getByRole("heading", { name: "Mewngofnodi" })).toBeVisible();
  await page.goto(new URL(demo.person("Sam").link).pathname);
  await page.getByRole("radio", { name: /rhannu/ }).check();
  await page.getByRole("button", { name: "Gadewch fi i mewn" }).click();
  await page.getByRole("button", { name: "Dechrau" }).click();
  await page.goto("/plan");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".words__text").first()).toHaveAttribute("lang", "en");
  const sheet = await page.request.get(
    `/api/records/${demo.person("Sam").record}/paper?style=one-page&as=html&lang=cy`,
  );
  expect(await sheet.text()).toContain('<html lang="cy">');
  await context.close();
});

test("ŵ and ŷ are drawn by our own typeface", async ({ page, demo }) => {
  await page.goto(demo.url);
  await page.evaluate(() => document.fonts.load('16px "Kith Legible"', "ŵŷ"));
  const widths = await page.evaluate(() => {
    const brush = document.createElement("canvas").getContext("2d")!;
    const wide = (font: string, text: string): number => {
      brush.font = `200px ${font}`;
      return brush.measureText(text).width;
    };
    return [..."ŵŷŴŶ"].map((letter) => ({
      ours: wide('"Kith Legible", monospace', letter),
      plain: wide('"Kith Legible", monospace', letter.normalize("NFD")[0]!),
      other: wide("monospace", letter),
    }));
  });
  for (const { ours, plain, other } of widths) {
    expect(Math.abs(ours - plain)).toBeLessThan(20);
    expect(ours).not.toBe(other);
  }
});

for (const { name, who, path } of pages) {
  test(`WO8 in Welsh ${name} says that it needs review, fits a small screen, and axe finds nothing`, async ({
    look_in_welsh,
    demo,
  }) => {
    const page = await look_in_welsh(who, path(demo));
    expect(await page.locator("html").getAttribute("lang")).toBe("cy");
    await expect(page.getByText(review_note)).toBeVisible();
    await expect(page.getByText("This Welsh needs review by a Welsh speaker.")).toBeVisible();
    expect(await page.getByRole("main").innerText()).not.toMatch(/\b[a-z_]+\.[a-z_]+\.[a-z_]+\b|\{\w+/);
    await no_axe_findings(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await fits_sideways(page);
    await page.setViewportSize({ width: 1280, height: 860 });
    await with_large_text(page, async () => {
      await fits_sideways(page);
      await nothing_cut(page);
    });
  });
}
