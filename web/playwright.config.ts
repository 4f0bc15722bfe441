// The pages in a real browser against the real program. Debian's Chromium; nothing is downloaded.
//
// `npm run e2e` tests; `npm run screens` takes the pictures of docs/screens. KITH_PROGRAM names the program,
// build/kith of this repository unless it says otherwise.

import { defineConfig } from "@playwright/test";
import { browser_arguments } from "./e2e/browser.ts";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: process.env.KITH_WORKERS ? Number(process.env.KITH_WORKERS) : 2,
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    launchOptions: {
      executablePath: process.env.KITH_CHROMIUM ?? "/usr/bin/chromium",
      args: browser_arguments,
    },
    locale: "en-GB",
    timezoneId: "Europe/London",
    viewport: { width: 1280, height: 860 },
    actionTimeout: 15_000,
    screenshot: "only-on-failure",
  },
});
