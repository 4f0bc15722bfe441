// The local directory: what somebody says about a place reaches the curator in two steps, and never who said
// it.

import { expect, test } from "./demo.ts";

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
