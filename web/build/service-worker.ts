// Builds src/worker/service-worker.ts into /sw.js with the list of every built file and one version for all.
//
// The version is the hash of the list: the same files give the same worker, byte for byte.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";

interface Precache {
  version: string;
  files: [path: string, hash: string][];
}

const not_kept = [/\.map$/, /^sw\.js$/, /^fixtures/];

export function service_worker(): Plugin {
  let root = ".";
  let out = "dist";
  return {
    name: "kith-service-worker",
    apply: "build",
    configResolved(config) {
      root = config.root;
      out = join(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      async handler() {
        if (!existsSync(out)) return;
        await build_worker(root, out, precache_of(out));
      },
    },
  };
}

export function precache_of(folder: string): Precache {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !not_kept.some((pattern) => pattern.test(name)))
    .sort();
  const files = names.map((name): [string, string] => [
    `/${name}`,
    short_hash(readFileSync(join(folder, name))),
  ]);
  return { version: short_hash(Buffer.from(JSON.stringify(files))), files };
}

function short_hash(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

async function build_worker(root: string, out: string, precache: Precache): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define: { __PRECACHE__: JSON.stringify(precache) },
    build: {
      outDir: out,
      emptyOutDir: false,
      target: "es2022",
      rollupOptions: {
        input: join(root, "src/worker/service-worker.ts"),
        output: { entryFileNames: "sw.js", format: "iife" },
      },
    },
  });
}
