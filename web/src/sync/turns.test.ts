import { describe, expect, it } from "vitest";
import { wait_ms, first_wait_ms, longest_wait_ms } from "./backoff";
import { turns_of } from "./turns";

describe("turns in a browser without Web Locks", () => {
  it("are taken one after the other, also after one that failed", async () => {
    const turns = turns_of("test", null);
    const order: string[] = [];
    const slow = turns(async () => {
      await Promise.resolve();
      order.push("first");
    });
    const broken = turns(async () => {
      order.push("second");
      throw new Error("broken");
    });
    const last = turns(async () => order.push("third"));
    await slow;
    await expect(broken).rejects.toThrow("broken");
    await last;
    expect(order).toEqual(["first", "second", "third"]);
  });
});

describe("waiting before the next try", () => {
  it.each([
    ["the first time, in the middle of the spread", 1, 0.5, null, first_wait_ms],
    ["twice as long the second time", 2, 0.5, null, 2 * first_wait_ms],
    ["never more than the longest and its spread", 40, 1, null, longest_wait_ms * 1.25],
    ["at least as long as the server asked", 1, 0, 9_000, 9_000],
  ])("%s", (_, failures, spread, asked, expected) => {
    expect(wait_ms(failures, spread, asked)).toBe(expected);
  });
});
