// A charity: circle, ideas and follow-up alone, as a whole product. Rules WI2 and WI3.

import { no_axe_findings } from "./checks.ts";
import { expect, page_of, test } from "./demo.ts";

const clinical = /\b(nhs number|nurse|patient|practitioner|care plan|treatment|ward|therap\w+|diagnos\w+)\b/i;

test("WI2 every page in the menu of a charity opens, and says no clinical word", async ({
  browser,
  demo_of_its_own,
}) => {
  test.slow();
  const demo = await demo_of_its_own("--for=charity");
  for (const who of ["Joy", "Amina"]) {
    const page = await page_of(browser, demo, who);
    await page.goto(who === "Joy" ? "/now" : `/people/${demo.person("Joy").record}/together`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const menu = await page
      .getByRole("navigation", { name: "Pages" })
      .first()
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(menu.filter((href) => /plan|paper/.test(href))).toEqual([]);
    for (const href of menu) {
      await page.goto(href);
      await expect(page.getByText("Opening…")).toHaveCount(0);
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Not shared with you");
      expect(await page.locator("body").innerText()).not.toMatch(clinical);
    }
    await no_axe_findings(page);
    await page.context().close();
  }
});
