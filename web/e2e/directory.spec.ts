// The local directory: what somebody says about a place reaches the curator in two steps, and never who said
// it.

import { command, new_id } from "../src/commands.ts";
import { agree, begin_for, now_at } from "./agreed.ts";
import { expect, page_of, test } from "./demo.ts";
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

test("DC9 to DC11: a curator finds an entry by a mistyped word, puts it right, hides and shows it, and sees whose hand it was", async ({
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
  await sheet.getByRole("button", { name: "Hide" }).click();
  await expect(sheet.getByText(/^Hidden by /)).toBeVisible();
  await carol.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  const hidden = carol
    .getByRole("region", { name: "Hidden" })
    .getByRole("listitem")
    .filter({ hasText: name });
  await hidden.getByRole("button", { name: /^Look and put right/ }).click();
  await sheet.getByRole("button", { name: "Show again" }).click();
  await expect(sheet.getByText(/^Shown again by /)).toBeVisible();
  await carol.keyboard.press("Escape");
  await expect(hidden).toHaveCount(0);
  await carol.screenshot({ path: "test-results/curator-desk-390.png", fullPage: true });
});

test("ID22 and ID23: what a curator learnt of a place is on its card, each in its own words", async ({
  open,
}) => {
  const marek = await open("Marek");
  await marek.goto("/ideas");
  const report = marek.getByRole("button", { name: /^Something is not right/ }).first();
  const place = ((await report.textContent()) ?? "").replace(/^Something is not right: /, "");
  const said = {
    "The first visit": "Ann meets you at the door.",
    "Who can come": "Anybody over sixteen.",
    "How to get there": "The 34 stops outside.",
    When: "Mondays, 2pm to 4pm",
  };

  const carol = await open("curator");
  await carol.goto("/directory");
  await carol.getByLabel("Words to look for").fill(place);
  await carol.keyboard.press("Enter");
  const found = carol
    .getByRole("region", { name: "Find an entry" })
    .getByRole("listitem")
    .filter({ hasText: place });
  await found
    .first()
    .getByRole("button", { name: /^Look and put right/ })
    .click();
  const sheet = carol.getByRole("dialog", { name: place });
  for (const [part, words] of Object.entries(said)) {
    await sheet.getByRole("button", { name: new RegExp(`Put right ?: ${part}$`) }).click();
    await sheet.getByLabel(part, { exact: true }).fill(words);
    await sheet.getByRole("button", { name: "Keep this" }).click();
    await expect(sheet.getByRole("button", { name: "Keep this" })).toHaveCount(0);
  }

  await marek.reload();
  const card = marek.locator(".ideas__card").filter({ hasText: place });
  for (const words of Object.values(said)) await expect(card).toContainText(words);
});

test("DC15: what was in the way is on the desk from ten times up, and nobody is named", async ({
  browser,
  demo_of_its_own,
}) => {
  const demo = await demo_of_its_own();
  const carol = await page_of(browser, demo, "curator");
  const worker = demo.person("practitioner");
  const now = await now_at(carol);
  await carol.goto("/directory");
  await carol.getByLabel("Words to look for").fill("choir");
  await carol.keyboard.press("Enter");
  const found = carol.getByRole("region", { name: "Find an entry" }).getByRole("listitem").first();
  const name = await found.locator(".strong").innerText();
  const service = await carol.evaluate(
    async () =>
      ((await (await fetch("/api/directory/search?words=choir")).json()) as { services: { id: string }[] })
        .services[0]!.id,
  );
  const said = carol.getByText("It cost too much.");
  for (let n = 0; n < 10; ++n) {
    await carol.reload();
    await expect(carol.getByRole("heading", { name: "What was in the way" })).toBeVisible();
    await expect(said).toHaveCount(0);
    const followup = new_id();
    await agree(demo, worker, new_id(), [
      ...begin_for(`Invented Person ${n}`, worker, now),
      command("choose_idea", { idea: new_id(), service, name, followup }, now, { voice: "person" }),
      command("answer_follow_up", { followup, answer: "not_yet", barriers: ["cost"] }, now, {
        voice: "person",
      }),
    ]);
  }
  await carol.reload();
  await expect(said).toBeVisible();
  await expect(carol.getByText("Said 10 times.")).toBeVisible();
  await expect(carol.getByRole("main")).not.toContainText("Invented Person");
  await carol.screenshot({ path: "test-results/curator-reasons.png", fullPage: true });
  await carol.context().close();
});

test("ID33 what is chosen still says when, where and how the first visit goes", async ({ open }) => {
  const page = await open("Sam");
  await page.goto("/ideas");
  const chosen = page.getByRole("region", { name: "What you have chosen" });
  await chosen.getByText("More about it").first().click();
  await expect(chosen.getByText(/^The first visit: |^When: /).first()).toBeVisible();
  await no_axe_findings(page);
});
