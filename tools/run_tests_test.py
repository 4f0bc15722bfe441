"""What `make test` promises about its last lines, shown with invented stages."""
import contextlib
import io
import os
import pathlib
import re
import subprocess
import unittest
from unittest import mock

import run_tests
import stages
from tree import REPOSITORY


def stage(passed, failed):
    outcome = stages.Outcome()
    outcome.add(passed, failed)
    return lambda: outcome


def broken_stage():
    raise OSError("the disk is gone")


class MakeTest(unittest.TestCase):
    def told(self, invented, asked="", minutes_expected="inf"):
        """What is printed, line by line, and the exit status."""
        printed = io.StringIO()
        environment = {"KITH_STAGES": asked, "KITH_MINUTES_EXPECTED": minutes_expected,
                       "PATH": os.environ["PATH"]}
        with mock.patch.dict(run_tests.ALL, invented, clear=True), mock.patch.dict(os.environ, environment), \
                contextlib.redirect_stdout(printed):
            status = run_tests.main()
        return printed.getvalue().splitlines(), status

    def test_the_minutes_of_each_stage_and_the_plain_last_line(self):
        lines, status = self.told({"checks": stage(3, 0), "native": stage(40, 0)})
        self.assertEqual(("43 passed, 0 failed", 0), (lines[-1], status))
        for name in ("checks", "native"):
            self.assertEqual(1, sum(bool(re.match(rf" +\d+\.\d  {name} ", line)) for line in lines), lines)

    def test_one_failure_fails_the_whole_and_the_next_stage_still_runs(self):
        lines, status = self.told({"checks": stage(3, 1), "native": broken_stage, "web": stage(5, 0)})
        self.assertEqual(("8 passed, 2 failed", 1), (lines[-1], status))

    def test_the_inner_loop_says_so_when_it_has_become_slow(self):
        for minutes_expected, warned in (("inf", 0), ("-1", 1)):
            lines, status = self.told({"checks": stage(3, 0)}, minutes_expected=minutes_expected)
            self.assertEqual((warned, 0), (sum("warning:" in line for line in lines), status))
        quick = re.search(r"^quick:.*\n(.*)", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.M)[1]
        self.assertIn("KITH_MINUTES_EXPECTED=4", quick)

    def test_nothing_done_is_no_success(self):
        self.assertEqual(1, self.told({"checks": stage(0, 0)})[1])

    def test_only_the_stages_that_were_asked_for(self):
        lines, _ = self.told({"checks": stage(3, 0), "native": stage(40, 0)}, asked="native")
        self.assertEqual("40 passed, 0 failed", lines[-1])
        with self.assertRaises(SystemExit):
            self.told({"checks": stage(3, 0)}, asked="chekcs")

    def test_the_build_machine_calls_make_test_and_nothing_else(self):
        script = pathlib.Path(REPOSITORY / ".ci/run").read_text(encoding="utf-8")
        self.assertEqual(["make test"], re.findall(r"\bmake [a-z]+", re.sub(r"#.*", "", script)))

    def test_make_help_lists_every_verb_that_says_what_it_does(self):
        told = subprocess.run(["make", "--no-print-directory", "help"], cwd=REPOSITORY, check=True,
                              capture_output=True, text=True).stdout
        verbs = re.findall(r"^  make (\w+) +\S", told, re.M)
        self.assertEqual(sorted(verbs), sorted(set(verbs)))
        for verb in ("demo", "test", "quick", "build", "sim", "fuzz", "golden"):
            self.assertIn(verb, verbs)


if __name__ == "__main__":
    unittest.main()
