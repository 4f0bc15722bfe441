// Every page of the app: who can see it, where it stands, and what its picture is called.

import type { DemoServer } from "./demo.ts";

export interface PageOfApp {
  /** Its name in docs/screens. */
  name: string;
  who: string;
  path: (demo: DemoServer) => string;
}

const questions = [
  "who-everyday",
  "enough-emotional",
  "wish-everyday",
  "enjoyed",
  "themes-activities",
  "access",
  "where",
  "how_far",
  "age",
  "suits",
];

function of(who: string, name: string, path = `/${name}`): PageOfApp {
  return { name: `${who.toLowerCase()}-${name}`, who, path: () => path };
}

function of_sam(page: string, who = "practitioner"): PageOfApp {
  return {
    name: `${who.toLowerCase()}-sam-${page}`,
    who,
    path: (demo) => `/people/${demo.person("Sam").record}/${page}`,
  };
}

export const pages: PageOfApp[] = [
  ...["now", "circle", "matters", "ideas", "plan", "sharing", "settings"].map((page) => of("Sam", page)),
  of("Sam", "about"),
  of("Sam", "follow-up"),
  of("Sam", "messages"),
  of("Sam", "ready"),
  of("Sam", "paper"),
  ...questions.map((question) => of("Sam", `matters-${question}`, `/matters?question=${question}`)),
  ...["now", "circle", "matters", "ideas", "plan"].map((page) => of("Joy", page)),
  ...["now", "circle", "ideas", "plan"].map((page) => of("Marek", page)),
  ...["now", "circle", "plan", "about"].map((page) => of("Priya", page)),
  of("Dev", "supporting"),
  ...["plan", "circle", "tell"].map((page) => of_sam(page, "Dev")),
  ...["today", "tomorrow", "week", "people", "lists", "settings"].map((page) => of("practitioner", page)),
  of("practitioner", "start", "/people/start"),
  of("practitioner", "join", "/people/join"),
  ...["together", "messages", "circle", "plan", "ideas", "sharing"].map((page) => of_sam(page)),
  of("Sam", "looks"), // after the practitioner has looked
  of("curator", "directory"),
  of("curator", "settings"),
  of("administrator", "team"),
  of("administrator", "settings"),
];
