// Lists of places, and what suits somebody: gathered, put in order by keyboard, handed over, picked from.

import { fits_sideways, no_axe_findings } from "./checks.ts";
import { expect, page_of, test, type DemoServer } from "./demo.ts";
import { heading } from "./walk.ts";

/** Sam lets somebody see their ideas and say something about them. */
async function let_in(demo: DemoServer, who: string): Promise<void> {
  const sam = demo.person("Sam");
  const parts = ["together", "circle", "plan", "ideas"];
  const command = {
    id: "01890000-0000-4000-8000-000000000005",
    do: "give_grant",
    v: 1,
    made_at: new Date().toISOString(),
    offset_min: 0,
    body: {
      grant: "01890000-0000-4000-8000-000000000006",
      to: demo.person(who).account,
      see: parts,
      tell: ["together", "plan", "ideas"],
    },
  };
  const answer = await fetch(`${demo.url}/api/records/${sam.record}/commands`, {
    method: "POST",
    headers: { Authorization: `Bearer ${sam.token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ commands: [command] }),
  });
  expect(await answer.text()).toContain("agreed");
}

test("CO1 to CO6 a list is gathered, put in order, handed over and picked from; ID29 what suits is a reason", async ({
  browser,
  demo_of_its_own,
}) => {
  test.slow();
  const demo = await demo_of_its_own();
  const amina = await page_of(browser, demo, "Amina");
  await amina.goto("/lists");
  await heading(amina, "Lists of places");
  await amina.getByLabel("What is it called?").fill("Quiet places to try");
  await amina.getByRole("button", { name: "Begin" }).click();
  await heading(amina, "Quiet places to try");
  await amina.getByLabel("Words to look for").fill("garden");
  await amina.keyboard.press("Enter");
  const put = amina.getByRole("button", { name: /^Put it on/ });
  const first = ((await put.first().textContent()) ?? "").replace(/^Put it on: /, "");
  await put.first().click();
  await amina.getByLabel("Words to look for").fill("singers");
  await amina.keyboard.press("Enter");
  await amina.getByRole("button", { name: /^Put it on ?: Tuesday Singers/ }).click();
  const lines = amina.getByRole("main").locator(".lists__line");
  await expect(lines).toHaveCount(2);
  await amina.getByRole("button", { name: /^Move up ?: Tuesday Singers/ }).press("Enter");
  await expect(lines.first()).toContainText("Tuesday Singers");
  await expect(amina.getByRole("button", { name: /^Move down ?: Tuesday Singers/ })).toBeFocused();
  await amina.getByRole("button", { name: new RegExp(`^Add your own words ?: ${first}`) }).click();
  await amina.getByLabel(/^Your own words/).fill("They know you are coming.");
  await amina.getByRole("button", { name: "Keep", exact: true }).first().click();
  await no_axe_findings(amina);
  for (const width of [1280, 390]) {
    await amina.setViewportSize({ width, height: 900 });
    await fits_sideways(amina);
    await amina.screenshot({ path: `test-results/one-list-${width}.png`, fullPage: true });
  }
  const pdf = await amina.getByRole("link", { name: /^As a PDF/ }).getAttribute("href");
  const paper = await amina.request.get(pdf!.replace("as=pdf", "as=html"));
  expect(await paper.text()).toContain("They know you are coming.");

  await let_in(demo, "Amina");
  await amina.setViewportSize({ width: 1280, height: 900 });
  await amina.goto(`/people/${demo.person("Sam").record}/ideas`);
  await amina.getByRole("button", { name: "Hand over a list" }).click();
  await amina.getByRole("button", { name: "Quiet places to try" }).click();

  const sam = await page_of(browser, demo, "Sam");
  await sam.goto("/ideas");
  const handed = sam.getByRole("region", { name: /^From Amina.*: Quiet places to try$/ });
  await expect(handed).toContainText("They know you are coming.");
  await handed
    .getByText(/^More about/)
    .first()
    .click();
  await expect(handed).toContainText("When:");
  await no_axe_findings(sam);
  await sam.screenshot({ path: "test-results/handed-1280.png", fullPage: true });
  await handed.getByRole("button", { name: /^Put this list away/ }).click();
  await expect(handed).toHaveCount(0);

  await sam.goto("/matters?question=suits");
  await sam.getByLabel("What can you pay?").selectOption("Nothing");
  await sam.getByLabel("Tuesday").check();
  await sam.getByLabel("What costs more").check();
  await no_axe_findings(sam);
  for (const width of [1280, 390]) {
    await sam.setViewportSize({ width, height: 900 });
    await fits_sideways(sam);
    await sam.screenshot({ path: `test-results/suits-${width}.png`, fullPage: true });
  }
  await sam.goto("/ideas");
  await expect(sam.getByText("It costs nothing.").first()).toBeVisible();
  await sam.screenshot({ path: "test-results/ideas-suits-390.png", fullPage: true });
  await sam.context().close();
  await amina.context().close();
});
