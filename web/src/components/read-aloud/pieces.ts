// What a voice is to say of a page: its text in reading order, cut into sentences, each with its language.
//
// Rules: what is not seen and not meant to be heard is left out. Words somebody wrote keep their language
// (WO9). What stands in a box being written in is read too; a password never is.

export interface Piece {
  text: string;
  /** A language tag, as the page marks it: "cy". */
  language: string;
}

export const piece_letters_max = 240;

const inline = new Set([
  "A",
  "B",
  "I",
  "EM",
  "STRONG",
  "SPAN",
  "SMALL",
  "TIME",
  "MARK",
  "CODE",
  "ABBR",
  "BR",
]);
const never = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "NOSCRIPT"]);
const written_in = "textarea, input:not([type]), input[type=text], input[type=search]";

export function pieces_of(page: Element, seen: (box: Element) => boolean = is_seen): Piece[] {
  const pieces: Piece[] = [];
  let text = "";
  let language = "";

  function close(): void {
    for (const sentence of sentences_of(text)) pieces.push({ text: sentence, language });
    text = "";
  }

  function add(more: string, of: Element): void {
    const spoken = of.closest("[lang]")?.getAttribute("lang") || "en";
    if (text.trim() && spoken !== language) close();
    language = spoken;
    text += more;
  }

  function walk(box: Element): void {
    if (never.has(box.tagName) || box.getAttribute("aria-hidden") === "true" || !seen(box)) return;
    const alone = !inline.has(box.tagName);
    if (alone) close();
    const named = name_of_picture(box);
    if (named !== null) add(named, box);
    else if (box.matches(written_in)) add((box as HTMLInputElement).value, box);
    else if (box.tagName !== "SELECT") {
      for (const child of box.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) add(child.textContent ?? "", box);
        else if (child instanceof Element) walk(child);
      }
    } else add((box as HTMLSelectElement).selectedOptions[0]?.text ?? "", box);
    if (alone || box.tagName === "BR") close();
  }

  walk(page);
  close();
  return pieces;
}

/** Of a picture only its name is said; null for what is no picture. */
function name_of_picture(box: Element): string | null {
  if (box.tagName === "IMG") return box.getAttribute("alt") ?? "";
  if (box.tagName.toLowerCase() === "svg") return box.getAttribute("aria-label") ?? "";
  return null;
}

/** A long sentence is cut at a space: some voices stop in the middle of one. */
function sentences_of(text: string): string[] {
  const whole = text.replace(/\s+/g, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(whole)) return [];
  return whole.split(/(?<=[.!?…:;])\s+/).flatMap((sentence) => {
    const parts: string[] = [];
    let rest = sentence;
    while (rest.length > piece_letters_max) {
      const space = rest.lastIndexOf(" ", piece_letters_max);
      const at = space > 0 ? space : piece_letters_max;
      parts.push(rest.slice(0, at));
      rest = rest.slice(at).trimStart();
    }
    return rest ? [...parts, rest] : parts;
  });
}

function is_seen(box: Element): boolean {
  return box.checkVisibility();
}
