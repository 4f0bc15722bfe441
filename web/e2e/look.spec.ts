// How the pages look and sound for whoever needs more: more contrast, the reader's own colours, and a voice.

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { settled } from "./checks.ts";
import { expect, test } from "./demo.ts";
import { pages } from "./pages.ts";

/** Text that keeps less than 7:1 on its ground (WCAG 1.4.6). */
async function weak_texts(page: Page): Promise<string[]> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast-enhanced"]).analyze();
  return violations.flatMap((one) => one.nodes.map((node) => `${node.html} ${node.failureSummary ?? ""}`));
}

/** Each page once: the same page of somebody else, and a question like the others, has the same parts. */
const each_once = pages.filter(({ name }) => !/^(joy|marek)-|^sam-matters-/.test(name));

for (const { name, who, path } of each_once) {
  test(`with more contrast every text of ${name} keeps 7:1, light and dark`, async ({ look, demo }) => {
    const page = await look(who, path(demo));
    await page.emulateMedia({ contrast: "more" });
    await expect(page.locator("html")).toHaveAttribute("data-contrast", "more");
    expect(await weak_texts(page)).toEqual([]);
    await page.emulateMedia({ contrast: "more", colorScheme: "dark" });
    expect(await weak_texts(page)).toEqual([]);
    await page.emulateMedia({ contrast: null, colorScheme: "light" });
  });

  test(`in the reader's own colours ${name} keeps its edges`, async ({ look, demo }) => {
    const page = await look(who, path(demo));
    await page.emulateMedia({ forcedColors: "active" });
    const without_edge = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("main .button, main .choice, main .card, main .words")]
        .filter((box) => box.checkVisibility())
        .filter((box) => Number.parseFloat(getComputedStyle(box).borderBlockStartWidth) === 0)
        .map((box) => box.outerHTML.slice(0, 80)),
    );
    expect(without_edge).toEqual([]);
    await page.emulateMedia({ forcedColors: null });
  });
}

test("more contrast is turned on in settings, and stays after a reload", async ({ open }) => {
  const page = await open("Sam");
  await page.goto("/settings");
  await page.getByRole("radio", { name: "More contrast" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-contrast", "more");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-contrast", "more");
  await page.getByRole("group", { name: "Contrast" }).getByRole("radio", { name: "As this device" }).check();
  await expect(page.locator("html")).not.toHaveAttribute("data-contrast", "more");
});

interface Said {
  text: string;
  lang: string;
  voice: string | undefined;
}
type Speaking = { said: Said[]; stopped: number };

/** A browser with these voices: [language, whether it speaks on the device itself]. */
async function with_voices(page: Page, voices: [lang: string, here: boolean][]): Promise<void> {
  await page.addInitScript((given) => {
    const speaking: Speaking = { said: [], stopped: 0 };
    const known = given.map(([lang, localService]) => ({ lang, localService, default: false, name: lang }));
    Object.assign(window, {
      speaking,
      SpeechSynthesisUtterance: class {
        lang = "";
        voice: { name: string } | null = null;
        constructor(readonly text: string) {}
      },
    });
    Object.defineProperty(window, "speechSynthesis", {
      value: Object.assign(new EventTarget(), {
        getVoices: () => known,
        speak: (one: { text: string; lang: string; voice: { name: string } | null }) =>
          speaking.said.push({ text: one.text, lang: one.lang, voice: one.voice?.name }),
        cancel: () => void ++speaking.stopped,
      }),
    });
  }, voices);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

async function speaking(page: Page): Promise<Speaking> {
  return page.evaluate(() => (window as unknown as { speaking: Speaking }).speaking);
}

test("reads the page aloud in order, with the person's words, and stops", async ({ open }) => {
  const page = await open("Sam");
  await page.goto("/plan");
  await with_voices(page, [
    ["en-GB", true],
    ["cy-GB", true],
  ]);
  await expect(page.locator(".words__text").first()).toBeVisible();
  const seen = await page.getByRole("main").getByRole("heading").allInnerTexts();
  const words = await page.locator(".words__text").first().innerText();
  await page.getByRole("button", { name: "Read aloud" }).click();
  const { said } = await speaking(page);
  expect(said[0]?.text).toBe("My plan");
  expect(said.map((one) => one.text).join(" ")).toContain(words.replace(/\s+/g, " "));
  const places = seen.map((heading) => said.findIndex((one) => one.text.startsWith(heading.split("\n")[0]!)));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(new Set(said.map((one) => one.voice))).toEqual(new Set(["en-GB"]));
  const before = (await speaking(page)).stopped;
  await page.getByRole("button", { name: "Stop reading" }).click();
  await expect(page.getByRole("button", { name: "Read aloud" })).toBeVisible();
  expect((await speaking(page)).stopped).toBeGreaterThan(before);
});

test("WO9 on a Welsh page each piece is read in its own language", async ({ look_in_welsh }) => {
  const page = await look_in_welsh("Sam", "/plan");
  await with_voices(page, [
    ["en-GB", true],
    ["cy-GB", true],
  ]);
  await expect(page.locator(".words__text").first()).toBeVisible();
  await page.getByRole("button", { name: "Darllen yn uchel" }).click();
  const { said } = await speaking(page);
  expect(said[0]).toEqual({ text: "Fy nghynllun", lang: "cy", voice: "cy-GB" });
  const words = await page.locator(".words__text").first().innerText();
  const read = said.find((one) => words.startsWith(one.text));
  expect(read?.lang).toBe("en");
  expect(read?.voice).toBe("en-GB");
});

test("a voice that asks a service elsewhere is not used: then there is no button", async ({ open }) => {
  const page = await open("Sam");
  await page.goto("/settings");
  await with_voices(page, [["en-GB", false]]);
  await expect(page.getByRole("button", { name: "Read aloud" })).toHaveCount(0);
  await expect(page.getByText("This device has no voice of its own")).toBeVisible();
});
