#!/usr/bin/env python3
"""Checks docs/requirements.md: every line of an issue, with the test that shows it or the words "not yet".

A row is `| id | line | shown by |`. What shows it stands between backticks: the name of a test as it is
written in its file, `Suite.name` for GoogleTest, or the path of a test or a check.
"""
import re
import sys

from findings import Findings
from tree import Tree

PAGE = "docs/requirements.md"
ROW = re.compile(r"^\|\s*([^|\s]+)\s*\|(.*)\|([^|]*)\|\s*$")
SHOWS = re.compile(r"_test\.(cpp|py)$|\.(test|spec)\.tsx?$|^tools/(check_\w+|stages)\.py$|^tools/fresh_debian\.sh$|"
                   r"^web/size\.mjs$|^fuzz/")
NAME_CHARACTERS_MIN = 8  # shorter texts are found anywhere


def rows_of(text):
    """(line number, id, requirement, shown by), without headings and rulers."""
    for number, line in enumerate(text.splitlines(), 1):
        found = ROW.match(line)
        if found and found[1] != "id" and not set(found[1]) <= set("-:"):
            yield number, found[1], found[2].strip(), found[3].strip()


def row_faults(text):
    seen = set()
    for number, identity, requirement, shown_by in rows_of(text):
        if identity in seen:
            yield f"{PAGE}:{number}: {identity} is there twice"
        seen.add(identity)
        if not requirement:
            yield f"{PAGE}:{number}: {identity} says nothing"
        if shown_by != "not yet" and not re.search(r"`[^`]+`", shown_by):
            yield f"{PAGE}:{number}: {identity} names no test and does not say \"not yet\""


class Tests:
    """The names that can show something."""

    def __init__(self, tree):
        self.paths = set(tree.paths)
        self.texts = "\n".join(tree.read(path) for path in tree.tests())
        self.cases = {f"{suite}.{name}" for suite, name in
                      re.findall(r"\bTEST(?:_[FP])?\(\s*(\w+),\s*(\w+)", self.texts)}

    def has(self, name):
        if name in self.cases:
            return True
        if name in self.paths:
            return SHOWS.search(name) is not None
        return len(name) >= NAME_CHARACTERS_MIN and name in self.texts


def test_faults(text, tests):
    for number, identity, _, shown_by in rows_of(text):
        for name in re.findall(r"`([^`]+)`", shown_by):
            if not tests.has(name):
                yield f"{PAGE}:{number}: {identity} is shown by `{name}`, which is not a test"


def main():
    findings = Findings("requirements")
    tree = Tree()
    text = tree.read(PAGE) if PAGE in tree.paths else ""
    rows = list(rows_of(text))
    findings.case("the page lists requirements", [] if rows else [f"{PAGE}: no rows"])
    findings.case("every row has an id, a line, and a test or \"not yet\"", row_faults(text))
    findings.case("every test that is named exists", test_faults(text, Tests(tree)))
    waiting = sum(shown_by == "not yet" for *_, shown_by in rows)
    print(f"requirements: {len(rows)} lines, {waiting} not yet")
    return findings.close()


if __name__ == "__main__":
    sys.exit(main())
