// More contrast: as the device asks for it, or because the reader turned it on here. Kept in the browser: it
// says nothing of anybody.

export type Contrast = "device" | "more";

const kept_under = "contrast";
const asked = "(prefers-contrast: more)";

export function chosen_contrast(): Contrast {
  return localStorage.getItem(kept_under) === "more" ? "more" : "device";
}

export function choose_contrast(contrast: Contrast): void {
  if (contrast === "device") localStorage.removeItem(kept_under);
  else localStorage.setItem(kept_under, contrast);
  show_contrast();
}

export function show_chosen_contrast(): void {
  matchMedia(asked).addEventListener("change", show_contrast);
  show_contrast();
}

function show_contrast(): void {
  const more = chosen_contrast() === "more" || matchMedia(asked).matches;
  if (more) document.documentElement.dataset.contrast = "more";
  else delete document.documentElement.dataset.contrast;
}
