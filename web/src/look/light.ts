// Light or dark: as the device says, unless the reader chose. Kept in the browser: it says nothing of
// anybody.

export type Light = "device" | "light" | "dark";

const kept_under = "light";

export function chosen_light(): Light {
  const kept = localStorage.getItem(kept_under);
  return kept === "light" || kept === "dark" ? kept : "device";
}

export function choose_light(light: Light): void {
  if (light === "device") localStorage.removeItem(kept_under);
  else localStorage.setItem(kept_under, light);
  show_chosen_light();
}

export function show_chosen_light(): void {
  const light = chosen_light();
  if (light === "device") delete document.documentElement.dataset.light;
  else document.documentElement.dataset.light = light;
}
