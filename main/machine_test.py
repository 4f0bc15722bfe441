"""A machine that is not as it should be, with the real program: rules KP10 to KP13 of spec/keeping.md."""
import subprocess
import unittest

from kept_installation import Here, everything_in
from real_program import PATIENCE_S, PROGRAM, Run, limited_to


class Machine(Here):
    def starts_not(self, *more):
        ran = subprocess.run([PROGRAM, "serve", f"--data={self.data}", *more, "--port=0"], capture_output=True, text=True,
                             timeout=PATIENCE_S)
        return ran.returncode, ran.stderr

    def test_KP10_a_second_server_on_one_folder_is_refused_and_the_first_goes_on(self):
        first = self.serve()
        with self.subTest("KP10 two servers"):
            status, said = self.starts_not()
            self.assertEqual(1, status)
            self.assertIn("KP10", said)
        self.assertEqual(200, self.ask(first, self.person()).status)
        first.process.kill()
        first.process.wait()
        self.assertEqual(200, self.ask(self.serve(), self.person()).status)

    def test_KP11_a_clock_behind_what_is_written_stops_the_start(self):
        before = everything_in(self.data)
        with self.subTest("KP11 a year back"):
            status, said = self.starts_not("--now=2025-01-01")
            self.assertEqual(1, status, said)
            self.assertIn("KP11", said)
        self.assertEqual(before["journal.db"], (self.data / "journal.db").read_bytes())

    def test_KP12_a_clock_set_back_while_running_stops_writing_and_nothing_else(self):
        shim = self.here / "clock.so"
        source = self.here / "clock.c"
        source.write_text(CLOCK_SHIM, encoding="utf-8")
        built = subprocess.run(["cc", "-shared", "-fPIC", "-o", shim, source, "-ldl"], check=False)
        if built.returncode != 0:
            self.skipTest("no C compiler for a clock that can be set")
        shift = self.here / "shift"
        shift.write_text("0", encoding="ascii")
        server = self.serve(environment={"LD_PRELOAD": str(shim), "KITH_TEST_SHIFT": str(shift)})
        joy = self.person()
        self.assertEqual("agreed", self.tell(server, joy, "Before").results[0]["outcome"])
        shift.write_text("-86400", encoding="ascii")
        with self.subTest("KP12 a day back"):
            answer = self.tell(server, joy, "Meanwhile")
            self.assertEqual((503, "KP12"), (answer.status, answer.rule))
            self.assertEqual(200, self.ask(server, joy).status)
            self.assertNotIn("Meanwhile", self.ask(server, joy).text)
        shift.write_text("0", encoding="ascii")
        self.assertEqual("agreed", self.tell(server, joy, "After").results[0]["outcome"])

    def test_KP13_on_a_full_disk_reading_goes_on_and_nothing_is_torn(self):
        bytes_max = (self.data / "journal.db").stat().st_size + 300_000
        server = self.serve(limit=limited_to(bytes_max))
        joy, refused = self.person(), None
        for number in range(400):
            answer = self.tell(server, joy, f"Line {number} " + "x" * 1500)
            if answer.status != 200:
                refused = answer
                break
        with self.subTest("KP13 full"):
            self.assertIsNotNone(refused, "it never became full")
            self.assertEqual((503, "KP13"), (refused.status, refused.rule))
            view = self.ask(server, joy)
            self.assertEqual(200, view.status)
            self.assertIn(f"Line {number - 1} ", view.text)
            self.assertNotIn(f"Line {number} ", view.text)
        server.stop()
        self.assertTrue(Run("verify", "--json", f"--data={self.data}").result["ok"])
        roomy = self.serve()
        self.assertEqual("agreed", self.tell(roomy, joy, "Room again").results[0]["outcome"])


CLOCK_SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
int clock_gettime(clockid_t which, struct timespec *at) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  int code = real(which, at);
  FILE *file = which == CLOCK_REALTIME ? fopen(getenv("KITH_TEST_SHIFT"), "r") : NULL;
  long shift = 0;
  if (file && fscanf(file, "%ld", &shift) == 1) at->tv_sec += shift;
  if (file) fclose(file);
  return code;
}
"""


if __name__ == "__main__":
    unittest.main()
