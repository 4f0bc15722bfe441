// From a circle to "how did it go?": the whole loop in a real browser, by mouse, by keyboard alone, on a phone.

import { fits_sideways, no_axe_findings } from "./checks.ts";
import { expect, page_of, test } from "./demo.ts";
import { keyboard, mouse } from "./hands.ts";
import { heading, walk_the_loop } from "./walk.ts";

/** The demo's invented town. */
const place = "Wrenbridge";

test("the whole loop by mouse, and it is still there after a reload", async ({ open }) => {
  test.slow();
  const page = await open("Joy");
  await walk_the_loop(page, mouse(), place);
  await page.reload();
  await expect(
    page.getByText("Ring them on Monday, with Aunt Bea beside me.", { exact: true }),
  ).toBeVisible();
});

test("the whole loop by keyboard alone", async ({ open }) => {
  test.slow();
  const page = await open("Marek");
  await walk_the_loop(page, keyboard(page), place);
});

test("the whole loop on a phone of 390 px, and nothing stands outside at 320 px", async ({ open }) => {
  test.slow();
  const page = await open("Priya", { width: 390 });
  await walk_the_loop(page, mouse(), place);
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of [
    "/now",
    "/circle",
    "/matters",
    "/matters?question=access",
    "/ideas",
    "/plan",
    "/paper",
  ]) {
    await page.goto(path);
    await heading(page, /./);
    await fits_sideways(page);
  }
});

test("two weeks after: the question, an answer, and what could change", async ({
  browser,
  demo_of_its_own,
}) => {
  const page = await page_of(browser, await demo_of_its_own(), "Sam"); // there is one question to answer
  await page.goto("/now");
  await page.getByRole("link", { name: "Tell how it went" }).click();
  await heading(page, /How did it go/);
  await no_axe_findings(page);
  await page.getByRole("button", { name: "Not yet" }).click();
  await page.getByRole("checkbox", { name: "I felt anxious" }).check();
  await page.getByRole("checkbox", { name: "somebody to go with" }).check();
  await page.getByRole("checkbox", { name: /I want to talk about this/ }).check();
  await no_axe_findings(page);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Thank you. It can wait, or it can change.")).toBeVisible();
  await expect(page.getByText(/We ask again/)).toBeVisible();
  await no_axe_findings(page);
  await page.getByRole("link", { name: "Back to my plan now" }).click();
  await expect(page.getByRole("link", { name: "Tell how it went" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "To ask or talk about" })).toContainText(
    "I want to talk about",
  );
  await page.context().close();
});
