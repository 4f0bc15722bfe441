// The language that was chosen here. On the reader's own device it is kept; on a shared one it goes with the
// session, so that the next person is greeted as the device was set (WO6).

import { languages, speak, type Language } from "./catalogue";

const kept_under = "language";

/** What was chosen, else what the browser asks for first, else English. */
export function chosen_language(): Language {
  const kept = sessionStorage.getItem(kept_under) ?? localStorage.getItem(kept_under);
  return language_named(kept) ?? language_named(navigator.language.slice(0, 2).toLowerCase()) ?? "en";
}

export async function choose_language(chosen: Language, own_device: boolean): Promise<boolean> {
  if (!(await speak(chosen))) return false;
  sessionStorage.setItem(kept_under, chosen);
  if (own_device) localStorage.setItem(kept_under, chosen);
  return true;
}

/** What was chosen before signing in is kept once this turns out to be the reader's own device. */
export function keep_chosen_language(): void {
  const chosen = sessionStorage.getItem(kept_under);
  if (chosen) localStorage.setItem(kept_under, chosen);
}

/** At the end of a session the device speaks as it is set. */
export function forget_chosen_language(): void {
  sessionStorage.removeItem(kept_under);
  void speak(chosen_language());
}

function language_named(name: string | null): Language | null {
  return name !== null && Object.hasOwn(languages, name) ? (name as Language) : null;
}
