// How the pages are built: one small entry, a chunk for each page, and a service worker that knows every
// file.

import { defineConfig } from "vitest/config";
import { service_worker } from "./build/service-worker.ts";
import { words_in_two } from "./build/words-in-two.ts";

export default defineConfig({
  publicDir: "public",
  build: {
    target: "es2022",
    cssMinify: "lightningcss",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: { output: { assetFileNames: "assets/[name]-[hash][extname]" } },
  },
  css: { transformer: "lightningcss" },
  plugins: [words_in_two(), service_worker()],
  server: { host: "127.0.0.1", proxy: { "/api": process.env.KITH_URL ?? "http://127.0.0.1:8420" } },
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}", "build/**/*.test.ts"],
    restoreMocks: true,
  },
});
