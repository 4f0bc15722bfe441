import { describe, expect, it } from "vitest";
import { new_withdrawal_code } from "./withdrawal-code";

describe("the code of the paper copy", () => {
  it("is two groups of four clear signs", () => {
    expect(new_withdrawal_code()).toMatch(/^[A-HJKMNPRTWXY3479]{4}-[A-HJKMNPRTWXY3479]{4}$/);
  });

  it("draws bytes again that would favour some signs", () => {
    const draws = [new Uint8Array(16).fill(255), new Uint8Array(16).fill(0)];
    expect(new_withdrawal_code(() => draws.shift() ?? new Uint8Array(16))).toBe("AAAA-AAAA");
  });
});
