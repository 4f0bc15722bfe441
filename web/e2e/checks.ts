// What every page must stand: axe, a small screen, large text.

import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** No finding of axe, said as the rule and the first element of each. */
export async function no_axe_findings(page: Page): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const found = violations.map(
    (one) => `${one.id}: ${one.nodes[0]?.html} ${one.nodes[0]?.failureSummary ?? ""}`,
  );
  expect(found).toEqual([]);
}

/** Nothing stands outside the screen sideways, once a picture has been laid out for its new width. */
export async function fits_sideways(page: Page): Promise<void> {
  await settled(page);
  await expect.poll(() => outside_of(page)).toEqual([]);
}

function outside_of(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const scrolls = (box: Element | null): boolean =>
      box !== null &&
      (["auto", "scroll"].includes(getComputedStyle(box).overflowX) || scrolls(box.parentElement));
    return [...document.querySelectorAll("main *, header *, nav *, dialog[open] *")]
      .filter((box) => box.checkVisibility() && !box.closest(".heard") && !scrolls(box.parentElement))
      .filter((box) => box.getBoundingClientRect().right > wide + 1 && box.getBoundingClientRect().width > 1)
      .map((box) => `${box.tagName}.${box.getAttribute("class") ?? ""}: ${box.textContent?.slice(0, 40)}`)
      .slice(0, 5);
  });
}

const usual_text_px = 16;

/** The reader's own text size, twice as large as usual, as they would set it in their browser. */
export async function with_large_text(page: Page, check: () => Promise<void>): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const set = (standard: number): Promise<unknown> =>
    browser.send("Page.setFontSizes", { fontSizes: { standard } });
  await set(2 * usual_text_px);
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize))
    .toBe(`${2 * usual_text_px * 1.0625}px`);
  await check();
  await set(usual_text_px);
}

/** No words are cut off by the box they stand in. */
export async function nothing_cut(page: Page): Promise<void> {
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *, header *, nav *")]
      .filter((box) => box.checkVisibility() && !box.closest(".heard, svg, iframe"))
      .filter((box) => ["hidden", "clip"].includes(getComputedStyle(box).overflowX))
      .filter((box) => box.clientWidth > 1) // what is only heard is one pixel large
      .filter((box) => box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)
      .map((box) => `${box.tagName}.${box.getAttribute("class") ?? ""}: ${box.textContent?.slice(0, 40)}`),
  );
  expect(cut).toEqual([]);
}

/** Movement has ended, so that colours are what they will be. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))),
  );
}

/** Everything a finger or a pointer can hit is at least 24 by 24 (WCAG 2.5.8), and main things 44. */
export async function targets_are_large(page: Page): Promise<void> {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("button, a.button, a.tab, .choice, .chip--choice, input, select, textarea")]
      .filter((box) => box.checkVisibility() && !box.closest(".choice, .chip--choice, .heard, label"))
      .filter((box) => box.getBoundingClientRect().height < 43.5)
      .map(
        (box) => `${box.tagName}.${box.getAttribute("class") ?? ""} ${box.getBoundingClientRect().height}`,
      ),
  );
  expect(small).toEqual([]);
}

const tabs_max = 250;

/** With Tab alone, everything that can be used is come to once, in reading order,
 *  and can be seen to have focus. */
export async function reached_by_keyboard(page: Page): Promise<void> {
  const come_to = await page.evaluateHandle(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    return new Set<Element>();
  });
  let reached = 0;
  let ends = 0; // a page may begin at its heading: after the end Tab goes on from the top
  for (let tabs = 0; tabs < tabs_max; ++tabs) {
    await page.keyboard.press("Tab");
    await settled(page);
    const seen = await page.evaluate((before) => {
      const box = document.activeElement as HTMLElement | null;
      if (!box || box === document.body) return "end";
      const parts = box.matches("[type=date], [type=time]"); // day, month and year: a Tab each
      if (parts && [...before].at(-1) === box) return "inside";
      if (before.has(box)) return "again";
      before.add(box);
      const outlined = [box, box.closest("label, .choice, .chip--choice")].some(
        (one) => one && getComputedStyle(one).outlineStyle !== "none",
      );
      const halo = box.querySelector(".member__halo"); // in a picture, a line of its own
      const shown =
        outlined || (halo && !/^(none|transparent|rgba\(.*, 0\))$/.test(getComputedStyle(halo).stroke));
      return shown ? "shown" : `not shown: ${box.outerHTML.slice(0, 90)}`;
    }, come_to);
    if (seen === "again" || (seen === "end" && ++ends === 2)) break;
    if (seen === "end" || seen === "inside") continue;
    expect(seen).toBe("shown");
    reached += 1;
  }
  const usable = await page.evaluate(() => {
    const named = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])";
    const boxes = [...document.querySelectorAll<HTMLElement>(named)].filter(
      (box) => box.checkVisibility() && !box.hasAttribute("disabled") && box.tabIndex >= 0,
    );
    // Of a group of radio buttons, Tab comes to one.
    const groups = new Map(
      boxes.map((box) => [box.matches("[type=radio]") ? (box as HTMLInputElement).name : box, box]),
    );
    return groups.size;
  });
  expect(reached).toBe(usable);
}
