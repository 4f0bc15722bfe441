import { Window } from "happy-dom";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { piece_letters_max, pieces_of, type Piece } from "./pieces";
import { voice_for } from "./voices";

const window = new Window();
beforeAll(() => {
  vi.stubGlobal("Node", window.Node);
  vi.stubGlobal("Element", window.Element);
});

function read(html: string): Piece[] {
  window.document.documentElement.lang = "cy";
  window.document.body.innerHTML = `<main>${html}</main>`;
  const main = window.document.querySelector("main") as unknown as Element;
  return pieces_of(main, (box) => !box.hasAttribute("hidden"));
}
const texts = (html: string): string[] => read(html).map(({ text }) => text);

describe("what is read aloud", () => {
  it("is the page's text in reading order, a sentence at a time", () => {
    expect(
      texts("<h1>Fy nghynllun</h1><p>Un. <b>Dau</b> a thri!</p><ul><li>Mam</li><li>Dad</li></ul>"),
    ).toEqual(["Fy nghynllun", "Un.", "Dau a thri!", "Mam", "Dad"]);
  });

  it("WO9 says each piece in its own language, the person's words too", () => {
    expect(read('<p>Geiriau Sam:</p><p lang="en">Get back to the allotment. Soon.</p><p>Ddoe</p>')).toEqual([
      { text: "Geiriau Sam:", language: "cy" },
      { text: "Get back to the allotment.", language: "en" },
      { text: "Soon.", language: "en" },
      { text: "Ddoe", language: "cy" },
    ]);
    expect(
      read('<p>Mae <span lang="en">Growing Well</span> yn agos.</p>').map((one) => one.language),
    ).toEqual(["cy", "en", "cy"]);
  });

  it("leaves out what is not there for anybody, and names pictures", () => {
    expect(
      texts('<p hidden>No</p><p aria-hidden="true">No</p><svg aria-label="A circle"><text>No</text></svg>'),
    ).toEqual(["A circle"]);
    expect(texts("<style>p { color: red }</style><script>no()</script><p>· —</p>")).toEqual([]);
  });

  it("says what stands in a box, and never a password", () => {
    window.document.body.innerHTML = "";
    const boxes =
      '<textarea></textarea><input type="password" value="secret"><input type="text" value="Joy">';
    expect(texts(boxes)).toEqual(["Joy"]);
  });

  it("cuts what is too long for one breath", () => {
    const parts = texts(`<p>${"gair ".repeat(200)}</p>`);
    expect(parts.every((part) => part.length <= piece_letters_max)).toBe(true);
    expect(parts.join(" ").split(" ")).toHaveLength(200);
    expect(texts(`<p>${"x".repeat(600)}</p>`).join("")).toHaveLength(600);
  });
});

describe("the voice that reads", () => {
  const voice = (lang: string, localService = true, is_default = false) => ({
    lang,
    localService,
    default: is_default,
  });

  it.each([
    ["none without voices", "en", [], undefined],
    ["none of another language", "cy", [voice("en-GB")], undefined],
    ["never one that asks a service elsewhere", "en", [voice("en-GB", false)], undefined],
    ["one of Britain before another", "en", [voice("en-US"), voice("en-GB")], 1],
    ["the one the device prefers", "en", [voice("en-GB"), voice("en_GB", true, true)], 1],
    ["any of the language", "cy", [voice("en-GB"), voice("cy")], 1],
  ])("is %s", (_, language, voices, at) => {
    expect(voice_for(language, voices)).toBe(at === undefined ? undefined : voices[at]);
  });
});
