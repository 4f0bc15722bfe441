// Without a signal: the server dies, the page is loaded again, work goes on, and everything arrives once.

import type { Page } from "@playwright/test";
import { enter, expect, page_of, pin, test, type DemoServer } from "./demo.ts";
import { mouse } from "./hands.ts";
import { go, member, walk_the_loop } from "./walk.ts";

interface OnTheServer {
  circle: { ties: { name: string }[] };
  plan: unknown;
}

/** What the server has, asked by a script of the same person. */
async function on_the_server(demo: DemoServer, who: string): Promise<OnTheServer> {
  const { record, token } = demo.person(who);
  const answer = await fetch(`${demo.url}/api/records/${record}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return (await answer.json()) as OnTheServer;
}

async function kept_by_the_worker(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel("Your PIN").fill(pin);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My circle" })).toBeVisible();
}

async function add_to_circle(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Add somebody or something" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("textbox").first().fill(name);
  await sheet
    .getByRole("button", { name: /^(Add|Put|Keep)/ })
    .last()
    .click();
  await expect(sheet).toHaveCount(0);
  await page
    .getByRole("button", { name: "Close" })
    .click({ timeout: 1_000 })
    .catch(() => null);
}

test.describe("on an own device", () => {
  test.describe.configure({ mode: "serial" });

  test("the server is gone, the page is loaded again, work goes on and arrives once", async ({
    open,
    demo,
  }) => {
    const page = await open("Sam", { device: "own" });
    await page.goto("/circle");
    await unlock(page);
    await kept_by_the_worker(page);
    await demo.kill();
    await page.reload();
    await unlock(page);
    await expect(page.getByText("No signal. You can carry on.")).toBeVisible();
    await add_to_circle(page, "The library");
    await expect(page.getByText("Saved on this device, will send when there is signal")).toBeVisible();
    await page.reload();
    await unlock(page);
    await expect(page.getByText("Saved on this device, will send when there is signal")).toBeVisible();
    await demo.start();
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await expect(page.getByText("Saved", { exact: true })).toBeVisible({ timeout: 30_000 });
    const { circle } = await on_the_server(demo, "Sam");
    expect(circle.ties.filter((tie) => tie.name === "The library")).toHaveLength(1);
  });

  test("the whole loop without a server, and all of it arrives once", async ({
    browser,
    demo_of_its_own,
  }) => {
    test.slow();
    const demo = await demo_of_its_own();
    const page = await page_of(browser, demo, "Joy", "own");
    await go(page, "/ideas");
    await expect(page.getByRole("button", { name: /^Choose this/ }).first()).toBeVisible();
    await kept_by_the_worker(page);
    await demo.kill();
    await walk_the_loop(page, mouse(), null);
    await demo.start();
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await expect(page.getByText("Saved", { exact: true })).toBeVisible({ timeout: 30_000 });
    const { circle, plan } = await on_the_server(demo, "Joy");
    for (const name of ["Aunt Bea", "Captain", "Quinn"])
      expect(circle.ties.filter((tie) => tie.name === name)).toHaveLength(1);
    for (const words of [
      "Somebody to sort the post with me.",
      "Ring them on Monday, with Aunt Bea beside me.",
    ])
      expect(JSON.stringify(plan).split(`"${words}"`)).toHaveLength(2);
    await page.context().close();
  });

  test("any address opens without a server, and the lock has help", async ({ open, demo }) => {
    const page = await open("Sam", { device: "own" });
    await kept_by_the_worker(page);
    await demo.kill();
    await page.goto("/plan");
    await expect(page.getByRole("heading", { name: "Welcome back" })).toBeVisible();
    await page.getByRole("button", { name: "Help now" }).click();
    await expect(page.getByRole("dialog").getByRole("link", { name: /Samaritans/ })).toBeVisible();
    await demo.start();
  });

  test("a wrong PIN is said, and waiting grows after three", async ({ open }) => {
    const page = await open("Sam", { device: "own" });
    await page.reload();
    for (let tries = 0; tries < 3; ++tries) {
      await page.getByLabel("Your PIN").fill("1357");
      await page.getByRole("button", { name: "Open", exact: true }).click();
      await expect(page.getByRole("alert")).toContainText("That PIN is not right");
      await expect(page.getByLabel("Your PIN")).toHaveValue("");
    }
    await expect(page.getByText(/You can try again in/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Open", exact: true })).toBeDisabled();
  });

  test("nothing readable is kept: neither words nor names", async ({ open }) => {
    const page = await open("Sam", { device: "own" });
    await page.goto("/circle");
    await unlock(page);
    const kept = await page.evaluate(all_that_is_kept);
    expect(kept.length).toBeGreaterThan(1000);
    expect(["Biscuit", "Sam Bell", "Mum", pin].filter((word) => kept.includes(word))).toEqual([]);
  });
});

test("a shared device keeps nothing of the record", async ({ open }) => {
  const page = await open("Sam", { device: "shared" });
  await page.goto("/circle");
  await expect(page.getByRole("heading", { level: 1, name: "My circle" })).toBeVisible();
  const kept = await page.evaluate(all_that_is_kept);
  expect(["Biscuit", "Sam Bell", "Mum"].filter((word) => kept.includes(word))).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain("me");
});

test("words that a shared device could not send wait sealed, and go when their writer is back", async ({
  open,
  demo,
}) => {
  const page = await open("Marek", { device: "shared" });
  await go(page, "/circle");
  await kept_by_the_worker(page);
  await demo.kill();
  await add_to_circle(page, "The bandstand");
  await expect(page.getByText("Saved on this device, will send when there is signal")).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^Words written on this device are waiting/)).toBeVisible();
  await expect(page.getByText("The bandstand")).toHaveCount(0);
  expect(await page.evaluate(all_that_is_kept)).not.toContain("bandstand");
  await demo.start();
  await enter(page, demo.person("Marek"), "shared");
  await go(page, "/circle");
  await expect(member(page, "The bandstand")).toBeVisible();
  const { circle } = await on_the_server(demo, "Marek");
  expect(circle.ties.filter((tie) => tie.name === "The bandstand")).toHaveLength(1);
});

/** Everything in this browser's database, its bytes as letters. Runs in the page. */
async function all_that_is_kept(): Promise<string> {
  const letters = (value: unknown): unknown => {
    if (value instanceof ArrayBuffer) return String.fromCharCode(...new Uint8Array(value));
    if (value instanceof Uint8Array) return String.fromCharCode(...value);
    if (value instanceof CryptoKey) return `key, may be read: ${value.extractable}`;
    return value;
  };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asking = indexedDB.open("notes");
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
  const stores = ["entries", "unsent", "plain"].map(
    (name) =>
      new Promise<unknown[]>((resolve) => {
        const asking = database.transaction(name).objectStore(name).getAll();
        asking.onsuccess = () => resolve(asking.result);
      }),
  );
  const kept = await Promise.all(stores);
  const bytes = JSON.stringify(kept, (_, value) => letters(value));
  database.close();
  return `${bytes} ${JSON.stringify(localStorage)} ${JSON.stringify(sessionStorage)}`;
}
