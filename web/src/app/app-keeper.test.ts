// When a new version of the app takes over: between tasks, and in the only page.

import { describe, expect, test, vi } from "vitest";
import { keep_app_on_device, task_has_ended, type Browser } from "./app-keeper";

interface Given {
  waiting: boolean;
  pages: number;
  /** The new version answers that it has taken over. */
  takes: boolean;
}

function browser_with({ waiting, pages, takes }: Given) {
  const told: unknown[] = [];
  let has_taken: (() => void) | undefined;
  const worker = {
    postMessage(message: unknown) {
      told.push(message);
      if (takes) has_taken?.();
    },
  };
  const browser = {
    workers: {
      getRegistration: async () => ({ waiting: waiting ? worker : null }),
      register: async () => ({ update: async () => null }),
      addEventListener: (_: string, heard: () => void) => (has_taken = heard),
    },
    locks: {
      request: () => new Promise(() => null),
      query: async () => ({ held: Array.from({ length: pages }, () => ({ name: "page open" })) }),
    },
    reload: vi.fn(),
  };
  return { browser: browser as unknown as Browser, reload: browser.reload, told };
}

const cases: [string, Given, { asked: boolean; reloads: boolean }][] = [
  ["nothing new waits", { waiting: false, pages: 1, takes: true }, { asked: false, reloads: false }],
  [
    "a new version waits, the only page",
    { waiting: true, pages: 1, takes: true },
    { asked: true, reloads: true },
  ],
  ["another page is in use", { waiting: true, pages: 2, takes: true }, { asked: false, reloads: false }],
  [
    "it does not take over in time",
    { waiting: true, pages: 1, takes: false },
    { asked: true, reloads: false },
  ],
];

describe.each([
  ["at the start", keep_app_on_device],
  ["when a task has ended", task_has_ended],
])("%s", (_, moment) => {
  test.each(cases)("%s", async (_sentence, given, then) => {
    vi.useFakeTimers();
    const { browser, reload, told } = browser_with(given);
    void moment(browser);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual(then.asked ? ["take over"] : []);
    expect(reload).toHaveBeenCalledTimes(then.reloads ? 1 : 0);
    vi.useRealTimers();
  });
});
