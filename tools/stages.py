"""The stages of `make test`. Each returns an Outcome; none raises because a test failed.

What a program prints goes to build/logs/<what>.log; when it fails, the end of it is shown here.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import textwrap
import xml.etree.ElementTree

from tree import REPOSITORY, Tree

BUILD = REPOSITORY / "build"
LOGS = BUILD / "logs"
COMMAND_S_MAX = 45 * 60  # a guard against hanging, not a promise
LOG_LINES_SHOWN = 60
SANITIZED = ("core_test", "wire_test")  # the pure part; `make sanitize` takes every program
FUZZERS_AT_ONCE = 2
FUZZED_LONGEST = ("fuzz_commands", "fuzz_events", "fuzz_csv", "fuzz_geojson", "fuzz_hsds_json", "fuzz_hsds_tables")
FUZZ_INPUT_BYTES_MAX = 1 << 16
FUZZ_MEMORY_MB_MAX = 1024
PLAIN_LINE = re.compile(r"^(\d+) passed, (\d+) failed$", re.M)


class Outcome:
    """What a stage counted."""

    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.minutes = 0.0
        self.note = ""

    def add(self, passed, failed, skipped=0):
        self.passed += passed
        self.failed += failed
        self.skipped += skipped

    def fail(self, why):
        print(f"   FAILED {why}", flush=True)
        self.add(0, 1)

    def say_if(self, worked, what):
        """Counts one case, for things that either work or do not."""
        self.add(1, 0) if worked else self.fail(what)
        return worked

    def line(self):
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}{self.note}"


def not_there_yet(folder):
    outcome = Outcome()
    outcome.note = f" ({folder}/ is not there yet)"
    return outcome


class Ran:
    def __init__(self, status, text):
        self.worked, self.text = status == 0, text


def run(name, command, cwd=REPOSITORY, env=None, quiet=False):
    """Runs a command into its log. On failure, unless quiet, the end of the log is printed."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"{name}.log"
    with open(log, "w", encoding="utf-8") as out:
        try:
            status = subprocess.run(command, cwd=cwd, env=os.environ | (env or {}), stdin=subprocess.DEVNULL,
                                    stdout=out, stderr=subprocess.STDOUT, timeout=COMMAND_S_MAX).returncode
        except subprocess.TimeoutExpired:
            out.write(f"\nstopped after {COMMAND_S_MAX} s\n")
            status = -1
    text = log.read_text(encoding="utf-8", errors="replace")
    if status != 0 and not quiet:
        for line in text.splitlines()[-LOG_LINES_SHOWN:]:
            print(f"   | {line}")
        print(f"   | … all of it in {log.relative_to(REPOSITORY)}", flush=True)
    return Ran(status, text)


def checks():
    """The checks of tools/, and the tests that prove each of them can fail."""
    outcome = Outcome()
    run_unittests(outcome, "checks-tested", "tools")
    for check in sorted((REPOSITORY / "tools").glob("check_*.py")):
        if not check.name.endswith("_test.py"):
            add_plain_line(outcome, run(check.stem, [sys.executable, str(check)]), check.name)
    sources = Tree().match("*.cpp", "*.hpp")
    formatted = run("format", ["clang-format-14", "--dry-run", "-Werror", *sources], quiet=True)
    unformatted = sorted(set(re.findall(r"^(\S+?):\d+:\d+: error", formatted.text, re.M)))
    outcome.say_if(formatted.worked, f"clang-format would change {', '.join(unformatted)}: make format")
    return outcome


def run_unittests(outcome, name, folder, env=None):
    """Runs the *_test.py of a folder and counts their cases."""
    ran = run(name, [sys.executable, "-m", "unittest", "discover", folder, "*_test.py"], env=env)
    cases = int(found[1]) if (found := re.search(r"^Ran (\d+) tests?", ran.text, re.M)) else 0
    bad = sum(int(count) for count in re.findall(r"(?:failures|errors)=(\d+)", ran.text))
    outcome.add(max(cases - bad, 0), max(bad, 0 if ran.worked else 1))


def add_plain_line(outcome, ran, what):
    """Adds the last `N passed, N failed` that a program printed."""
    lines = PLAIN_LINE.findall(ran.text)
    if lines:
        outcome.add(int(lines[-1][0]), int(lines[-1][1]))
    if not lines or (not ran.worked and lines[-1][1] == "0"):
        outcome.fail(f"{what} ended badly without saying which case")


def wasm():
    """The core for the browser. That it links is a test: nothing in it may need a system."""
    if not list((REPOSITORY / "wasm").glob("*.cpp")):
        return not_there_yet("wasm")
    outcome = Outcome()
    built = run("wasm-configure", ["cmake", "-S", "wasm", "-B", "build/wasm", "-G", "Ninja",
                                   f"-DCMAKE_TOOLCHAIN_FILE={REPOSITORY}/cmake/wasm.cmake"])
    if built.worked:
        built = run("wasm", ["cmake", "--build", "build/wasm"])
    outcome.say_if(built.worked, "the browser module does not build")
    return outcome


def web():
    """Types, unit tests and the build of the pages."""
    if not (REPOSITORY / "web/package.json").exists():
        return not_there_yet("web")
    outcome = Outcome()
    folder = REPOSITORY / "web"
    outcome.say_if(run("types", ["npm", "run", "check"], folder).worked, "the types of web/ do not fit")
    formatted = run("prettier", ["npx", "--no-install", "prettier", "--check", "--log-level", "warn", "."], folder)
    outcome.say_if(formatted.worked, "prettier would change web/: make format")
    report = LOGS / "vitest.json"
    report.unlink(missing_ok=True)
    ran = run("vitest", ["npm", "run", "test", "--", "--reporter=default", "--reporter=json",
                         f"--outputFile.json={report}"], folder)
    if report.exists():
        counted = json.loads(report.read_text())
        outcome.add(counted["numPassedTests"], counted["numFailedTests"], counted["numPendingTests"])
    if not ran.worked and not outcome.failed:
        outcome.fail("the web tests ended badly without saying which case")
    outcome.say_if(run("web-build", ["npm", "run", "build"], folder).worked, "the pages do not build")
    outcome.say_if(run("size", ["npm", "run", "size"], folder).worked, "the first screen is larger than web/size.mjs allows")
    return outcome


def configure(preset):
    return run(f"{preset}-configure", ["cmake", "--preset", preset]).worked


def native():
    """Everything g++ builds, every GoogleTest program, what the core asks of the system (nothing), and the
    program from outside."""
    outcome = Outcome()
    build_all = ["cmake", "--build", "--preset", "native", "--", "-k", "0", "--quiet"]
    built = configure("native") and run("native", build_all).worked
    outcome.say_if(built, "the native build failed; the programs that were built are tested")
    run_ctest(outcome, BUILD / "native")
    library = BUILD / "native/core/libkith_core.a"
    if library.exists():
        symbols = [sys.executable, "tools/check_layers.py", "--symbols", str(library)]
        add_plain_line(outcome, run("symbols", symbols), "the symbols of the core")
    if outcome.say_if((BUILD / "kith").exists(), "the build left no program at build/kith"):
        run_unittests(outcome, "program", "main", {"KITH_PROGRAM": str(BUILD / "kith")})
    return outcome


def run_ctest(outcome, build, only=None, env=None):
    """Runs the programs of a build folder and counts the cases they report."""
    results = build / "results"
    results.mkdir(parents=True, exist_ok=True)
    for old in results.glob("*.xml"):
        old.unlink()
    command = ["ctest", "--test-dir", str(build), "-j", str(os.cpu_count()),
               "--output-junit", "results/ctest.junit"]
    if only:
        command += ["-R", f"^({'|'.join(only)})$"]
    run(f"{build.name}-ctest", command, env={"GTEST_OUTPUT": f"xml:{results}/"} | (env or {}), quiet=True)
    junit = results / "ctest.junit"
    programs = xml.etree.ElementTree.parse(junit).getroot().findall("testcase") if junit.exists() else []
    for program in programs:
        count_program(outcome, program, results / f"{program.get('name')}.xml")
    if not programs:
        outcome.fail("no C++ test program was run")


def count_program(outcome, program, report):
    failed_before = outcome.failed
    if report.exists():
        for case in xml.etree.ElementTree.parse(report).getroot().iter("testcase"):
            count_case(outcome, case)
    if program.get("status") != "run" and outcome.failed == failed_before:
        printed = (program.findtext("system-out") or "").splitlines()[-LOG_LINES_SHOWN:]
        print("\n".join(f"   | {line}" for line in printed))
        outcome.fail(f"{program.get('name')} did not end well")


def count_case(outcome, case):
    name = f"{case.get('classname')}.{case.get('name')}"
    failures, skips = case.findall("failure"), case.findall("skipped")
    for failure in failures:
        print(f"   FAILED {name}")
        print(textwrap.indent((failure.text or "").strip(), "      "), flush=True)
    for skip in skips:
        print(f"   skipped {name}: {(skip.text or skip.get('message') or '').strip().splitlines()[-1:]}")
    outcome.add(0 if failures or skips else 1, 1 if failures else 0, 1 if skips else 0)


def sanitize():
    """The pure part under ASan and UBSan, or with KITH_SANITIZE_ALL every program: one case for each."""
    outcome = Outcome()
    if not configure("asan"):
        outcome.fail("the sanitized build cannot be configured")
        return outcome
    listed = run("asan-list", ["ctest", "--test-dir", "build/asan", "-N"]).text
    programs = re.findall(r"Test +#\d+: (\w+)", listed)
    every = os.environ.get("KITH_SANITIZE_ALL")
    wanted = [name for name in programs if every or name in SANITIZED]
    if not run("asan", ["cmake", "--build", "--preset", "asan", "--target", *wanted, "--", "--quiet"]).worked:
        outcome.fail("the sanitized build failed")
        return outcome
    cases = Outcome()
    run_ctest(cases, BUILD / "asan", wanted, {"UBSAN_OPTIONS": "print_stacktrace=1"})
    outcome.add(len(wanted) - min(cases.failed, len(wanted)), cases.failed)
    return outcome


def pages():
    """Every page in a real browser, against the real program."""
    if not (BUILD / "kith").exists() or not (REPOSITORY / "web/package.json").exists():
        return not_there_yet("build/kith or web")
    outcome = Outcome()
    report = LOGS / "playwright.json"
    report.unlink(missing_ok=True)
    ran = run("pages", ["npm", "run", "e2e", "--", "--reporter=line,json"], REPOSITORY / "web",
              {"PLAYWRIGHT_JSON_OUTPUT_NAME": str(report), "KITH_PROGRAM": str(BUILD / "kith"), "CI": "1"})
    if report.exists():
        counted = json.loads(report.read_text())["stats"]
        outcome.add(counted["expected"] + counted["flaky"], counted["unexpected"], counted["skipped"])
        outcome.note = f", {counted['flaky']} only at the second try" if counted["flaky"] else ""
    if not ran.worked and not outcome.failed:
        outcome.fail("the browser tests ended badly without saying which case")
    return outcome


def fuzz():
    """Each reader of outside bytes, for KITH_FUZZ_SECONDS or a third of it, two at a time: one case for each."""
    if not (REPOSITORY / "fuzz/CMakeLists.txt").exists():
        return not_there_yet("fuzz")
    outcome = Outcome()
    if not (configure("fuzz") and run("fuzz", ["cmake", "--build", "--preset", "fuzz", "--", "--quiet"]).worked):
        outcome.fail("the fuzzers do not build")
        return outcome
    programs = sorted(path for path in (BUILD / "fuzz/fuzzers").iterdir() if os.access(path, os.X_OK))
    with concurrent.futures.ThreadPoolExecutor(FUZZERS_AT_ONCE) as pool:
        for program, ran in zip(programs, pool.map(run_fuzzer, programs)):
            outcome.say_if(ran.worked, f"{program.name} found something: build/logs/{program.name}.log")
    return outcome


def run_fuzzer(program):
    """New inputs are kept in build/; those of fuzz/corpus/<name> are only read."""
    kept = BUILD / "fuzz/corpus" / program.name
    found = BUILD / "fuzz/found"
    for folder in (kept, found):
        folder.mkdir(parents=True, exist_ok=True)
    seconds = int(os.environ.get("KITH_FUZZ_SECONDS", "60"))
    if program.name not in FUZZED_LONGEST:
        seconds = max(1, seconds // 3)
    seeds = [str(seeds)] if (seeds := REPOSITORY / "fuzz/corpus" / program.name).is_dir() else []
    return run(program.name, [
        str(program), str(kept), *seeds, f"-max_total_time={seconds}",
        f"-max_len={FUZZ_INPUT_BYTES_MAX}", f"-rss_limit_mb={FUZZ_MEMORY_MB_MAX}", "-timeout=20",
        f"-artifact_prefix={found}/{program.name}-", "-print_final_stats=1"])
