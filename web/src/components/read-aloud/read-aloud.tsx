// Reads this page aloud, in order, with the voice of the device itself; the same button stops it. Without
// such a voice there is no button. Nothing is ever sent anywhere to be read.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { language, say } from "../../rules/say";
import { Button } from "../button/button";
import { pieces_of } from "./pieces";
import { voice_for, watch_voices } from "./voices";

export function use_voices(): SpeechSynthesisVoice[] {
  const [voices, set_voices] = useState<SpeechSynthesisVoice[]>([]);
  useEffect(() => watch_voices(set_voices), []);
  return voices;
}

/** `path`: reading ends when another page comes. */
export function ReadAloud({ page_id, path }: { page_id: string; path: string }): JSX.Element | null {
  const voices = use_voices();
  const [reading, set_reading] = useState(false);
  useEffect(() => {
    const stop = (): void => {
      stop_reading();
      set_reading(false);
    };
    addEventListener("pagehide", stop);
    return () => {
      removeEventListener("pagehide", stop);
      stop();
    };
  }, [path]);
  if (!voice_for(language, voices)) return null;

  function turn(): void {
    stop_reading();
    const page = document.getElementById(page_id);
    if (reading || !page) return set_reading(false);
    set_reading(true);
    read(page, voices, () => set_reading(false));
  }

  return (
    <Button kind="soft" small icon="speak" onClick={turn}>
      {say(reading ? "read_aloud.stop" : "read_aloud.start")}
    </Button>
  );
}

export function stop_reading(): void {
  if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
}

function read(page: Element, voices: readonly SpeechSynthesisVoice[], done: () => void): void {
  const said = pieces_of(page).map((piece) => {
    const utterance = new SpeechSynthesisUtterance(piece.text);
    const voice = voice_for(piece.language, voices) ?? voice_for(language, voices);
    if (voice) utterance.voice = voice;
    utterance.lang = piece.language;
    return utterance;
  });
  const last = said.at(-1);
  if (!last) return done();
  last.onend = done;
  for (const utterance of said) {
    utterance.onerror = (event) => event.error !== "canceled" && event.error !== "interrupted" && done();
    speechSynthesis.speak(utterance);
  }
}
