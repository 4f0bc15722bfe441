// Two weeks later, as anybody can see it in the demo: the clock in the corner, the question, and what comes
// of it.

import { no_axe_findings } from "./checks.ts";
import { expect, page_of, test } from "./demo.ts";
import { mouse } from "./hands.ts";
import { choose_first_idea, heading, let_days_pass } from "./walk.ts";

test("a choice of today is asked about in two weeks, and what is kept back reaches nobody", async ({
  browser,
  demo_of_its_own,
}) => {
  test.slow();
  const demo = await demo_of_its_own();
  const joy = await page_of(browser, demo, "Joy");
  const idea = await choose_first_idea(joy, mouse());
  await joy.goto("/now");
  await expect(joy.getByRole("link", { name: "Tell how it went" })).toHaveCount(0);

  await let_days_pass(joy, 14);
  await joy.goto("/now");
  await joy.getByRole("link", { name: "Tell how it went" }).click();
  await heading(joy, new RegExp(`How did it go with “${idea}”`));
  await joy.getByRole("button", { name: "Not yet" }).click();
  await joy.getByRole("checkbox", { name: "I felt anxious" }).check();
  await joy.getByRole("button", { name: "Done" }).click();
  await expect(joy.getByText(/We ask again/)).toBeVisible();
  await no_axe_findings(joy);

  const amina = await page_of(browser, demo, "Amina");
  for (const path of ["/today", "/people", `/people/${demo.person("Joy").record}/together`]) {
    await amina.goto(path);
    await heading(amina, /./);
    await expect(amina.getByText("Opening…")).toHaveCount(0);
    await expect(amina.getByRole("main")).not.toContainText(idea);
    await expect(amina.getByRole("main")).not.toContainText("anxious");
  }
  await joy.context().close();
  await amina.context().close();
});

test("no answer for two weeks: asked once whether to stop, and then it is quiet", async ({
  browser,
  demo_of_its_own,
}) => {
  test.slow();
  const demo = await demo_of_its_own();
  const joy = await page_of(browser, demo, "Joy");
  await choose_first_idea(joy, mouse());
  await let_days_pass(joy, 14);
  await joy.goto("/follow-up");
  await heading(joy, /How did it go/);
  await let_days_pass(joy, 14);
  await joy.goto("/follow-up");
  await expect(joy.getByRole("button", { name: "Stop asking" })).toBeVisible();
  await no_axe_findings(joy);
  await let_days_pass(joy, 7);
  await joy.goto("/follow-up");
  await heading(joy, /./);
  await expect(joy.getByRole("button", { name: "Stop asking" })).toHaveCount(0);
  await joy.goto("/now");
  await expect(joy.getByRole("link", { name: "Tell how it went" })).toHaveCount(0);
  await joy.context().close();
});
