// A practitioner's pages: who, when, what they asked for, what they want to talk about, and nothing else.

import { command, new_id } from "../src/commands.ts";
import { agree, begin_for, now_at } from "./agreed.ts";
import { no_axe_findings } from "./checks.ts";
import { expect, page_of, pin, test, type DemoPerson, type DemoServer } from "./demo.ts";
import type { Part } from "../src/view.ts";

/** Whether a visit with somebody is open, as the server tells it. */
async function is_in_a_visit(demo: DemoServer, who: DemoPerson, record: string): Promise<boolean> {
  const headers = { Authorization: `Bearer ${who.token}` };
  const answer = await fetch(`${demo.url}/api/records/${record}`, { headers });
  const view = (await answer.json()) as { visits?: { open: unknown } };
  return Boolean(view.visits?.open);
}

/** What no page for staff may say of a person: sizes, types, shares, marks, safety columns. */
const never_said =
  /\d\s*%|per ?cent|score|isolat|lonel|network type|circle size|risk|\b\d+ (people|members|ties)\b/i;

for (const path of ["/today", "/people"]) {
  test(`${path} says no number, kind or mark of a person, and nothing is red`, async ({ look }) => {
    const page = await look("practitioner", path);
    await expect(
      page
        .getByRole("main")
        .getByText(path === "/today" ? /^Joy/ : /^Sam/)
        .first(),
    ).toBeVisible();
    expect(await page.getByRole("main").innerText()).not.toMatch(never_said);
    expect(await page.evaluate(red_things)).toEqual([]);
  });
}

test("My people has four columns and cannot be sorted", async ({ look }) => {
  const page = await look("practitioner", "/people");
  await expect(page.getByRole("columnheader").first()).toBeVisible();
  const heads = await page.getByRole("columnheader").allInnerTexts();
  expect(heads.map((head) => head.trim())).toEqual([
    "Name",
    "Next together",
    "What they asked for",
    "To talk about",
    "Open",
  ]);
  await expect(page.getByRole("columnheader").getByRole("button")).toHaveCount(0);
});

test("begins for somebody on a spoken yes, and the code of the paper copy ends it", async ({ open }) => {
  const page = await open("practitioner");
  await page.goto("/people/start");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByText(/^Kith is for people of 16 or over\./)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Write what they want" })).toBeFocused();
  await page.getByLabel("What do they want to be called?").fill("Nell");
  await page.getByLabel("They are 16 or over").check();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByText("Begin only when they have said yes aloud.")).toBeVisible();
  await page.getByLabel("They said yes aloud").check();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nell’s notes have begun" })).toBeVisible();
  const code = await page.locator(".paper-code").innerText();

  await page.getByRole("link", { name: "Open", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nell" })).toBeVisible();
  await page.getByRole("button", { name: "Start a visit" }).click();
  await page.getByRole("dialog").getByLabel("Nell said yes aloud").check();
  await page.getByRole("button", { name: "All of it" }).click();
  await page.getByRole("button", { name: "Begin the visit" }).click();
  await expect(page.getByText("A visit with Nell is open.")).toBeVisible();
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Nell’s words" })).toBeChecked();
  await expect(page.getByText("Nell will see this, and whoever they let in.").first()).toBeVisible();
  await expect(page.getByText("Nobody is watching while you write.").first()).toBeVisible();
  await page.getByRole("button", { name: "End the visit" }).click();
  await page.getByRole("button", { name: "End without copying" }).click();
  await expect(page.getByText("A visit with Nell is open.")).toHaveCount(0);

  await page.goto("/week");
  const this_week = page.getByRole("region", { name: "This week" });
  await expect(this_week.getByText("Nell")).toBeVisible();
  for (const length of await this_week.getByRole("spinbutton").all()) await length.fill("30");
  await this_week.getByRole("button", { name: "This is right" }).click();
  await expect(this_week.getByText("You said this is right.")).toBeVisible();

  await page.goto("/stop");
  await page.getByLabel("The code").fill(code);
  await page.getByRole("button", { name: "Stop it now" }).click();
  await expect(page.getByRole("heading", { name: "It is done" })).toBeVisible();
  await page.goto("/people");
  await expect(page.getByRole("main").getByText(/^Sam/).first()).toBeVisible();
  await expect(page.getByText("Nell")).toHaveCount(0);
});

test("JO1, JO3 and JO8: two records for one person are seen side by side, joined, and parted", async ({
  open,
  demo,
}) => {
  const amina = demo.person("Amina");
  const page = await open("practitioner");
  const now = await now_at(page);
  const [first, second] = [new_id(), new_id()];
  for (const [record, name] of [
    [first, "Nia"],
    [second, "Nia Pugh"],
  ] as const) {
    const goal = { goal: new_id(), statement: new_id(), confirmed: "said_aloud" } as const;
    const visit = new_id();
    await agree(demo, amina, record, [
      ...begin_for(name, amina, now, "plan", visit),
      command("place_goal", { ...goal, words: `Sing again, says ${name}` }, now, { voice: "person" }),
      command("end_visit", { visit }, now),
    ]);
  }
  await page.goto("/people");
  await page.getByRole("link", { name: "Two records for one person" }).click();
  const look_at_both = async (at = page): Promise<void> => {
    await at.getByLabel("The record to keep").selectOption({ label: "Nia" });
    await at.getByLabel("The other record").selectOption({ label: "Nia Pugh" });
    await at.getByLabel("Nia is here and said yes").check();
    await at.getByRole("button", { name: "Look at both" }).click();
  };
  await look_at_both();
  await expect(page.getByRole("region", { name: "This is copied" })).toContainText(
    "Sing again, says Nia Pugh",
  );
  await expect(page.getByRole("region", { name: "This is there already" })).toContainText("says Nia");
  await no_axe_findings(page);

  const ended = page.waitForResponse((answer) => answer.url().endsWith(`${second}/commands`));
  await page.getByRole("link", { name: "My people" }).first().click();
  expect(await (await ended).text(), "whoever leaves sits with nobody any more").toContain('"agreed"');
  await page.getByRole("link", { name: "Two records for one person" }).click();
  await look_at_both();
  await expect(page.getByRole("region", { name: "This is copied" })).toBeVisible();
  await page.getByRole("button", { name: "Join them" }).click();
  await expect(page.getByRole("heading", { name: "They are joined" })).toBeVisible();
  await no_axe_findings(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Both are as they were before.")).toBeVisible();
  const closed = await page.context().newPage();
  await closed.goto("/people/join");
  await look_at_both(closed);
  await expect(closed.getByRole("region", { name: "This is copied" })).toBeVisible();
  expect(await is_in_a_visit(demo, amina, first)).toBe(true);
  await closed.close({ runBeforeUnload: true });
  for (const record of [first, second])
    await expect.poll(() => is_in_a_visit(demo, amina, record), "nor does a closed window").toBe(false);
  await look_at_both();
  await page.getByRole("button", { name: "Join them" }).click();
  await expect(page.getByRole("heading", { name: "They are joined" })).toBeVisible();

  await page.goto(`/people/${first}/plan`);
  await expect(page.getByText("Sing again, says Nia Pugh", { exact: true })).toBeVisible();
  await expect(page.getByText(/Copied from another record on/)).toHaveCount(1);
  await page.goto(`/people/${second}/together`);
  await expect(page.getByText("This record was closed today.")).toBeVisible();
});

test("JO5: words that arrive late for a record that was joined stay with whoever wrote them", async ({
  browser,
  demo_of_its_own,
}) => {
  test.slow();
  const demo = await demo_of_its_own();
  const amina = demo.person("Amina");
  const page = await page_of(browser, demo, "Amina", "own");
  const now = await now_at(page);
  const [first, second] = [new_id(), new_id()];
  const parts: Part[] = ["together", "circle", "matters", "ideas", "plan", "about_me"];
  for (const [record, name] of [
    [first, "Nia"],
    [second, "Nia Pugh"],
  ] as const) {
    const visit = { visit: new_id(), with: [amina.account], parts, said_aloud: true };
    const [begin] = begin_for(name, amina, now);
    await agree(demo, amina, record, [begin!, command("open_visit", visit, now)]);
  }
  await page.goto(`/people/${second}/plan`);
  await page.getByLabel("Your PIN").fill(pin);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByLabel("Nia Pugh wants to…").fill("Late words of Nia");
  await page.context().setOffline(true);
  await page.getByRole("main").locator("button[type=submit]").first().click();
  await expect(page.getByText("Saved on this device, will send when there is signal")).toBeVisible();
  const joined = await fetch(`${demo.url}/api/records/${first}/join`, {
    method: "POST",
    headers: { Authorization: `Bearer ${amina.token}`, "Content-Type": "application/json" },
    body: JSON.stringify({
      id: new_id(),
      from: second,
      made_at: now.toISOString(),
      offset_min: 0,
      said_aloud: true,
    }),
  });
  expect(joined.status).toBe(200);
  await page.context().setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(page.getByText("This was not saved. Your words are here:")).toBeVisible();
  await expect(page.getByText("This record is closed. There is another one for this person.")).toBeVisible();
  await expect(page.getByText("Late words of Nia", { exact: true })).toBeVisible();
  await expect(page.getByText("This record was closed today.")).toBeVisible();
  await expect(page.getByText("Nothing here has been shared with you")).toHaveCount(0);
  await no_axe_findings(page);
  await page.context().close();
});

/** Things drawn in red: more red than everything else, and strong. Runs in the page. */
function red_things(): string[] {
  const strong_red = (colour: string): boolean => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return alpha > 0.2 && red > 150 && green < red * 0.45 && blue < red * 0.45;
  };
  return [...document.querySelectorAll("body *")]
    .filter((box) => {
      const style = getComputedStyle(box);
      return [style.color, style.backgroundColor, style.borderTopColor, style.fill].some(strong_red);
    })
    .map((box) => box.outerHTML.slice(0, 80));
}
