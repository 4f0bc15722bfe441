// The picture of a circle: moving by mouse and by finger, the list that does the same, and what is never
// shown.

import { enter, expect, test, watch } from "./demo.ts";
import { mouse } from "./hands.ts";
import { draw, heading, member } from "./walk.ts";
import type { Locator, Page } from "@playwright/test";

async function middle(box: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await box.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

async function open_circle(page: Page): Promise<void> {
  await page.goto("/circle");
  await heading(page, "My circle");
}

test("a member is moved by mouse to another ring, and stays there", async ({ open }) => {
  const page = await open("Sam");
  await open_circle(page);
  await draw(page, mouse(), { name: "Juniper", kind: "friend", ring: "Most important to me" });
  const from = await middle(member(page, "Juniper"));
  const picture = (await page.getByRole("group", { name: /Picture of my circle/ }).boundingBox())!;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(picture.x + picture.width / 2, picture.y + picture.height - 30, { steps: 8 });
  await page.mouse.up();
  await expect(member(page, "Juniper")).toHaveAccessibleName(/a little important/);
  await page.reload();
  await expect(member(page, "Juniper")).toHaveAccessibleName(/a little important/);
});

test("a member is moved by a finger, and the page does not scroll meanwhile", async ({
  browser,
  demo,
  watched,
}) => {
  const context = await browser.newContext({
    baseURL: demo.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  watch(page, demo.url, watched);
  await enter(page, demo.person("Priya"), "shared");
  await open_circle(page);
  await expect(member(page, "Meena")).toHaveAccessibleName(/most important/);
  await member(page, "Meena").evaluate((one) => one.scrollIntoView({ block: "center", behavior: "instant" }));
  const from = await middle(member(page, "Meena"));
  const picture = (await page.getByRole("group", { name: /Picture of my circle/ }).boundingBox())!;
  const to = { x: picture.x + picture.width / 2, y: picture.y + 10 };
  const browser_of = await context.newCDPSession(page);
  const touch = (type: string, points: { x: number; y: number }[]): Promise<unknown> =>
    browser_of.send("Input.dispatchTouchEvent", {
      type: type as "touchStart",
      touchPoints: points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
    });
  const scrolled = await page.evaluate(() => scrollY);
  await touch("touchStart", [from]);
  for (let step = 1; step <= 8; ++step)
    await touch("touchMove", [
      { x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 },
    ]);
  await touch("touchEnd", []);
  await expect(member(page, "Meena")).toHaveAccessibleName(/a little important/);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await context.close();
});

test("does this feel right? not quite, in their own words beside the sentence", async ({ open }) => {
  const page = await open("Sam");
  await open_circle(page);
  const sentence = page.getByRole("region", { name: "What this circle shows" });
  await sentence.getByRole("button", { name: "Not quite" }).click();
  await sentence.getByRole("textbox").fill("Dev is the one who really knows me.");
  await sentence.getByRole("button", { name: "Keep my words" }).click();
  const said = sentence.getByRole("article").filter({ hasText: "Dev is the one who really knows me." });
  await expect(said).toContainText("Your words");
  await expect(sentence.getByText(/^Friends are a big part/)).toBeVisible();
  expect(await page.getByRole("main").innerText()).not.toMatch(/friend_|diverse|supported_|type/i);
});

test("a tap that slips a little is still a tap", async ({ open }) => {
  const page = await open("Marek");
  await open_circle(page);
  await draw(page, mouse(), { name: "Willow", kind: "friend", ring: "Quite important" });
  await page.getByRole("button", { name: "Close", exact: true }).click();
  const at = await middle(member(page, "Willow"));
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 3, at.y + 2);
  await page.mouse.up();
  await expect(page.getByRole("region", { name: "Willow" })).toBeVisible();
  await expect(member(page, "Willow")).toHaveAccessibleName(/quite important/);
});

test("arrow keys go from member to member, Enter opens one, Close goes back to it", async ({ open }) => {
  const page = await open("Priya");
  await open_circle(page);
  const members = page.getByRole("group", { name: /Picture of my circle/ }).getByRole("button");
  await members.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(members.nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(members.last()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(members.first()).toBeFocused();
  const name = ((await members.first().getAttribute("aria-label")) ?? "").split(",")[0]!;
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name })).toBeVisible();
  await page.getByRole("region", { name }).getByRole("button", { name: "Close" }).click();
  await expect(members.first()).toBeFocused();
});

test("the list does what the picture does: move, keep private, take off", async ({ open }) => {
  const page = await open("Sam");
  await open_circle(page);
  await draw(page, mouse(), { name: "Rowan", kind: "neighbour", ring: "Quite important" });
  await page.getByRole("button", { name: "List" }).click();
  const line = page.getByRole("listitem").filter({ hasText: "Rowan" });
  await line.getByRole("button", { name: "Move closer" }).click();
  await expect(page.getByRole("region", { name: "Most important to me" })).toContainText("Rowan");
  const card = page.getByRole("region", { name: "Rowan", exact: true });
  await card.getByRole("checkbox", { name: "Keep Rowan private" }).check();
  await expect(line).toContainText("Private");
  await card.getByRole("button", { name: "Take off" }).click();
  await card.getByRole("button", { name: "Take off" }).click();
  await expect(line).toHaveCount(0);
});

test("the sentence can be turned off, and comes back when it is wanted", async ({ open }) => {
  const page = await open("Priya");
  await open_circle(page);
  const sentence = page.getByRole("region", { name: "What this circle shows" });
  await sentence.getByRole("button", { name: "Don't show this sentence" }).click();
  await expect(sentence).toHaveCount(0);
  await page.getByRole("button", { name: "Show a sentence about my circle" }).click();
  await expect(sentence).toBeVisible();
});
