"""The requirements check finds rows that show nothing and tests that do not exist."""
import unittest

from check_requirements import Tests, bench_faults, domain_faults, row_faults, rows_of, test_faults
from tree import Tree

HOUSE = Tree({
    "core/a_test.cpp": 'TEST(Steps, PL6_a_step_may_be_due_today) {}\n{"PL5 a step has a doer"},',
    "web/src/circle.spec.ts": 'test("forty members do not overlap", f)',
    "core/a.cpp": "",
    "bench/a_bench.cpp": "BENCH(Z_1_writes) {\n  // Z_2_reads\n}",
    "tools/check_words.py": "",
})


def page(shown_by, identity="H1"):
    return f"| id | line | shown by |\n|---|---|---|\n| {identity} | It works. | {shown_by} |\n"


class Requirements(unittest.TestCase):
    def test_a_row_that_shows_nothing_is_found(self):
        for shown_by, count in (("", 1), ("soon", 1), ("not yet", 0), ("not yet: issue 4", 0), ("not yet, I think", 1), ("`core/a_test.cpp`", 0)):
            with self.subTest(shown_by):
                self.assertEqual(count, len(list(row_faults(page(shown_by)))))

    def test_an_id_that_is_there_twice_is_found(self):
        self.assertEqual(1, len(list(row_faults(page("not yet") + page("not yet")))))

    def test_a_test_that_does_not_exist_is_found(self):
        for name, count in (("Steps.PL6_a_step_may_be_due_today", 0), ("PL5 a step has a doer", 0),
                            ("forty members do not overlap", 0), ("core/a_test.cpp", 0),
                            ("tools/check_words.py", 0), ("Z_1_writes", 0), ("Z_2_reads", 1),
                            ("bench/a_bench.cpp", 1), ("Steps.PL6_gone", 1), ("core/a.cpp", 1),
                            ("fifty members do not overlap", 1), ("TEST", 1)):
            with self.subTest(name):
                self.assertEqual(count, len(list(test_faults(page(f"`{name}`"), Tests(HOUSE)))))

    def test_a_line_of_the_domain_that_is_missing_or_made_up_is_found(self):
        whole = "".join(f"| {letter}-{n} | It works. | not yet |\n" for letter, last in (("G", 100), ("T", 71))
                        for n in range(1, last + 1))
        self.assertEqual([], list(domain_faults(whole)))
        self.assertEqual(1, len(list(domain_faults(whole.replace("| G-7 |", "| G-8 |")))))
        self.assertEqual(1, len(list(domain_faults(whole + page("not yet", "T-72")))))

    def test_a_case_of_bench_that_the_page_leaves_out_is_found(self):
        bench = {"bench/a_bench.cpp": "BENCH(Z_1_writes) {}"}
        self.assertEqual(1, len(list(bench_faults(Tree(bench)))))
        self.assertEqual(1, len(list(bench_faults(Tree(bench | {"docs/performance.md": "Writes."})))))
        self.assertEqual([], list(bench_faults(Tree(bench | {"docs/performance.md": "| `Z_1_writes` |"}))))

    def test_headings_and_rulers_are_not_rows(self):
        self.assertEqual(1, len(list(rows_of(page("not yet")))))


if __name__ == "__main__":
    unittest.main()
