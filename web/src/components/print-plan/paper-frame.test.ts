// @vitest-environment happy-dom
// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import { print_page, show_in } from "./paper-frame";

class Sheet {
  text = "";
  replaceSync(text: string): void {
    this.text = text;
  }
}

function frame_here(): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  Object.assign(frame.contentWindow as object, { CSSStyleSheet: Sheet });
  return frame;
}

const html = `<!doctype html><html lang="en"><head><title>Plan</title><style>p { color: #000 }</style></head>
  <body><h1>Sam</h1></body></html>`;

it("shows the words of the page, its style as a sheet and no style written into it", () => {
  const frame = frame_here();
  expect(show_in(frame, html)).toBe(true);
  const shown = frame.contentDocument!;
  expect(shown.querySelector("h1")?.textContent).toBe("Sam");
  expect(shown.querySelector("style")).toBeNull();
  expect((shown.adoptedStyleSheets[0] as unknown as Sheet).text).toBe("p { color: #000 }");
});

it("leaves nothing behind when there is no frame to print from", () => {
  vi.spyOn(HTMLIFrameElement.prototype, "contentWindow", "get").mockReturnValue(null);
  const before = document.querySelectorAll("iframe").length;
  print_page(html);
  expect(document.querySelectorAll("iframe").length).toBe(before);
});
