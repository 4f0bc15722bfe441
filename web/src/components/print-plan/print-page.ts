// Prints one page that the core made, without a server: in an empty frame of this page, by the browser's own
// print. The page's style is given as a constructed sheet, because the frame keeps our strict style rules.

const frame_gone_ms = 60_000;

export function print_page(html: string): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  const css = [...page.querySelectorAll("style")].map((style) => {
    style.remove();
    return style.textContent ?? "";
  });
  const frame = document.createElement("iframe");
  frame.className = "print-frame";
  frame.title = page.title;
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  document.body.append(frame);
  const inside = frame.contentWindow as (Window & typeof globalThis) | null;
  const blank = frame.contentDocument;
  if (!inside || !blank) return frame.remove();
  blank.replaceChild(blank.adoptNode(page.documentElement), blank.documentElement);
  const sheet = new inside.CSSStyleSheet();
  sheet.replaceSync(css.join("\n"));
  blank.adoptedStyleSheets = [sheet];
  inside.addEventListener("afterprint", () => frame.remove());
  setTimeout(() => frame.remove(), frame_gone_ms);
  inside.focus();
  inside.print();
}
