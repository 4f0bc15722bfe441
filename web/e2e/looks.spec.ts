// Who looked: told by day to the person alone, and asked about in their own words.

import { fits_sideways, no_axe_findings } from "./checks.ts";
import { expect, page_of, test, type DemoServer } from "./demo.ts";
import { heading } from "./walk.ts";

async function let_in(demo: DemoServer, who: string): Promise<void> {
  const joy = demo.person("Joy");
  const command = {
    id: "01890000-0000-4000-8000-0000000000a5",
    do: "give_grant",
    v: 1,
    made_at: new Date().toISOString(),
    offset_min: 0,
    body: {
      grant: "01890000-0000-4000-8000-0000000000a6",
      to: demo.person(who).account,
      see: ["together", "plan"],
      tell: ["together"],
    },
  };
  const answer = await fetch(`${demo.url}/api/records/${joy.record}/commands`, {
    method: "POST",
    headers: { Authorization: `Bearer ${joy.token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ commands: [command] }),
  });
  expect(await answer.text()).toContain("agreed");
}

test("LK5 LK6 LK10 LK11 the person reads who looked and asks about it; nobody else has that page", async ({
  browser,
  demo_of_its_own,
}) => {
  test.slow();
  const demo = await demo_of_its_own();
  await let_in(demo, "Amina");
  const joy = await page_of(browser, demo, "Joy");
  await joy.setViewportSize({ width: 390, height: 844 });
  await joy.goto("/looks");
  await heading(joy, "Who looked");
  await expect(joy.getByText("Nobody has looked yet.")).toBeVisible();

  const amina = await page_of(browser, demo, "Amina");
  await amina.goto(`/people/${demo.person("Joy").record}/plan`);
  await expect(amina.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  await amina.goto(`/people/${demo.person("Joy").record}/looks`);
  await heading(amina, "Who looked");
  await expect(amina.getByRole("main")).not.toContainText("looked at");
  await no_axe_findings(amina);

  await joy.goto("/sharing");
  await joy.getByRole("link", { name: "Who looked" }).click();
  await heading(joy, "Who looked");
  const day = joy.getByRole("region", { name: /today/i });
  await expect(day.getByText(/^Amina.* looked at your plan\.$/)).toBeVisible();
  await expect(joy.getByText(/on their device for a week/)).toBeVisible();
  await expect(joy.getByRole("main")).not.toContainText(/\d+ times/);
  await fits_sideways(joy);
  await no_axe_findings(joy);

  await day.getByRole("link", { name: /^Ask about this ?: Amina/ }).click();
  await heading(joy, "Messages");
  const words = joy.getByLabel("Your message");
  await expect(words).toHaveValue(/^You looked at my plan on .+\. $/);
  await words.press("End");
  await words.pressSequentially("What was it for?");
  await fits_sideways(joy);
  await joy.getByRole("button", { name: "Send" }).click();
  await expect(joy.getByText(/You looked at my plan on .+\. What was it for\?/)).toBeVisible();
  await amina.goto(`/people/${demo.person("Joy").record}/messages`);
  await expect(amina.getByText(/What was it for\?/).first()).toBeVisible();
});
