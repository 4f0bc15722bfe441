// The voices of this device. Only those that speak here, without asking a service elsewhere: what is read
// aloud never leaves the device.

type Voice = Pick<SpeechSynthesisVoice, "lang" | "localService" | "default">;

/** The voice of this device for a language; undefined when there is none. */
export function voice_for<Kind extends Voice>(language: string, voices: readonly Kind[]): Kind | undefined {
  const fitting = voices.filter((voice) => voice.localService && base_of(voice.lang) === base_of(language));
  const of_britain = fitting.filter((voice) => /[-_]GB$/i.test(voice.lang));
  return [...of_britain, ...fitting].find((voice) => voice.default) ?? of_britain[0] ?? fitting[0];
}

/** Tells when the device's voices are known or change: some browsers learn them late. */
export function watch_voices(changed: (voices: SpeechSynthesisVoice[]) => void): () => void {
  if (!("speechSynthesis" in globalThis)) return () => undefined;
  const tell = (): void => changed(speechSynthesis.getVoices());
  tell();
  speechSynthesis.addEventListener("voiceschanged", tell);
  return () => speechSynthesis.removeEventListener("voiceschanged", tell);
}

function base_of(tag: string): string {
  return tag.slice(0, 2).toLowerCase();
}
