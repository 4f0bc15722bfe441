// Addresses: where we are, going elsewhere, and which page stands there. The history is the browser's own.

import type { Watched } from "../sync/use-record";

const listeners = new Set<() => void>();

/** Path and query of this page: "/circle?tie=…". */
export const address: Watched<string> = {
  get: () => location.pathname + location.search,
  subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function go(to: string, how: "push" | "replace" = "push"): void {
  if (to === address.get()) return;
  if (how === "push") history.pushState(null, "", to);
  else history.replaceState(null, "", to);
  tell();
}

/** Follows links inside the app without loading it again. Answers how to stop. */
export function follow_links(): () => void {
  const on_click = (event: MouseEvent): void => {
    const to = inner_address(event);
    if (!to) return;
    event.preventDefault();
    go(to);
  };
  addEventListener("click", on_click);
  addEventListener("popstate", tell);
  return () => {
    removeEventListener("click", on_click);
    removeEventListener("popstate", tell);
  };
}

function tell(): void {
  for (const listener of [...listeners]) listener();
}

/** The address a plain click leads to, when it stays inside the app. */
function inner_address(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element | null)?.closest?.("a[href]") as HTMLAnchorElement | null;
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return null;
  if (link.hash && link.pathname === location.pathname) return null;
  if (link.pathname.startsWith("/api/")) return null;
  return link.pathname + link.search;
}
