#!/usr/bin/env python3
"""Checks the words people read: keys that exist, short sentences, placeholders that can be filled in.

The catalogue is web/src/words/en.json, key → pattern, in the syntax of spec/words.md: text, `{name}`, and
`{n, plural, one {…} other {…}}`. A key is used as a string such as "circle.add", as a beginning such as
"ideas.because." to which a name is added, or through a refusal: refuse("PL6") says "refusal.PL6".
"""
import itertools
import json
import re
import sys

from check_rules import RULE, strings_of
from findings import Findings
from tree import Tree

CATALOGUE = "web/src/words/en.json"
WORDS_PER_SENTENCE_MAX = 20
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[A-Za-z0-9_-]+)+")
FILES = (".hpp", ".json", ".ts", ".css", ".csv", ".html", ".db")
BEGINNING = re.compile(r"([a-z][a-z0-9_]*\.)([A-Za-z0-9_-]+\.)*")
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
PLURAL = re.compile(r"\{([a-z][a-z0-9_]*), plural,((?: (?:zero|one|two|few|many|other) "
                    r"\{(?:[^{}]|\{[a-z][a-z0-9_]*\})*\})+)\s*\}")
BRANCH = re.compile(r"(zero|one|two|few|many|other) \{((?:[^{}]|\{[a-z][a-z0-9_]*\})*)\}")

# Words that label a person, count them, or make a game of them: docs/architecture.md says why.
BANNED = re.compile(r"""\b(
    (highly\s+)?isolat(ed|ion)|lonel(y|iness)|(high|low|at)[\s-]risk|risk\s+(score|level|rating)|risky
  | per\s?cent(age)?s?|scores?|scored|streaks?|points|badges?|levels?\s+up|leader\s?board
  | compliant|compliance|non-?compliance|adherence|failed\s+to\s+attend|did\s+not\s+attend
  | circle\s+size|network\s+type|utili[sz]e|leverage|users?
)\b|\d\s*%""", re.X | re.I)


def plain_patterns(pattern):
    """A pattern without its plurals: one text for each way of choosing the branches."""
    pieces, end = [], 0
    for found in PLURAL.finditer(pattern):
        pieces += [[pattern[end:found.start()]], [text for _, text in BRANCH.findall(found[2])]]
        end = found.end()
    return ["".join(choice) for choice in itertools.product(*pieces, [pattern[end:]])]


def pattern_faults(catalogue):
    for key, pattern in catalogue.items():
        if not isinstance(pattern, str) or not pattern.strip():
            yield f"{key}: is not a text"
            continue
        for found in PLURAL.finditer(pattern):
            if "other" not in dict(BRANCH.findall(found[2])):
                yield f"{key}: a plural without `other`"
        if any(re.search(r"[{}]", PLACEHOLDER.sub("", text)) for text in plain_patterns(pattern)):
            yield f"{key}: a brace that is neither {{name}} nor a plural: {pattern}"


def sentences(text):
    return re.split(r"(?<=[.!?:;])[\s”’]+|\n+", PLACEHOLDER.sub("word", text))


def length_faults(catalogue):
    for key, pattern in catalogue.items():
        texts = plain_patterns(str(pattern))
        longest = max(len(sentence.split()) for text in texts for sentence in sentences(text))
        if longest > WORDS_PER_SENTENCE_MAX:
            yield f"{key}: a sentence of {longest} words: {pattern}"


def banned_faults(catalogue):
    for key, pattern in catalogue.items():
        if found := BANNED.search(PLACEHOLDER.sub("…", str(pattern))):
            yield f"{key}: \"{found[0]}\" in: {pattern}"


def used(tree):
    """(path, key) and (path, beginning of a key) as the sources use them."""
    tests = set(tree.tests())
    for path in tree.match("*.cpp", "*.hpp", "web/src/*.ts", "web/src/*.tsx"):
        if path in tests:
            continue
        text = tree.read(path)
        for rule in re.findall(rf'\brefuse\(\s*"({RULE})"', text):
            yield path, f"refusal.{rule}"
        for literal in strings_of(text):
            yield path, literal.split("${")[0]


def key_faults(tree, catalogue):
    subjects = {key.split(".")[0] for key in catalogue}
    for path, text in sorted(set(used(tree))):
        if text.split(".")[0] not in subjects | {"refusal"}:
            continue
        if KEY.fullmatch(text) and not text.endswith(FILES) and text not in catalogue:
            yield f"{path}: \"{text}\" is not in {CATALOGUE}"
        elif BEGINNING.fullmatch(text) and not any(key.startswith(text) for key in catalogue):
            yield f"{path}: no key in {CATALOGUE} begins with \"{text}\""


def read_catalogue(text):
    """The catalogue and the keys that stand in it twice, which json would hide."""
    twice = []

    def keep(pairs):
        seen = set()
        for key, _ in pairs:
            if key in seen:
                twice.append(f"{key}: is there twice")
            seen.add(key)
        return dict(pairs)

    return json.loads(text, object_pairs_hook=keep), twice


def main():
    findings = Findings("words")
    tree = Tree()
    catalogue, twice = read_catalogue(tree.read(CATALOGUE)) if CATALOGUE in tree.paths else ({}, [])
    findings.case("no key is there twice", twice)
    findings.case("every pattern can be read", pattern_faults(catalogue))
    findings.case(f"sentences have at most {WORDS_PER_SENTENCE_MAX} words", length_faults(catalogue))
    findings.case("no word labels, counts or ranks a person", banned_faults(catalogue))
    findings.case("every key that is used is there", key_faults(tree, catalogue))
    return findings.close()


if __name__ == "__main__":
    sys.exit(main())
