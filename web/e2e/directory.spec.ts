// The local directory: what somebody says about a place reaches the curator in two steps, and never who said
// it.

import { expect, test } from "./demo.ts";
import { fits_sideways, no_axe_findings } from "./checks.ts";

test("not welcoming: two steps, the curator reads it without a name, and puts it aside", async ({ open }) => {
  const marek = await open("Marek");
  await marek.goto("/ideas");
  const report = marek.getByRole("button", { name: /^Something is not right/ }).first();
  const place = ((await report.textContent()) ?? "").replace(/^Something is not right: /, "");
  await report.click();
  await marek.getByRole("button", { name: "It was not welcoming" }).click();
  await expect(marek.getByRole("status").getByText(/^Thank you/)).toBeVisible();

  const carol = await open("curator");
  await carol.goto("/directory");
  const said = carol
    .getByRole("region", { name: "Reports" })
    .getByRole("listitem")
    .filter({ hasText: place });
  await expect(said).toContainText("Somebody says: it was not welcoming.");
  await expect(carol.getByRole("main")).not.toContainText("Marek");
  await said.getByRole("button", { name: /^Put aside/ }).click();
  await expect(said).toHaveCount(0);
});

test("DC9 and DC11: a curator finds an entry by a mistyped word, puts it right, and sees whose hand it was", async ({
  open,
}) => {
  const carol = await open("curator");
  await carol.goto("/directory");
  await carol.getByLabel("Words to look for").fill("gardning");
  await carol.keyboard.press("Enter");
  const found = carol.getByRole("region", { name: "Find an entry" }).getByRole("listitem").first();
  await expect(found).toBeVisible();
  const name = (await found.locator(".strong").textContent()) ?? "";
  await found.getByRole("button", { name: /^Look and put right/ }).press("Enter");
  const sheet = carol.getByRole("dialog", { name });
  await sheet.getByRole("button", { name: /Put right ?: When/ }).press("Enter");
  await sheet.getByLabel("When").fill("Mondays, 2pm to 4pm");
  await sheet.getByRole("button", { name: "Keep this" }).click();
  await expect(sheet.getByText(/^The publisher says: /)).toBeVisible();
  await expect(sheet.getByText(/^Put right by /)).toBeVisible();
  await expect(sheet.getByText(/became “Mondays, 2pm to 4pm”/)).toBeVisible();
  await no_axe_findings(carol);
  for (const width of [1280, 390]) {
    await carol.setViewportSize({ width, height: 900 });
    await fits_sideways(carol);
    await carol.screenshot({ path: `test-results/curator-entry-${width}.png` });
  }
  await sheet.getByRole("button", { name: /Let theirs stand ?: When/ }).click();
  await expect(sheet.getByText(/^The publisher says: /)).toHaveCount(0);
  await carol.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await carol.screenshot({ path: "test-results/curator-desk-390.png", fullPage: true });
});
