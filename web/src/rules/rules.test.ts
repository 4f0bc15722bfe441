import { beforeAll, describe, expect, it, vi } from "vitest";
import {
  call_rules,
  has_whole_rules,
  load_rules,
  on_new_rules,
  Refused,
  rules_loaded,
  rules_now,
  RulesBroken,
  whole_rules,
} from "./rules";
import { tiny_module } from "./tiny-module";

describe("the door to the rules", () => {
  it("is shut until the module is loaded", () => {
    expect(rules_loaded()).toBe(false);
    expect(() => call_rules("echoed", {})).toThrow(RulesBroken);
  });

  describe("once loaded", () => {
    beforeAll(() => load_rules(tiny_module));

    it("hands a value in and out, whatever the letters", () => {
      const ok = { words: "Llŷr’s garden ŵ 🌱", ring: 2, list: [] };
      expect(call_rules("echoed", { ok })).toEqual(ok);
    });

    it("throws a refusal with its rule and message", () => {
      const refusal = { rule: "PL6", message: { key: "refusal.PL6", args: {}, text: "" } };
      expect(() => call_rules("echoed", { refusal })).toThrow(Refused);
      try {
        call_rules("echoed", { refusal });
      } catch (said) {
        expect((said as Refused).refusal).toEqual(refusal);
      }
    });

    it("starts again after a trap, and tells whoever held a handle", () => {
      const told = vi.fn();
      const stop = on_new_rules(told);
      expect(() => call_rules("trap", {})).toThrow(RulesBroken);
      expect(told).toHaveBeenCalledOnce();
      expect(call_rules("echoed", { ok: 5 })).toBe(5);
      stop();
      expect(() => call_rules("trap", {})).toThrow(RulesBroken);
      expect(told).toHaveBeenCalledOnce();
    });

    it("has the whole rules take the place of the first, once every handle was opened anew", async () => {
      await expect(whole_rules(() => Promise.reject(new Error("no signal")))).rejects.toThrow("no signal");
      expect(has_whole_rules()).toBe(false);
      const first = rules_now();
      let opened_anew = false;
      const stop = on_new_rules(async (why) => {
        expect(why).toBe("whole");
        expect(call_rules("echoed", { ok: "old handles still answer" }, first)).toBe(
          "old handles still answer",
        );
        await Promise.resolve();
        opened_anew = true;
      });
      await whole_rules(() => Promise.resolve(new Response(tiny_module)));
      expect(opened_anew).toBe(true);
      expect(has_whole_rules()).toBe(true);
      expect(rules_now()).not.toBe(first);
      await load_rules(tiny_module);
      expect(has_whole_rules()).toBe(true);
      stop();
    });
  });
});
