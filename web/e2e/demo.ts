// The demo as a test fixture: one program per worker, in a folder of its own, and a page for each of its
// people.

import { test as base, expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface DemoPerson {
  name: string;
  role: "person" | "practitioner" | "curator" | "administrator" | "supporter";
  account: string;
  record: string | null;
  link: string;
  token: string;
}

export interface DemoServer {
  url: string;
  people: DemoPerson[];
  person(named: string): DemoPerson;
  /** The program dies, as at a power cut. */
  kill(): Promise<void>;
  /** And comes back at the same place with the same data. */
  start(): Promise<void>;
}

export type Device = "own" | "shared";
export interface PageOptions {
  device?: Device;
  width?: number;
  dark?: boolean;
}
/** A demo whose clock may be moved without moving anybody else's. */
type DemoOfItsOwn = (...more: string[]) => Promise<DemoServer>;
type Open = (named: string, options?: PageOptions) => Promise<Page>;

/** Not the one that the demo suggests: that one is public. */
export const pin = "758139";
export const program = process.env.KITH_PROGRAM ?? join(import.meta.dirname, "../../build/kith");
const start_ms_max = 30_000;

/** Somebody who only looks: one browser per person and worker, so that many pages are seen in little time. */
type Look = (named: string, path: string) => Promise<Page>;

interface Looking {
  page: Page;
  faults: string[];
}

export const test = base.extend<
  { open: Open; look: Look; look_in_welsh: Look; watched: string[]; demo_of_its_own: DemoOfItsOwn },
  { demo: DemoServer; lookers: Map<string, Looking> }
>({
  demo: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "kith-pages-"));
      const server = await run_demo(folder);
      await use(server);
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 2 * start_ms_max },
  ],

  demo_of_its_own: async ({}, use) => {
    const ends: (() => Promise<void>)[] = [];
    await use(async (...more) => {
      const folder = mkdtempSync(join(tmpdir(), "kith-pages-"));
      const server = await run_demo(folder, more);
      ends.push(async () => {
        await server.kill();
        rmSync(folder, { recursive: true, force: true });
      });
      return server;
    });
    for (const end of ends) await end();
  },

  lookers: [
    async ({}, use) => {
      const lookers = new Map<string, Looking>();
      await use(lookers);
      for (const { page } of lookers.values()) await page.context().close();
    },
    { scope: "worker" },
  ],

  look: async ({ browser, demo, lookers }, use) => {
    let looked: Looking | undefined;
    await use(async (named, path) => {
      looked = lookers.get(named) ?? (await new_looker(browser, demo, named));
      lookers.set(named, looked);
      await looked.page.emulateMedia({ colorScheme: "light" });
      await looked.page.setViewportSize({ width: 1280, height: 860 });
      await looked.page.goto(path);
      await expect(looked.page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(looked.page.getByText("Opening…")).toHaveCount(0);
      return looked.page;
    });
    expect(looked?.faults.splice(0) ?? []).toEqual([]);
  },

  // The same people in browsers of their own, set to Welsh.
  look_in_welsh: async ({ browser, demo, lookers }, use) => {
    let looked: Looking | undefined;
    await use(async (named, path) => {
      const key = `${named} in Welsh`;
      looked = lookers.get(key) ?? (await new_looker(browser, demo, named, "cy"));
      lookers.set(key, looked);
      await looked.page.setViewportSize({ width: 1280, height: 860 });
      await looked.page.goto(path);
      await expect(looked.page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(looked.page.getByText("Yn agor…")).toHaveCount(0);
      return looked.page;
    });
    expect(looked?.faults.splice(0) ?? []).toEqual([]);
  },

  // What a page must never do: ask another site for something, or break.
  watched: async ({}, use) => {
    const faults: string[] = [];
    await use(faults);
    expect(faults).toEqual([]);
  },

  open: async ({ browser, demo, watched }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (named, options = {}) => {
      const context = await browser.newContext({
        baseURL: demo.url,
        viewport: { width: options.width ?? 1280, height: 860 },
        colorScheme: options.dark ? "dark" : "light",
      });
      opened.push(context);
      const page = await context.newPage();
      watch(page, demo.url, watched);
      await enter(page, demo.person(named), options.device ?? "shared");
      return page;
    });
    for (const context of opened) await context.close();
  },
});

async function new_looker(
  browser: Browser,
  demo: DemoServer,
  named: string,
  language: "en" | "cy" = "en",
): Promise<Looking> {
  const context = await browser.newContext({ baseURL: demo.url });
  const page = await context.newPage();
  const faults: string[] = [];
  watch(page, demo.url, faults);
  await enter(page, demo.person(named), "shared");
  if (language !== "en") {
    await page.evaluate((chosen) => sessionStorage.setItem("language", chosen), language);
    await page.reload();
  }
  return { page, faults };
}

export { expect };

export function watch(page: Page, url: string, faults: string[]): void {
  page.on("pageerror", (error) => faults.push(`broke: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !/^(blob|data|about):/.test(request.url())) {
      faults.push(`asked elsewhere: ${request.url()}`);
    }
  });
  page.on("console", (line) => {
    if (/Content Security Policy|Refused to/.test(line.text())) faults.push(line.text());
  });
}

/** Through the sign-in link, as somebody at the demo does it. */
export async function enter(page: Page, person: DemoPerson, device: Device): Promise<void> {
  await page.goto(new URL(person.link).pathname);
  await page.getByRole("radio", { name: device === "own" ? /my own/ : /shared/ }).check();
  if (device === "own") await page.getByLabel("Choose a PIN").fill(pin);
  await page.getByRole("button", { name: "Let me in" }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Opening…")).toHaveCount(0);
}

/** Somebody's own browser at a demo. Close its context when done. */
export async function page_of(
  browser: Browser,
  demo: DemoServer,
  named: string,
  device: Device = "shared",
): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: demo.url })).newPage();
  await enter(page, demo.person(named), device);
  return page;
}

async function run_demo(folder: string, more: string[] = []): Promise<DemoServer> {
  const port = await free_port();
  let running: ChildProcess | null = null;
  const server: DemoServer = {
    url: `http://127.0.0.1:${port}`,
    people: [],
    person(named) {
      const found = this.people.find((one) => one.name.startsWith(named) || one.role === named);
      if (!found) throw new Error(`the demo has nobody called ${named}`);
      return found;
    },
    async kill() {
      const ending = running;
      running = null;
      if (!ending || ending.exitCode !== null) return;
      await new Promise((done) => {
        ending.once("exit", done);
        ending.kill("SIGKILL");
      });
    },
    async start() {
      running = spawn(program, ["demo", "--json", `--port=${port}`, `--data=${folder}`, ...more], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const told = await first_line(running);
      this.people = (JSON.parse(told) as { people: DemoPerson[] }).people;
    },
  };
  await server.start();
  return server;
}

function first_line(running: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const too_long = setTimeout(() => reject(new Error("the demo did not start")), start_ms_max);
    running.once("error", reject);
    running.once("exit", (code) => reject(new Error(`the demo ended with ${code}`)));
    createInterface({ input: running.stdout! }).once("line", (line) => {
      clearTimeout(too_long);
      resolve(line);
    });
  });
}

export function free_port(): Promise<number> {
  return new Promise((resolve) => {
    const asking = createServer().listen(0, "127.0.0.1", () => {
      const { port } = asking.address() as { port: number };
      asking.close(() => resolve(port));
    });
  });
}
