// A page the core made, shown in a frame of this page and printed by the browser, also without signal.
//
// The page's style is given as a constructed sheet, because the frame keeps our strict rule against styles
// written into a page. Nothing in it can run: a parsed document's scripts are dead, and the core writes none.

/** Puts the page into the frame. False when the browser gives no frame to write in. */
export function show_in(frame: HTMLIFrameElement, html: string): boolean {
  const page = new DOMParser().parseFromString(html, "text/html");
  const styles = [...page.querySelectorAll("style")];
  for (const style of styles) style.remove();
  const inside = frame.contentWindow as (Window & typeof globalThis) | null;
  const blank = frame.contentDocument;
  if (!inside || !blank) return false;
  blank.documentElement.remove();
  blank.append(blank.adoptNode(page.documentElement));
  const sheet = new inside.CSSStyleSheet();
  sheet.replaceSync(styles.map((style) => style.textContent ?? "").join("\n"));
  blank.adoptedStyleSheets = [sheet];
  return true;
}

const gone_after_ms = 60_000;

/** Prints the page out of a frame nobody sees, which goes when it is done. */
export function print_page(html: string): void {
  const frame = document.createElement("iframe");
  frame.className = "print-frame";
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  document.body.append(frame);
  if (!show_in(frame, html)) return frame.remove();
  frame.contentWindow?.addEventListener("afterprint", () => frame.remove());
  setTimeout(() => frame.remove(), gone_after_ms);
  frame.contentWindow?.focus();
  frame.contentWindow?.print();
}
