// A practitioner's pages: who, when, what they asked for, what they want to talk about, and nothing else.

import { command, new_id } from "../src/commands.ts";
import { agree, begin_for, now_at } from "./agreed.ts";
import { no_axe_findings } from "./checks.ts";
import { expect, test } from "./demo.ts";

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
  const look_at_both = async (): Promise<void> => {
    await page.getByLabel("The record to keep").selectOption({ label: "Nia" });
    await page.getByLabel("The other record").selectOption({ label: "Nia Pugh" });
    await page.getByLabel("Nia is here and said yes").check();
    await page.getByRole("button", { name: "Look at both" }).click();
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
  await look_at_both();
  await page.getByRole("button", { name: "Join them" }).click();
  await expect(page.getByRole("heading", { name: "They are joined" })).toBeVisible();

  await page.goto(`/people/${first}/plan`);
  await expect(page.getByText("Sing again, says Nia Pugh", { exact: true })).toBeVisible();
  await expect(page.getByText(/Copied from another record on/)).toHaveCount(1);
  await page.goto(`/people/${second}/together`);
  await expect(page.getByText("This record was closed today.")).toBeVisible();
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
