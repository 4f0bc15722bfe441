"""The document check finds names that have gone, and lets through those that are there."""
import unittest

from check_docs import link_faults, token_faults
from tree import Tree

HOUSE = {
    "Makefile": "demo:\n\tbuild/kith demo\n",
    "core/plan/step.hpp": "struct StepPlaced {};\nDecision decide(Plan const&);\n",
    "core/plan/step.cpp": 'char const* port = getenv("KITH_PORT");',
    "docs/adr/0001-forgetting.md": "",
}


def faults(line):
    return list(token_faults(Tree(HOUSE | {"docs/walkthrough.md": line + "\n"})))


class Tokens(unittest.TestCase):
    def test_what_has_gone_is_found(self):
        for token in ("core/plan/goal.hpp", "core/goal/", "goal.hpp", "restrict(state)", "GoalPlaced",
                      "make tea", "KITH_TEA", "plan::restrict(State, Reader)"):
            with self.subTest(token):
                self.assertEqual(1, len(faults(f"See `{token}`.")))

    def test_what_is_there_is_let_through(self):
        for token in ("core/plan/step.hpp", "core/plan/", "step.hpp", "decide(plan, ask)", "StepPlaced",
                      "make demo", "KITH_PORT=80", "core/*/step.cpp", "core/<word>/step.hpp", "build/kith",
                      "GET /api/records/{id}", "application/json", "adr/0001-forgetting.md"):
            with self.subTest(token):
                self.assertEqual([], faults(f"See `{token}`."))

    def test_a_drawing_is_not_read(self):
        self.assertEqual([], faults("```\n`core/attic/`\n```"))


class Links(unittest.TestCase):
    def test_a_link_to_nowhere_is_found(self):
        for line, count in (("[a](adr/0001-forgetting.md)", 0), ("[a](adr/0002.md)", 1),
                            ("![a](screens/a.png)", 1), ("[a](https://a.org/a.md)", 0), ("[a](#part)", 0)):
            with self.subTest(line):
                self.assertEqual(count, len(list(link_faults(Tree(HOUSE | {"docs/a.md": line})))))


if __name__ == "__main__":
    unittest.main()
