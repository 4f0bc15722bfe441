#!/usr/bin/env python3
"""Checks the words people read: keys that exist and are used, short and plain sentences, whole translations.

A catalogue is web/src/words/<language>.json, key → pattern, in the syntax of spec/words.md: text, `{name}`, and
`{n, plural, one {…} other {…}}`. English is the reference. A key is used as a string such as "circle.add", as a
beginning such as "ideas.because." to which a name is added, or through a refusal: refuse("PL6") says
"refusal.PL6". A translation whose "catalogue.complete" is not "yes" may still lack keys; their number is shown.
"""
import itertools
import json
import re
import sys

from check_rules import RULE, strings_of
from findings import Findings
from reading_age import WORD, reading_age
from tree import Tree
from wings import said_in, wings_off

CATALOGUE = "web/src/words/en.json"
CLASSES = {"en": {"one", "other"}, "cy": {"zero", "one", "two", "few", "many", "other"}}  # CLDR, whole numbers
WORDS_PER_SENTENCE_MAX = 20
READING_AGE_MAX = 11
READING_WORDS_MIN = 8  # a shorter text is a label: an estimate of it says nothing
# Over READING_AGE_MAX all the same, and why.
READS_OLDER = {
    "demo.carol.1": "Only the demo's curator reads it, and `directory` is the name of their page.",
    "matters.who.illness.lead": "`Appointments` and `medicines` are the words people use.",
    "refusal.PS3": "`Practitioner` is the role's name, and only a practitioner reads this.",
}
# Said by no page: read by the checks and the formatter.
OWN_KEYS = {"catalogue.complete"}
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[A-Za-z0-9_-]+)+")
SAID = re.compile(r"\bsay\([\"`]([a-z][A-Za-z0-9_.]*)")  # also inside another template
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


# Words of clinics and offices, which a charity that is no clinic does without.
CLINICAL = re.compile(r"""\b(
    nurses?|nhs|clinic\w*|patients?|practitioners?|care[\s-]plans?|care[\s-]co-?ordinator\w*
  | treat(ed|ment|ments)|wards?|hospitals?|therap\w+|medic\w+|diagnos\w+|symptoms?|psych\w+
  | mental\s+health|mental\s+illness|disorders?|relapses?|crisis\s+team|doctors?|surger(y|ies)
  | service\s+users?|referr\w+|discharged?|caseloads?|RiO|SystmOne
)\b""", re.X | re.I)


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


def reading_faults(catalogue):
    for key, pattern in catalogue.items():
        texts = [list(sentences(text)) for text in plain_patterns(str(pattern))]
        long = [text for text in texts if len(WORD.findall(" ".join(text))) >= READING_WORDS_MIN]
        age = max(map(reading_age, long), default=0)
        if age > READING_AGE_MAX and key not in READS_OLDER:
            yield f"{key}: is read at {age:.1f}: {pattern}"
        if age <= READING_AGE_MAX and key in READS_OLDER:
            yield f"{key}: needs no exception"


def plural_faults(language, catalogue):
    for key, pattern in catalogue.items():
        for found in PLURAL.finditer(str(pattern)):
            classes = {name for name, _ in BRANCH.findall(found[2])}
            if missing := CLASSES[language] - classes:
                yield f"{key}: a plural without {', '.join(sorted(missing))}"
            if extra := classes - CLASSES[language]:
                yield f"{key}: a plural with {', '.join(sorted(extra))}, which {language} does not have"


def arguments_of(pattern):
    plurals = list(PLURAL.finditer(pattern))
    texts = [PLURAL.sub("", pattern)] + [text for found in plurals for _, text in BRANCH.findall(found[2])]
    return {found[1] for found in plurals} | {name for text in texts for name in PLACEHOLDER.findall(text)}


def translation_faults(reference, translation):
    for key, pattern in translation.items():
        if key not in reference:
            yield f"{key}: is not in {CATALOGUE}"
        elif arguments_of(str(pattern)) != arguments_of(str(reference[key])):
            yield f"{key}: other arguments than in {CATALOGUE}: {pattern}"


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
        for literal in strings_of(text) + SAID.findall(text):
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


def unused_faults(tree, catalogue):
    said = {text for _, text in used(tree)}
    for path in tree.match("main/demo/*.json"):
        said |= {literal for literal in strings_of(tree.read(path)) if KEY.fullmatch(literal)}
    beginnings = tuple(text for text in said if BEGINNING.fullmatch(text))
    for key in catalogue:
        if key.partition("@")[0] not in said | OWN_KEYS and not key.startswith(beginnings):
            yield f"{key}: nobody says it"


def clinical_faults(tree, catalogue):
    """What an installation without the clinical wings would say, and should not (rule WI3)."""
    for purpose, off in wings_off(tree).items():
        if not off:
            continue
        for key in sorted(said_in(tree, catalogue, off)):
            pattern = str(catalogue.get(f"{key}@{purpose}", catalogue[key]))
            if found := CLINICAL.search(PLACEHOLDER.sub("…", pattern)):
                yield f"{key}: a {purpose} reads \"{found[0]}\" in: {pattern}"


def variant_faults(tree, catalogue):
    """A variant stands beside the words it stands for, and is for a purpose there is."""
    for key in catalogue:
        plain, at, purpose = key.partition("@")
        if at and (plain not in catalogue or purpose not in wings_off(tree)):
            yield f"{key}: is a variant of no key, or for no purpose"


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
    findings.case("no word labels, counts or ranks a person", banned_faults(catalogue))
    findings.case(f"English is read at {READING_AGE_MAX}, or says why not", reading_faults(catalogue))
    findings.case("every key that is used is there", key_faults(tree, catalogue))
    findings.case("every key is used", unused_faults(tree, catalogue))
    check_language(findings, "en", catalogue)
    for path in tree.match("web/src/words/??.json"):
        if path != CATALOGUE:
            check_translation(findings, tree, path, catalogue)
    findings.case("variants stand beside their words", variant_faults(tree, catalogue))
    findings.case("a charity reads no clinical word", clinical_faults(tree, catalogue))
    return findings.close()


def check_language(findings, language, catalogue):
    findings.case(f"{language}: every pattern can be read", pattern_faults(catalogue))
    findings.case(f"{language}: sentences have at most {WORDS_PER_SENTENCE_MAX} words", length_faults(catalogue))
    findings.case(f"{language}: plurals have the classes of the language", plural_faults(language, catalogue))


def check_translation(findings, tree, path, reference):
    language = path[-len("cy.json"):-len(".json")]
    translation, twice = read_catalogue(tree.read(path))
    findings.case(f"{language}: no key is there twice", twice)
    check_language(findings, language, translation)
    findings.case(f"{language}: says what English says", translation_faults(reference, translation))
    missing = [key for key in reference if key not in translation]
    if translation.get("catalogue.complete") != "yes":
        print(f"words: {language} is not complete: {len(missing)} keys to translate")
        missing = []
    findings.case(f"{language}: every key is translated", (f"{key}: not translated" for key in missing))


if __name__ == "__main__":
    sys.exit(main())
