#!/usr/bin/env python3
"""Runs everything that `make test` promises, stage by stage, and says plainly what failed.

A stage that fails does not stop the next. The last line is `N passed, N failed`, where N counts single test
cases: GoogleTest, Vitest and Playwright cases and the cases of the checks; a program that ran clean under the
sanitizers, a fuzzer that found nothing, and a build that worked count as one each.

    KITH_STAGES=checks,native      only these, in the order below
    KITH_FUZZ_SECONDS=60           for each fuzzer; a third of it for the small ones
    KITH_MINUTES_EXPECTED=4        warns when all of it took longer
"""
import os
import sys
import time

import stages
from stages import Outcome
from tree import REPOSITORY

ALL = {
    "checks": stages.checks,
    "wasm": stages.wasm,
    "web": stages.web,
    "native": stages.native,
    "sanitize": stages.sanitize,
    "pages": stages.pages,
    "fuzz": stages.fuzz,
}


def chosen_stages():
    asked = [name for name in os.environ.get("KITH_STAGES", "").split(",") if name]
    if unknown := [name for name in asked if name not in ALL]:
        sys.exit(f"KITH_STAGES knows {', '.join(ALL)}, not {', '.join(unknown)}")
    return {name: stage for name, stage in ALL.items() if not asked or name in asked}


def run_stage(name, stage):
    print(f"== {name}", flush=True)
    began = time.monotonic()
    try:
        outcome = stage()
    except Exception as broken:  # a broken stage is a failure like any other, and the next one still runs
        outcome = Outcome()
        outcome.fail(f"the stage itself broke: {broken!r}")
    outcome.minutes = (time.monotonic() - began) / 60
    print(f"   {name}: {outcome.line()}", flush=True)
    return outcome


def main():
    os.environ["PATH"] = f"{REPOSITORY}/.tools/bin:{os.environ['PATH']}"  # our Node, where tools/setup.sh put one
    outcomes = {name: run_stage(name, stage) for name, stage in chosen_stages().items()}
    print("\nminutes  stage     result")
    for name, outcome in outcomes.items():
        print(f"{outcome.minutes:7.1f}  {name:<9} {outcome.line()}")
    together = sum(outcome.minutes for outcome in outcomes.values())
    print(f"{together:7.1f}  together")
    expected = float(os.environ.get("KITH_MINUTES_EXPECTED", "inf"))
    print(f"warning: this should take less than {expected:g} minutes\n" if together > expected else "")
    passed = sum(outcome.passed for outcome in outcomes.values())
    failed = sum(outcome.failed for outcome in outcomes.values())
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
