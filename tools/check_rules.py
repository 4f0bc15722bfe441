#!/usr/bin/env python3
"""Checks that every numbered rule has a test, and that every number quoted is a rule.

A rule is a line of spec/*.md that starts `**PL6**`. A test quotes it in its name (`TEST(Steps, PL6_a_step…)`)
or at the start of a title (`"PL6 a step may be due today"`); the code, when it refuses (`refuse("PL6")`).
"""
import re
import sys

from findings import Findings
from tree import Tree

RULE = r"[A-Z]{2}\d{1,3}"
DEFINED = re.compile(rf"^\*\*({RULE})\*\*", re.M)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|`(?:[^`\\]|\\.)*`')
TEST_NAME = re.compile(r"\bTEST(?:_[FP])?\(\s*\w+,\s*(\w+)")
# One or more numbers begin a title and words follow. What follows in "PL4 8AA" makes that a postcode.
TITLE = re.compile(rf"{RULE}(?:(?:, | and | ){RULE})*(?=[:,]? (?!\d[A-Z]{{2}}\b))")


def defined_rules(tree):
    """Rule → the places where it is defined."""
    places = {}
    for path in tree.match("spec/*.md"):
        for rule in DEFINED.findall(tree.read(path)):
            places.setdefault(rule, []).append(path)
    return places


def strings_of(text):
    """The strings of C++ or TypeScript, without those in comments. The `//` of an address is no comment."""
    return [literal[1:-1] for literal in STRING.findall(COMMENT.sub("", text.replace("://", "    ")))]


def rules_at_the_start(title):
    found = TITLE.match(title.replace("_", " "))
    return re.findall(RULE, found[0]) if found else []


def quoted_in_tests(tree):
    """Rule → the tests that quote it in a name or a title."""
    quoted = {}
    for path in tree.tests():
        if path.startswith("tools/"):  # they quote invented rules
            continue
        text = tree.read(path)
        for title in [*TEST_NAME.findall(text), *strings_of(text)]:
            for rule in rules_at_the_start(title):
                quoted.setdefault(rule, set()).add(path)
    return quoted


def quoted_in_code(tree):
    """Rule → the sources that refuse with it: a string that is a rule's number and nothing else."""
    quoted = {}
    tests = set(tree.tests())
    for path in tree.match("*.cpp", "*.hpp"):
        if path not in tests:
            for literal in strings_of(tree.read(path)):
                if re.fullmatch(RULE, literal):
                    quoted.setdefault(literal, set()).add(path)
    return quoted


def main():
    findings = Findings("rules")
    tree = Tree()
    defined, tested, refused = defined_rules(tree), quoted_in_tests(tree), quoted_in_code(tree)
    findings.case("a rule is defined once", twice(defined))
    findings.case("every rule has a test", untested(defined, tested))
    findings.case("every test quotes a rule that exists", unknown(defined, tested))
    findings.case("every refusal quotes a rule that exists", unknown(defined, refused))
    return findings.close()


def twice(defined):
    return [f"{rule}: defined in {' and '.join(places)}"
            for rule, places in sorted(defined.items()) if len(places) > 1]


def untested(defined, tested):
    return [f"{places[0]}: {rule} has no test"
            for rule, places in sorted(defined.items()) if rule not in tested]


def unknown(defined, quoted):
    return [f"{path}: quotes {rule}, which spec/ does not define"
            for rule, paths in sorted(quoted.items()) if rule not in defined for path in sorted(paths)]


if __name__ == "__main__":
    sys.exit(main())
