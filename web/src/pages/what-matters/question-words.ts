// What each question is called and how it is asked.

import { say } from "../../rules/say";
import type { Question } from "./journey";

export function title_of(question: Question): string {
  if ("support" in question) return say(`matters.${question.ask}.${question.support}`);
  if ("category" in question) return say(`matters.themes.${question.category}`);
  return say(`matters.${question.ask}`);
}

export function lead_of(question: Question): string {
  if (question.ask === "who") return say(`matters.who.${question.support}.lead`);
  return say(`matters.${question.ask}.lead`);
}
