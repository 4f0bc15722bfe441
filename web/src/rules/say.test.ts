import { describe, expect, it } from "vitest";
import { catalogue } from "../words/catalogue";
import { say, say_message, type WordKey } from "./say";

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

  it("takes the sender's own text for a message newer than this page", () => {
    expect(say_message({ key: "newer.than.this", text: "Said by the server." })).toBe("Said by the server.");
    expect(say_message({ key: "words.whose", args: { name: "Joy" }, text: "unused" })).toBe("Joy’s words");
  });
});
