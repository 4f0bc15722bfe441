import { beforeAll, describe, expect, it, vi } from "vitest";
import { call_rules, load_rules, on_rules_broken, Refused, rules_loaded, RulesBroken } from "./rules";
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
      const stop = on_rules_broken(told);
      expect(() => call_rules("trap", {})).toThrow(RulesBroken);
      expect(told).toHaveBeenCalledOnce();
      expect(call_rules("echoed", { ok: 5 })).toBe(5);
      stop();
      expect(() => call_rules("trap", {})).toThrow(RulesBroken);
      expect(told).toHaveBeenCalledOnce();
    });
  });
});
