// Has the service worker keep the app on this device. A new version that waits takes over here, at the start,
// before anything is shown, and only when no other page of the app is open.

const worker_path = "/sw.js";
const take_over_ms_max = 3_000;

export async function keep_app_on_device(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const kept = await navigator.serviceWorker.getRegistration().catch(() => undefined);
  const alone = await only_page();
  if (kept?.waiting && alone) await take_over(kept.waiting);
  void navigator.serviceWorker.register(worker_path, { updateViaCache: "none" }).catch(() => null);
}

/** Every page holds this lock as long as it lives; the only one finds it free. */
async function only_page(): Promise<boolean> {
  if (!navigator.locks) return false;
  const held = await navigator.locks.query();
  const others = (held.held ?? []).filter((lock) => lock.name === "page open").length;
  void navigator.locks.request("page open", { mode: "shared" }, () => new Promise(() => null));
  return others === 0;
}

async function take_over(waiting: ServiceWorker): Promise<void> {
  const taken = new Promise<boolean>((resolve) => {
    navigator.serviceWorker.addEventListener("controllerchange", () => resolve(true), { once: true });
    setTimeout(() => resolve(false), take_over_ms_max);
  });
  waiting.postMessage("take over");
  if (!(await taken)) return;
  location.reload();
  await new Promise(() => null);
}
