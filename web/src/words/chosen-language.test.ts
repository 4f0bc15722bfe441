import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { catalogue, language, needs_review, speak } from "./catalogue";
import {
  choose_language,
  chosen_language,
  forget_chosen_language,
  keep_chosen_language,
} from "./chosen-language";

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage;
}

const root = { lang: "en" };

beforeEach(() => {
  vi.stubGlobal("sessionStorage", storage());
  vi.stubGlobal("localStorage", storage());
  vi.stubGlobal("navigator", { language: "en-GB" });
  vi.stubGlobal("document", { documentElement: root });
});
afterEach(async () => {
  await speak("en");
  vi.unstubAllGlobals();
});

describe("the language that was chosen", () => {
  it.each([
    ["cy", "cy"],
    ["cy-GB", "cy"],
    ["en-GB", "en"],
    ["fr", "en"],
  ])("WO6 without a choice a browser set to %s is spoken to in %s", (browser, wanted) => {
    vi.stubGlobal("navigator", { language: browser });
    expect(chosen_language()).toBe(wanted);
  });

  it("WO6 is kept on the reader's own device", async () => {
    await choose_language("cy", true);
    vi.stubGlobal("sessionStorage", storage());
    expect(chosen_language()).toBe("cy");
  });

  it("WO6 goes with the session on a shared device", async () => {
    await choose_language("cy", false);
    expect(chosen_language()).toBe("cy");
    forget_chosen_language();
    expect(chosen_language()).toBe("en");
    expect(localStorage.getItem("language")).toBeNull();
  });

  it("is kept from before signing in, once the device is the reader's own", async () => {
    await choose_language("cy", false);
    keep_chosen_language();
    vi.stubGlobal("sessionStorage", storage());
    expect(chosen_language()).toBe("cy");
    forget_chosen_language();
    expect(chosen_language()).toBe("cy");
  });

  it("reads nothing it did not write", () => {
    localStorage.setItem("language", "toString");
    expect(chosen_language()).toBe("en");
  });
});

describe("speaking another language", () => {
  it("WO7 changes all words at once, and what the page says of itself", async () => {
    expect(await speak("cy")).toBe(true);
    expect(language).toBe("cy");
    expect(catalogue["page.circle"]).toBe("Fy nghylch");
    expect(root.lang).toBe("cy");
    await speak("en");
    expect(catalogue["page.circle"]).toBe("My circle");
    expect(root.lang).toBe("en");
  });

  it("WO8 says whether somebody who speaks it has read it", async () => {
    expect(needs_review()).toBe(false);
    await speak("cy");
    expect(needs_review()).toBe(catalogue["catalogue.review"] === "needed");
  });
});
