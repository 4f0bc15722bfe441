// Keeps the app itself on the device, so that it opens without a signal. It never touches /api or /in.
//
// One cache holds one whole version. A new version is fetched beside the old one and waits; it takes over
// when the app next starts with no page of the old one open, never in the middle of something.

declare const __PRECACHE__: { version: string; files: [path: string, hash: string][] };

const worker = self as unknown as ServiceWorkerGlobalScope;

const prefix = "app-";
const cache_name = `${prefix}${__PRECACHE__.version}`;
const shell = "/index.html";
const kept = new Set(__PRECACHE__.files.map(([path]) => path));
const network_only = ["/api/", "/fhir/", "/oruk/", "/healthz", "/readyz", "/metrics", "/openapi.json"];

worker.addEventListener("install", (event) => {
  event.waitUntil(keep_version());
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(drop_other_versions().then(() => worker.clients.claim()));
});

worker.addEventListener("message", (event) => {
  if (event.data === "take over") void worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (network_only.some((start) => url.pathname.startsWith(start))) return;
  if (request.mode === "navigate") event.respondWith(kept_or_fetched(shell));
  else if (kept.has(url.pathname)) event.respondWith(kept_or_fetched(url.pathname));
});

async function keep_version(): Promise<void> {
  const cache = await caches.open(cache_name);
  await Promise.all(
    __PRECACHE__.files.map(async ([path, hash]) => {
      const answer = await fetch(path, { cache: "no-cache" });
      if (!answer.ok) throw new Error(`${path} of ${hash} was not found`);
      await cache.put(path, await unredirected(answer));
    }),
  );
}

/** A redirected answer may not stand for a page: its body under a clean answer may. */
async function unredirected(answer: Response): Promise<Response> {
  if (!answer.redirected) return answer;
  return new Response(await answer.blob(), { headers: answer.headers });
}

async function drop_other_versions(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cache_name);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function kept_or_fetched(path: string): Promise<Response> {
  const cache = await caches.open(cache_name);
  return (await cache.match(path)) ?? fetch(path);
}
