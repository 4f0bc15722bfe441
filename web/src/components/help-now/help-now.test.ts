import { describe, expect, it } from "vitest";
import { address_of } from "./help-now";

describe("a help number", () => {
  it.each([
    ["116123", "tel:116123"],
    ["0161 496 0000", "tel:01614960000"],
    ["+44 161 496 0000", "tel:+441614960000"],
    ["text SHOUT to 85258", "sms:85258?body=SHOUT"],
  ])("%s", (number, address) => expect(address_of(number)).toBe(address));
});
