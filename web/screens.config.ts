// Takes the pictures of every page into docs/screens: `npm run screens`.

import { defineConfig } from "@playwright/test";
import config from "./playwright.config.ts";

export default defineConfig({ ...config, testMatch: "screens.ts", workers: 1, retries: 0 });
