"""The rule check finds a rule without a test, a number without a rule, and a rule written twice."""
import unittest

from check_rules import defined_rules, quoted_in_code, quoted_in_tests, twice, unknown, untested
from tree import Tree

SPEC = {"spec/plan.md": "# Plan\n\n**PL5** Somebody does it.\n**PL6** Not before it was made.\n"}


def looked_at(**files):
    tree = Tree(SPEC | files)
    return defined_rules(tree), quoted_in_tests(tree), quoted_in_code(tree)


class Rules(unittest.TestCase):
    def test_a_rule_without_a_test_is_found(self):
        defined, tested, _ = looked_at(**{"core/a_test.cpp": 'TEST(Steps, PL5_a_step_has_a_doer) {}'})
        self.assertEqual(["spec/plan.md: PL6 has no test"], untested(defined, tested))

    def test_a_title_counts_in_both_languages(self):
        defined, tested, _ = looked_at(**{"core/a_test.cpp": '{"PL5 a step has a doer"},',
                                          "web/src/a.test.ts": "it('PL6 a step may be due today', f)"})
        self.assertEqual([], untested(defined, tested))

    def test_one_title_may_quote_several_rules(self):
        for title in ('"PL5, PL6 a step"', '"PL5 and PL6: Ann walks"', 'TEST(Steps, PL5_PL6_a_step) {}'):
            with self.subTest(title):
                defined, tested, _ = looked_at(**{"core/a_test.cpp": title})
                self.assertEqual([], untested(defined, tested))

    def test_a_comment_does_not_count(self):
        defined, tested, _ = looked_at(**{"core/a_test.cpp": '// "PL5 a step has a doer"\n'})
        self.assertEqual(2, len(untested(defined, tested)))

    def test_a_test_that_quotes_an_unknown_rule_is_found(self):
        defined, tested, _ = looked_at(**{"core/a_test.cpp": '{"PL7 a step is kind"},'})
        self.assertEqual(1, len(unknown(defined, tested)))

    def test_a_postcode_is_not_a_rule(self):
        _, tested, _ = looked_at(**{"core/a_test.cpp": '{"PL4 8AA"}, {"OL10"}'})
        self.assertEqual({}, tested)

    def test_a_refusal_that_quotes_an_unknown_rule_is_found(self):
        defined, _, refused = looked_at(**{"core/a.cpp": 'return refuse("PL6"); return refuse("PL9");'})
        self.assertEqual(["core/a.cpp: quotes PL9, which spec/ does not define"], unknown(defined, refused))

    def test_a_rule_written_twice_is_found(self):
        defined, _, _ = looked_at(**{"spec/steps.md": "**PL6** Again.\n"})
        self.assertEqual(1, len(twice(defined)))


if __name__ == "__main__":
    unittest.main()
