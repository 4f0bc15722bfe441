// Two ways to use a page: by mouse, and by keyboard alone. A walk is written once and done with either hand.

import { expect, type Locator, type Page } from "@playwright/test";

export interface Hand {
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  /** One line of a select, by its label. */
  pick(target: Locator, label: string): Promise<void>;
  /** A radio or a checkbox. */
  tick(target: Locator): Promise<void>;
}

export function mouse(): Hand {
  return {
    press: (target) => target.click(),
    write: (target, text) => target.fill(text),
    pick: async (target, label) => void (await target.selectOption({ label })),
    tick: (target) => target.check(),
  };
}

const tabs_max = 200;

export function keyboard(page: Page): Hand {
  async function reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let tabs = 0; tabs < tabs_max; ++tabs) {
      if (await target.evaluate((one) => one === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not reach ${target}`);
  }

  /** Tab stops at one member of a picture; the arrow keys go through the rest. */
  async function reach_member(target: Locator): Promise<void> {
    const here = (): Promise<boolean> => target.evaluate((one) => one === document.activeElement);
    const beside = (): Promise<boolean> =>
      target.evaluate((one) => one.parentElement!.contains(document.activeElement));
    for (let keys = 0; keys < tabs_max && !(await here()); ++keys) {
      await page.keyboard.press((await beside()) ? "ArrowRight" : "Tab");
    }
    await expect(target).toBeFocused();
  }

  /** Tab stops at one radio of a group; the arrow keys go through the rest. */
  async function reach_radio(target: Locator): Promise<void> {
    const group = await target.getAttribute("name");
    const in_group = (): Promise<boolean> =>
      page.evaluate((name) => document.activeElement?.getAttribute("name") === name, group);
    for (let tabs = 0; tabs < tabs_max && !(await in_group()); ++tabs) await page.keyboard.press("Tab");
    for (let arrows = 0; arrows < tabs_max && !(await target.isChecked()); ++arrows) {
      const here = await target.evaluate((one) => one === document.activeElement);
      await page.keyboard.press(here ? "Space" : "ArrowDown");
    }
  }

  return {
    async press(target) {
      if ((await target.getAttribute("tabindex")) === "-1") await reach_member(target);
      else await reach(target);
      await page.keyboard.press("Enter");
    },
    async write(target, text) {
      await reach(target);
      await page.keyboard.press("Control+a");
      await page.keyboard.type(text);
    },
    async pick(target, label) {
      await reach(target);
      await page.keyboard.type(label);
      await expect(target.locator("option:checked")).toHaveText(label);
    },
    async tick(target) {
      if ((await target.getAttribute("type")) === "radio") return reach_radio(target);
      await reach(target);
      if (!(await target.isChecked())) await page.keyboard.press("Space");
      await expect(target).toBeChecked();
    },
  };
}
