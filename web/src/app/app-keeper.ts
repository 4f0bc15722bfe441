// Has the service worker keep the app on this device. A new version waits, and takes over only between
// tasks: at the start, before anything is shown, or while nobody is signed in here, and only when no other
// page of the app is open. An app that is left open for days asks for a new version by itself.

const worker_path = "/sw.js";
const take_over_ms_max = 3_000;
const ask_every_ms = 6 * 3_600_000;
const page_lock = "page open";

/** What this needs of a browser. */
export interface Browser {
  workers: ServiceWorkerContainer;
  locks: LockManager | undefined;
  reload(): void;
}

const here: Browser | null =
  import.meta.env.PROD && "serviceWorker" in navigator
    ? { workers: navigator.serviceWorker, locks: navigator.locks, reload: () => location.reload() }
    : null;

/** Before anything is shown. */
export async function keep_app_on_device(browser = here): Promise<void> {
  if (!browser) return;
  void browser.locks?.request(page_lock, { mode: "shared" }, () => new Promise(() => null));
  await take_over_if_alone(browser);
  const kept = await browser.workers.register(worker_path, { updateViaCache: "none" }).catch(() => undefined);
  if (kept) setInterval(() => void kept.update().catch(() => null), ask_every_ms);
}

/** A task has ended: this page is locked or signed out, and nothing on it can be lost. */
export async function task_has_ended(browser = here): Promise<void> {
  if (browser) await take_over_if_alone(browser);
}

async function take_over_if_alone(browser: Browser): Promise<void> {
  const kept = await browser.workers.getRegistration().catch(() => undefined);
  if (!kept?.waiting || !(await is_only_page(browser))) return;
  const taken = new Promise<boolean>((resolve) => {
    browser.workers.addEventListener("controllerchange", () => resolve(true), { once: true });
    setTimeout(() => resolve(false), take_over_ms_max);
  });
  kept.waiting.postMessage("take over");
  if (!(await taken)) return;
  browser.reload();
  await new Promise(() => null);
}

/** Every page holds the lock as long as it lives, this one too. */
async function is_only_page(browser: Browser): Promise<boolean> {
  if (!browser.locks) return false;
  const { held } = await browser.locks.query();
  return (held ?? []).filter((lock) => lock.name === page_lock).length <= 1;
}
