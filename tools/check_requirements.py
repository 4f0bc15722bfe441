#!/usr/bin/env python3
"""Checks docs/requirements.md and docs/requirements-domain.md: every line, with the test that shows it or "not yet".

A row is `| id | line | shown by |`. What shows it stands between backticks: the name of a test as it is
written in its file, `Suite.name` for GoogleTest, the name of a case of bench/, or the path of a test or a
check. In the page of the domain "not yet" may name the issue it belongs to, and no number may be missing.
"""
import re
import sys

from findings import Findings
from tree import Tree

PAGE = "docs/requirements.md"
PERFORMANCE_PAGE = "docs/performance.md"
DOMAIN_PAGE = "docs/requirements-domain.md"
DOMAIN_LINES = {"G": 100, "T": 71}
NOT_YET = re.compile(r"not yet(: issue \d+)?")
ROW = re.compile(r"^\|\s*([^|\s]+)\s*\|(.*)\|([^|]*)\|\s*$")
SHOWS = re.compile(r"_test\.(cpp|py)$|\.(test|spec)\.tsx?$|^tools/(check_\w+|stages)\.py$|"
                   r"^tools/(fresh_debian|package/check_package)\.sh$|^web/size\.mjs$|^fuzz/")
NAME_CHARACTERS_MIN = 8  # shorter texts are found anywhere


def rows_of(text):
    """(line number, id, requirement, shown by), without headings and rulers."""
    for number, line in enumerate(text.splitlines(), 1):
        found = ROW.match(line)
        if found and found[1] != "id" and not set(found[1]) <= set("-:"):
            yield number, found[1], found[2].strip(), found[3].strip()


def row_faults(text, page=PAGE):
    seen = set()
    for number, identity, requirement, shown_by in rows_of(text):
        if identity in seen:
            yield f"{page}:{number}: {identity} is there twice"
        seen.add(identity)
        if not requirement:
            yield f"{page}:{number}: {identity} says nothing"
        if not NOT_YET.fullmatch(shown_by) and not re.search(r"`[^`]+`", shown_by):
            yield f"{page}:{number}: {identity} names no test and does not say \"not yet\""


def domain_faults(text):
    there = {identity for _, identity, _, _ in rows_of(text)}
    wanted = {f"{letter}-{n}" for letter, last in DOMAIN_LINES.items() for n in range(1, last + 1)}
    yield from (f"{DOMAIN_PAGE}: {identity} is missing" for identity in sorted(wanted - there))
    yield from (f"{DOMAIN_PAGE}: {identity} is no line of the domain" for identity in sorted(there - wanted))


def bench_cases(tree):
    return {name for path in tree.match("bench/*.cpp")
            for name in re.findall(r"^BENCH\((\w+)\)", tree.read(path), re.M)}


def bench_faults(tree):
    page = tree.read(PERFORMANCE_PAGE) if PERFORMANCE_PAGE in tree.paths else ""
    yield from (f"{PERFORMANCE_PAGE}: says nothing of {name}" for name in sorted(bench_cases(tree))
                if f"`{name}`" not in page)


class Tests:
    """The names that can show something."""

    def __init__(self, tree):
        self.paths = set(tree.paths)
        self.texts = "\n".join(tree.read(path) for path in tree.tests())
        self.cases = {f"{suite}.{name}" for suite, name in
                      re.findall(r"\bTEST(?:_[FP])?\(\s*(\w+),\s*(\w+)", self.texts)}
        self.cases.update(bench_cases(tree))

    def has(self, name):
        if name in self.cases:
            return True
        if name in self.paths:
            return SHOWS.search(name) is not None
        return len(name) >= NAME_CHARACTERS_MIN and name in self.texts


def test_faults(text, tests, page=PAGE):
    for number, identity, _, shown_by in rows_of(text):
        for name in re.findall(r"`([^`]+)`", shown_by):
            if not tests.has(name):
                yield f"{page}:{number}: {identity} is shown by `{name}`, which is not a test"


def main():
    findings = Findings("requirements")
    tree = Tree()
    tests = Tests(tree)
    for page in (PAGE, DOMAIN_PAGE):
        text = tree.read(page) if page in tree.paths else ""
        rows = list(rows_of(text))
        findings.case(f"{page} lists requirements", [] if rows else [f"{page}: no rows"])
        findings.case(f"{page}: every row has an id, a line, and a test or \"not yet\"", row_faults(text, page))
        findings.case(f"{page}: every test that is named exists", test_faults(text, tests, page))
        if page == DOMAIN_PAGE:
            findings.case("every line of the domain is there", domain_faults(text))
        waiting = sum(NOT_YET.fullmatch(shown_by) is not None for *_, shown_by in rows)
        print(f"requirements: {page}: {len(rows)} lines, {waiting} not yet")
    findings.case(f"{PERFORMANCE_PAGE} tells of every case of bench/", bench_faults(tree))
    return findings.close()


if __name__ == "__main__":
    sys.exit(main())
