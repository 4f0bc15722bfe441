import { describe, expect, it, vi } from "vitest";
import { all_words, catalogue } from "../words/catalogue";
import { plural_class, say, say_message, type WordKey } from "./say";

vi.stubGlobal("document", { documentElement: {} });
await all_words();

describe("saying without the rules", () => {
  it("says a plain pattern as it stands", () => {
    expect(say("page.plan")).toBe(catalogue["page.plan"]);
  });

  it("puts in what somebody wrote and never reads it as a pattern", () => {
    expect(say("words.whose", { name: "{name} Sam" })).toBe("{name} Sam’s words");
  });

  it("WO3 says an unknown key as itself and leaves a missing argument standing", () => {
    expect(say("no.such.key" as WordKey)).toBe("no.such.key");
    expect(say("words.whose")).toBe("{name}’s words");
  });

  it("WO2 chooses a plural while the rules are not here yet: the lock counts seconds", () => {
    expect(say("lock.wait", { seconds: 1 })).toBe("You can try again in 1 second.");
    expect(say("lock.wait", { seconds: 30 })).toBe("You can try again in 30 seconds.");
    const welsh = [0, 1, 2, 3, 4, 5, 6, 7, 30].map((n) => plural_class("cy", n));
    expect(welsh).toEqual(["zero", "one", "two", "few", "other", "other", "many", "other", "other"]);
  });

  it("takes the sender's own text for a message newer than this page", () => {
    expect(say_message({ key: "newer.than.this", text: "Said by the server." })).toBe("Said by the server.");
    expect(say_message({ key: "words.whose", args: { name: "Joy" }, text: "unused" })).toBe("Joy’s words");
  });
});
