// What is handed over, as a page of its own: it is printed alone, on one sheet.

import { language, say } from "../../rules/say";

const style = `
  body { margin: 2cm; font: 14pt/1.5 sans-serif; color: #000; background: #fff; }
  .code { display: inline-block; padding: 0.3em 0.8em; border: 2px dashed #555; font-size: 24pt; }
  .code, strong { font-weight: 700; }
`;

interface Sheet {
  title: string;
  how: string;
  code: string;
  care: string;
  help: readonly string[];
}

/** The words are put in as text: nothing somebody is called can be read as a tag. */
export function hand_over_sheet({ title, how, code, care, help }: Sheet): string {
  const page = document.implementation.createHTMLDocument(title);
  const main = page.createElement("main");
  const add = (tag: string, words: string): Element => {
    const line = page.createElement(tag);
    line.textContent = words;
    return main.appendChild(line);
  };
  add("h1", title);
  add("p", how);
  add("p", code).className = "code";
  add("p", care);
  if (help.length > 0) add("h2", say("help.title"));
  for (const line of help) add("p", line);
  page.body.append(main);
  page.documentElement.lang = language;
  return `<!doctype html>${page.documentElement.outerHTML.replace("</head>", `<style>${style}</style></head>`)}`;
}
