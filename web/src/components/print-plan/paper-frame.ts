// A page the core made, shown in a frame of this page and printed by the browser, also without signal.
//
// The page's style is given as a constructed sheet, because the frame keeps our strict rule against styles
// written into a page, and takes one amiss even in a parser. Nothing in it can run: a parsed document's
// scripts are dead, and the core writes none.

/** The core writes one style, in its head; a person's words cannot hold a tag. */
const style_of_page = /<style>([^<]*)<\/style>/;

/** Puts the page into the frame. False when the browser gives no frame to write in. */
export function show_in(frame: HTMLIFrameElement, html: string): boolean {
  const style = style_of_page.exec(html)?.[1] ?? "";
  const page = new DOMParser().parseFromString(html.replace(style_of_page, ""), "text/html");
  page.querySelector("main")?.setAttribute("aria-label", page.title); // a second main, told from our own
  const inside = frame.contentWindow as (Window & typeof globalThis) | null;
  const blank = frame.contentDocument;
  if (!inside || !blank) return false;
  blank.documentElement.remove();
  blank.append(blank.adoptNode(page.documentElement));
  const sheet = new inside.CSSStyleSheet();
  sheet.replaceSync(style);
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
