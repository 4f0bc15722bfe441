#!/usr/bin/env python3
"""Checks that what the documents name still exists: paths, links, functions, types, verbs and settings.

Read are README.md and docs/; looked at is what stands between single backticks, and the targets of links.
A word that is not ours (a browser's interface, another project's file) is written without backticks.
"""
import fnmatch
import posixpath
import re
import sys

from findings import Findings
from tree import Tree

TOP = "adapters app bench core docs fuzz http main sim spec standards tools wasm web wire cmake .ci".split()
MADE_BY_BUILD = ("build/", "web/dist", "web/public/kith.wasm", "web/public/kith-whole.wasm", ".tools/", "demo-data")
FILE = re.compile(r"[\w.*-]+\.(cpp|hpp|tsx?|mjs|css|json|py|sh|md|txt|cmake|html)")
PATH = re.compile(r"[\w.*<>{},@-]+(/[\w.*<>{},@-]*)+")
FUNCTION = re.compile(r"(?:\w+(?:::|\.))*(\w+)\(.*")
TYPE = re.compile(r"(?:\w+::)*([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)")
FENCE = re.compile(r"^```.*?^```", re.S | re.M)


class Names:
    """What the sources define or mention, gathered once."""

    def __init__(self, tree):
        self.tree = tree
        self.folders = tree.folders()
        self.basenames = {posixpath.basename(path) for path in tree.paths}
        sources = "\n".join(tree.read(path) for path in tree.code() if path.split("/")[0] != "docs")
        self.words = set(re.findall(r"\w+", sources))
        self.called = set(re.findall(r"(\w+)\s*(?:<[^<>;]*>)?\(", sources))
        makefile = tree.read("Makefile") if "Makefile" in tree.paths else ""
        self.verbs = set(re.findall(r"^([a-z]+):", makefile, re.M))

    def has_path(self, path, beside):
        if path.startswith(MADE_BY_BUILD):
            return True
        pattern = re.sub(r"<[^>]*>|\{[^}]*\}", "*", path).rstrip("/")
        for candidate in (pattern, posixpath.normpath(posixpath.join(posixpath.dirname(beside), pattern))):
            if candidate in self.folders or candidate in self.tree.paths:
                return True
            if "*" in candidate and any(fnmatch.fnmatchcase(found, candidate) for found in self.tree.paths):
                return True
        return False


def missing(token, names, beside):
    """What is wrong with one token between backticks, or None."""
    if PATH.fullmatch(token) and token.split("/")[0] in TOP + ["."] or token.startswith(MADE_BY_BUILD):
        return None if names.has_path(token, beside) else "no such path"
    if FILE.fullmatch(token):
        known = token in names.basenames or names.has_path(token, beside) or "*" in token
        return None if known else "no such file"
    if found := re.fullmatch(r"make ([a-z]+)( .*)?", token):
        return None if found[1] in names.verbs else "no such verb"
    if found := re.fullmatch(r"KITH_[A-Z_]+(=.*)?", token):
        return None if token.split("=")[0] in names.words else "no such setting"
    if found := FUNCTION.fullmatch(token):
        return None if found[1] in names.called else "no such function"
    if found := TYPE.fullmatch(token):
        return None if found[1] in names.words else "no such type"
    return None


def token_faults(tree):
    names = Names(tree)
    for path in tree.match("README.md", "docs/*.md"):
        text = FENCE.sub(lambda found: "\n" * found[0].count("\n"), tree.read(path))
        for number, line in enumerate(text.splitlines(), 1):
            for token in re.findall(r"`([^`]+)`", line):
                if wrong := missing(token.strip(), names, path):
                    yield f"{path}:{number}: `{token}`: {wrong}"


def link_faults(tree):
    names = Names(tree)
    for path in tree.match("*.md"):
        for line in FENCE.sub("", tree.read(path)).splitlines():
            for target in re.findall(r"\]\(([^)\s]+)\)|<img[^>]*src=\"([^\"]+)\"", line):
                address = (target[0] or target[1]).split("#")[0]
                if address and not re.match(r"[a-z]+:", address) and not names.has_path(address, path):
                    yield f"{path}: links to {address}, which is not there"


README_SAYS = {
    "how to see it": "make demo",
    "how to check it": "make test",
    "a picture of it": "](docs/screens/",
    "who has not designed it with us yet": "No person who uses services has designed this with us yet",
    "that no benefit is claimed": "We claim no benefit",
    "that it is a practice system": "invented people only",
    "the map of the folders": "`core/`",
}


def readme_faults(tree):
    text = tree.read("README.md")
    for what, words in README_SAYS.items():
        if words not in text:
            yield f"README.md does not say {what}: {words}"


def main():
    findings = Findings("docs")
    tree = Tree()
    findings.case("every path, function, type, verb and setting in the documents exists", token_faults(tree))
    findings.case("every link leads somewhere", link_faults(tree))
    findings.case("README says what it must", readme_faults(tree))
    return findings.close()


if __name__ == "__main__":
    sys.exit(main())
