// The nurse's day: writing to each other, safe ways, telling somebody without a sign-in, and the text at the
// end of a visit.

import type { Page } from "@playwright/test";
import { command, new_id, type Command } from "../src/commands.ts";
import { agree, begin_for, now_at } from "./agreed.ts";
import { expect, page_of, test, type DemoPerson, type DemoServer } from "./demo.ts";

async function today_says(page: Page, text: RegExp): Promise<void> {
  await page.goto("/today");
  await expect(page.getByRole("heading", { name: "Waiting for an answer" })).toBeVisible();
  await expect(page.getByText(text)).toBeVisible();
}

test("MS4, MS5 and WT3: a message says who sees it and stays on Today until a human answered", async ({
  open,
}) => {
  const [sam, amina] = [await open("Sam"), await open("practitioner")];
  await amina.goto("/settings");
  await amina.getByRole("checkbox", { name: "Monday" }).check();
  await amina.getByRole("button", { name: "Keep these times" }).click();
  await expect(amina.getByText("Kept.")).toBeVisible();

  await sam.goto("/messages");
  await sam.getByRole("button", { name: "Write a message" }).click();
  const choice = sam.getByRole("checkbox", { name: "Amina Yusuf" });
  if (await choice.count()) await choice.check();
  await expect(sam.getByText("Only Amina Yusuf can see this, and you.")).toBeVisible();
  await expect(sam.getByText(/Amina Yusuf is (next )?at work/)).toBeVisible();
  await expect(sam.getByText(/Nobody is watching this now/)).toBeVisible();
  await expect(sam.getByRole("main").getByRole("button", { name: "Help now" })).toBeVisible();
  await sam.getByLabel("Your message").fill("Could you ring me on Thursday?");
  await sam.getByRole("button", { name: "Send" }).click();
  await expect(sam.getByText("Amina Yusuf: not opened yet.")).toBeVisible();

  await today_says(amina, /You have not opened it yet/);
  await amina.getByRole("link", { name: /Read what Sam/ }).click();
  await expect(amina.getByText("Could you ring me on Thursday?").first()).toBeVisible();
  await expect(sam.getByText("Opened today by Amina Yusuf.")).toBeVisible();
  await today_says(amina, /Opened, and not answered yet/);

  await amina.getByRole("link", { name: /Read what Sam/ }).click();
  await amina.getByRole("button", { name: /^Answer/ }).click();
  await amina.getByLabel("Your message").fill("Yes, at ten.");
  await amina.getByRole("button", { name: "Send" }).click();
  await expect(sam.getByText("Yes, at ten.").first()).toBeVisible();
  await expect(sam.getByText("Answered today by Amina Yusuf.")).toBeVisible();
  await amina.goto("/today");
  await expect(amina.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(amina.getByRole("heading", { name: "Waiting for an answer" })).toHaveCount(0);
});

test("RE2, RE3 and TL1: nothing goes out before it was asked, and a slip tells somebody in one tap", async ({
  open,
}) => {
  const sam = await open("Sam");
  await sam.goto("/plan");
  await sam.getByRole("button", { name: "Put the dates in my calendar" }).click();
  await expect(sam.getByText(/Nobody has asked yet which ways are safe/)).toBeVisible();

  await sam.goto("/sharing");
  await sam.getByRole("button", { name: "Say which ways are safe" }).click();
  const sheet = sam.getByRole("dialog");
  await sheet.getByRole("checkbox", { name: /in person/ }).check();
  await sheet.getByRole("checkbox", { name: /calendar/ }).check();
  await sheet.getByRole("button", { name: "Keep this" }).click();
  await expect(sam.getByText(/^Safe: /)).toBeVisible();

  await sam.goto("/plan");
  const file = sam.waitForEvent("download");
  await sam.getByRole("button", { name: "Put the dates in my calendar" }).click();
  expect((await file).suggestedFilename()).toBe("my-dates.ics");

  const tie = "Mum"; // she has no sign-in, and carries a step of the demo
  await expect(sam.getByText(`Nobody has told ${tie} yet.`).first()).toBeVisible();
  await sam
    .getByRole("button", { name: `Tell ${tie}` })
    .first()
    .click();
  await sam.getByRole("dialog").getByRole("button", { name: "Print a slip" }).click();
  await expect(sam.getByText(new RegExp(`made a slip for ${tie}, today`))).toBeVisible();
});

test("N-9 after a visit of 45 minutes: at most 10 taps and 400 typed letters, and no field typed twice", async ({
  open,
  demo,
}) => {
  const amina = await open("practitioner");
  await amina.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await amina.goto(`/people/${demo.person("Sam").record}/together`);
  await amina.getByRole("button", { name: "Start a visit" }).click();
  await amina.getByLabel(/said yes aloud/).check();
  await amina.getByRole("button", { name: "All of it" }).click();
  await amina.getByRole("button", { name: "Begin the visit" }).click();
  await expect(amina.getByText(/A visit with Sam.* is open\./)).toBeVisible();
  await write_in_the_visit(amina, "I want to sleep at night, and wake up rested.");
  await the_rest_of_the_visit(amina, demo);

  await amina.evaluate(() => {
    const counted = { taps: 0, letters: 0 };
    Object.assign(window, { counted });
    addEventListener("click", () => void ++counted.taps, true);
    addEventListener("input", () => void ++counted.letters, true);
  });
  await amina.getByRole("button", { name: "End the visit" }).click();
  const text = amina.getByLabel(/The text for your record/);
  await expect(text).toHaveValue(/wake up rested/);
  await expect(text, "what is copied is what is read").not.toBeEditable();
  for (const words of said_in_the_visit) expect(await text.inputValue()).toContain(words);
  expect(await text.inputValue()).not.toContain(seen_in_the_visit_only);
  await amina.getByRole("button", { name: "End the visit and copy" }).click();
  await expect(amina.getByText("Copied. You can paste it into your record now.")).toBeVisible();
  await amina.getByRole("button", { name: "All right" }).click();
  await expect(amina.getByText(/A visit with Sam.* is open\./)).toHaveCount(0);
  const counted = await amina.evaluate(
    () => (window as unknown as { counted: { taps: number; letters: number } }).counted,
  );
  expect(counted.taps).toBeLessThanOrEqual(10);
  expect(counted.letters).toBeLessThanOrEqual(400);
  const pasted = await amina.evaluate(() => navigator.clipboard.readText());
  expect(pasted).toContain("Sam’s words, typed by Amina Yusuf, said aloud: “I want to sleep at night");
  expect(pasted).not.toMatch(/[*#<>]|\t/);

  const pdf = await amina.request.get(
    `/api/records/${demo.person("Sam").record}/paper?style=visit&whole=yes&as=pdf`,
  );
  expect(pdf.status()).toBe(200);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).toString("latin1").match(/\/Type ?\/Page\b/g) ?? []).toHaveLength(1);

  await amina.getByRole("button", { name: "Copy to another record" }).click();
  await expect(amina.getByText("Nothing has changed since it was last copied.")).toBeVisible();
});

/** One thing to talk about, in Sam's words. */
async function write_in_the_visit(page: Page, words: string): Promise<void> {
  await page.getByRole("button", { name: "Add a line" }).first().click();
  await page.getByRole("textbox").first().fill(words);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText(words).first()).toBeVisible();
}

test("CA4: a calendar that was handed in is on Today, and tomorrow prints without a reason", async ({
  open,
}) => {
  const page = await open("practitioner");
  const now = await now_at(page);
  const day = (later: number): string =>
    new Date(now.getTime() + later * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
  const event = (uid: string, at: string, title: string): string =>
    `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART;TZID=Europe/London:${at}\r\nSUMMARY:${title}\r\nEND:VEVENT\r\n`;
  const file = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event("a", `${day(0)}T161500`, "Ring the depot")}${event("b", `${day(1)}T090000`, "Ward round")}END:VCALENDAR\r\n`;
  await page.goto("/settings");
  const chooser = page.getByLabel("Calendar file (.ics)");
  await chooser.setInputFiles({ name: "mine.ics", mimeType: "text/calendar", buffer: Buffer.from(file) });
  await expect(page.getByText("Your calendar is read.")).toBeVisible();
  await page.goto("/today");
  await expect(page.getByText("Ring the depot")).toBeVisible();
  await expect(page.getByText("4.15 pm")).toBeVisible();
  await expect(page.getByText("Ward round")).toHaveCount(0);
  await page.getByRole("link", { name: "Tomorrow, for the car" }).click();
  await expect(page.getByText("9 am")).toBeVisible();
  await expect(page.getByText("Ward round")).toHaveCount(0);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Take it out again" }).click();
  await expect(page.getByText("Your calendar is read.")).toHaveCount(0);
});

test("TD1 with thirty people and ninety ideas, Today holds the two visits of that day and nobody else", async ({
  browser,
  demo_of_its_own,
}) => {
  const demo = await demo_of_its_own();
  const page = await page_of(browser, demo, "practitioner");
  const me = demo.person("practitioner");
  const now = await now_at(page);
  await page.goto("/today");
  const visits = page.locator(".visits > li");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(visits).not.toHaveCount(0);
  const before = await visits.count();
  for (let n = 0; n < 30; ++n) await somebody(demo, me, now, n);

  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 860 });
    await page.goto("/today");
    await expect(page.getByText("Invented Person 1", { exact: true })).toBeVisible();
    await expect(page.getByText("Invented Person 16", { exact: true })).toBeVisible();
    await expect(visits).toHaveCount(before + 2);
    await expect(page.getByRole("main")).not.toContainText(/Idea \d/);
    await page.screenshot({ path: `test-results/thirty-today-${width}.png`, fullPage: true });
    await page.goto("/people");
    await expect(page.getByText("Invented Person 30", { exact: true })).toBeVisible();
    await page.screenshot({ path: `test-results/thirty-people-${width}.png`, fullPage: true });
  }
  await page.context().close();
});

/** Somebody whose record this practitioner began, with three ideas, and a visit within fifteen days. */
async function somebody(demo: DemoServer, me: DemoPerson, now: Date, n: number): Promise<void> {
  const day = new Date(now.getTime() + (n % 15) * 86_400_000).toISOString().slice(0, 10);
  const idea = (): Command =>
    command(
      "choose_idea",
      { idea: new_id(), service: new_id(), name: `Idea ${n}`, followup: new_id() },
      now,
      { voice: "person" },
    );
  await agree(demo, me, new_id(), [
    ...begin_for(`Invented Person ${n + 1}`, me, now),
    command("set_meeting", { meeting: new_id(), day, with: [`account:${me.account}`] }, now),
    ...[idea(), idea(), idea()],
  ]);
}

const said_in_the_visit = [
  "Walk to the allotment before lunch.",
  "Ring the choir and ask about Tuesday.",
  "I will bring the bus times.",
];
/** Sam shares what matters with her in visits only. HO2. */
const seen_in_the_visit_only = "My neighbour looks in most days.";

/** What the rest of the three quarters of an hour leaves: a goal, a step, a promise, who helps, when next. */
async function the_rest_of_the_visit(page: Page, demo: DemoServer): Promise<void> {
  const me = demo.person("practitioner");
  const now = await now_at(page);
  const aloud = { voice: "person" } as const;
  const [goal, tie] = [new_id(), new_id()];
  const [wish, walk, bring, helps] = [...said_in_the_visit, seen_in_the_visit_only].map((words) => ({
    statement: new_id(),
    words,
    confirmed: "said_aloud" as const,
  }));
  const next = new Date(now.getTime() + 21 * 86_400_000).toISOString().slice(0, 10);
  await agree(demo, me, demo.person("Sam").record!, [
    command("place_goal", { goal, ...wish! }, now, aloud),
    command("place_step", { step: new_id(), goal, doer: "person", due: next, ...walk! }, now, aloud),
    command(
      "place_promise",
      { promise: new_id(), by: `account:${me.account}`, ...bring!, confirmed: undefined },
      now,
    ),
    command(
      "draw_tie",
      { tie, name: "Bryn next door", kind: "neighbour", occasion: "everyday", ring: 2 },
      now,
      aloud,
    ),
    command("word_statement", { ...helps!, place: "helps", about: "support:emotional" }, now, aloud),
    command("set_meeting", { meeting: new_id(), day: next, with: [`account:${me.account}`] }, now),
  ]);
}
