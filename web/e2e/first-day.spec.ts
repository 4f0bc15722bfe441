// The first day of a charity of one laptop: begun at the terminal, served, and somebody begins their notes.

import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fits_sideways, no_axe_findings } from "./checks.ts";
import { expect, free_port, program, test } from "./demo.ts";

const password = "three words here";

test("CF1, RE1 and H-14: from kith init to a first circle, with nothing asked twice", async ({
  browser,
  watched,
}) => {
  const data = join(mkdtempSync(join(tmpdir(), "kith-first-day-")), "data");
  const port = await free_port();
  execFileSync(program, ["init", "--for=charity", `--data=${data}`], { stdio: "pipe" });
  execFileSync(program, ["account", "add", "nia", "--role=person", "--called=Nia", `--data=${data}`], {
    input: `${password}\n`,
    stdio: "pipe",
  });
  const server: ChildProcess = spawn(program, ["serve", `--data=${data}`, `--port=${port}`], {
    stdio: "pipe",
  });
  try {
    await new Promise((listens) =>
      server.stderr!.on("data", (said) => /listens/.test(`${said}`) && listens(0)),
    );
    const page = await (await browser.newContext({ baseURL: `http://127.0.0.1:${port}` })).newPage();
    page.on("pageerror", (error) => watched.push(error.message));
    await page.goto("/");
    await page.getByLabel("Name you sign in with").fill("nia");
    await page.getByLabel("Password").fill(password);
    await page.getByLabel("It is shared").check();
    await page.getByRole("button", { name: "Sign in" }).click();

    await expect(page.getByRole("heading", { level: 1, name: "Begin your own notes" })).toBeVisible();
    await no_axe_findings(page);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 860 });
      await fits_sideways(page);
    }
    await page.screenshot({ path: "test-results/first-day-320.png", fullPage: true });
    await page.getByRole("button", { name: "Begin", exact: true }).click();
    await expect(page.getByText(/^Kith is for people of 16 or over\./)).toBeVisible();
    await page.getByLabel("I am 16 or over").check();
    await page.getByText("Say which ways are safe").click();
    await page.getByRole("checkbox", { name: /in person/ }).check();
    await no_axe_findings(page);
    await page.getByRole("button", { name: "Begin", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "My circle" })).toBeVisible();
    await page.goto("/sharing");
    await expect(page.getByText(/^Safe: /)).toBeVisible();
    await page.context().close();
  } finally {
    const ended = new Promise((done) => server.once("exit", done));
    server.kill();
    await ended;
    rmSync(join(data, ".."), { recursive: true, force: true });
  }
});
