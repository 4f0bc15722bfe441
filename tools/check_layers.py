#!/usr/bin/env python3
"""Checks that the house stands as docs/architecture.md says: who includes whom, one target per folder, sizes.

    tools/check_layers.py                        every include, target, size and name
    tools/check_layers.py --symbols LIBRARY      that the core asks the system for nothing (after a build)
"""
import pathlib
import re
import subprocess
import sys

from findings import Findings
from tree import CODE, Tree

LINES_MAX = 400
COLUMNS_MAX = 110
LITERAL_COLUMNS_MAX = 170  # of a line that holds a literal: a sentence or a drawing is not cut
LONG_BECAUSE = "long because"  # the words of a first comment that give the reason for a long file
HOMELESS = re.compile(r"^(utils?|common|helpers?|managers?|misc)$")
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:<([^>]+)>|"([^"]+)")', re.M)

PURE = set("""
algorithm any array bit bitset cassert charconv chrono climits compare concepts cstddef cstdint cstdlib
cstring deque functional initializer_list iterator limits list map memory new numbers numeric optional queue
ranges set span source_location stack string string_view tuple type_traits typeindex typeinfo utility
variant vector version
""".split())
STD = PURE | set("""
atomic barrier cctype cerrno cfenv cinttypes cmath condition_variable coroutine csignal cstdio ctime cwchar
exception execution filesystem forward_list fstream future iomanip ios iosfwd iostream istream latch locale
memory_resource mutex ostream random ratio regex scoped_allocator semaphore shared_mutex sstream stdexcept
stop_token streambuf system_error thread unordered_map unordered_set valarray
""".split())
LIBRARIES = {
    "nlohmann": re.compile(r"nlohmann/"),
    "boost": re.compile(r"boost/"),
    "openssl": re.compile(r"openssl/"),
    "sodium": re.compile(r"sodium\.h$"),
    "sqlite": re.compile(r"sqlite3\.h$"),
    "gtest": re.compile(r"(gtest|gmock)/"),
    "benchmark": re.compile(r"benchmark/"),
    "generated": re.compile(r"[a-z_]+\.hpp$"),
    "posix": re.compile(r"((sys|linux|arpa|netinet)/)?(?!sqlite3|sodium)[a-z_]+\.h$"),
}

# What a pure library may not ask for. The names are those that nm prints, demangled.
IMPURE_SYMBOL = re.compile(r"""^(
    open(at|64)? | f?open(64)? | f?read | f?write | close | stat | unlink
  | socket | connect | send | recv | bind
  | time | clock(_gettime)? | gettimeofday | localtime(_r)? | gmtime(_r)? | mktime
  | nanosleep | sleep | usleep
  | s?rand(om)?(_r)? | getrandom | getentropy | arc4random.* | getenv | secure_getenv | setlocale | uselocale
  | system | fork | exec[lv]p?e? | pthread_create | f?printf | puts | putchar
  | std::chrono::.*::now\(\).* | std::random_device.* | std::(basic_)?[io]?f(stream|ilebuf).*
  | std::(cin|cout|cerr|clog) | std::locale.* | std::thread.* | std::filesystem.*
  | __cxa_throw | __cxa_allocate_exception
)$""", re.X)


class Row:
    """One line of tools/layers.txt: a folder, what it may include, what its tests may include as well."""

    def __init__(self, line):
        self.folder, may, tests_too = (cell.strip() for cell in line.split("|"))
        self.may, self.tests_too = may.split(), tests_too.split()
        self.pattern = folder_pattern(self.folder)


def folder_pattern(folder):
    """Fits the paths below a folder; `*` is one folder's name."""
    return re.compile(re.escape(folder).replace(r"\*", "[^/]+") + "(?=/)")


def read_table(text):
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return [Row(line) for line in lines if line]


def row_of(path, rows):
    return next((row for row in rows if row.pattern.match(path)), None)


def allows(word, header):
    """Whether a word of the table lets a header in."""
    if word in ("all", header):
        return True
    if word in ("pure", "std"):
        return header in (PURE if word == "pure" else STD)
    if word in LIBRARIES:
        return LIBRARIES[word].match(header) is not None
    return folder_pattern(word).match(header) is not None


def include_faults(tree, rows):
    for path in tree.match("*.cpp", "*.hpp"):
        row = row_of(path, rows)
        if row is None:
            yield f"{path}: its folder is not in tools/layers.txt"
            continue
        words = [row.pattern.match(path)[0], *row.may, *(row.tests_too if is_test(path) else [])]
        for angled, quoted in INCLUDE.findall(tree.read(path)):
            header = angled or quoted
            if not any(allows(word, header) for word in words):
                yield f"{path}: {row.folder} may not include {header}"


def is_test(path):
    return path.endswith(("_test.cpp", "_test.hpp"))


def target_faults(tree, rows):
    """Each folder of the table that holds code declares exactly one library or program."""
    homes = {row.pattern.match(path)[0]: row
             for path in tree.match("*.cpp", "*.hpp") if (row := row_of(path, rows))}
    for home, row in sorted(homes.items()):
        if home in ("fuzz", "bench", "wasm"):  # many programs; a project of its own
            continue
        listing = f"{home}/CMakeLists.txt"
        text = tree.read(listing) if listing in tree.paths else ""
        declared = set(re.findall(r"kith_library\((\w+)", text) or re.findall(r"add_executable\((\w+)", text))
        if len(declared) != 1:
            yield f"{listing}: declares {len(declared)} targets, and should declare one"
        elif "pure" in row.may and not re.search(r"kith_library\(\w+ PURE", text):
            yield f"{listing}: is a pure folder and not declared PURE"


def first_comment(text):
    found = re.match(r'\s*(?:#!.*\n)?\s*((?:\s*(?://|#).*\n)+|/\*.*?\*/|""".*?""")', text, re.S)
    return found[1] if found else ""


def size_faults(tree):
    for path in tree.code():
        text = tree.read(path)
        lines = text.splitlines()
        if len(lines) > LINES_MAX and LONG_BECAUSE not in first_comment(text).lower():
            yield f"{path}: {len(lines)} lines; split it, or say \"{LONG_BECAUSE} …\" in its first comment"
        for number, line in enumerate(lines, 1):
            most = LITERAL_COLUMNS_MAX if re.search(r"[\"`]", line) else COLUMNS_MAX
            if len(line) > most:
                yield f"{path}:{number}: {len(line)} columns"


def name_faults(tree):
    for path in tree.paths:
        for part in pathlib.PurePosixPath(path).parts:
            if HOMELESS.match(part.split(".")[0]):
                yield f"{path}: \"{part}\" says nothing about what it holds"
    for path in tree.match("*.cpp", "*.hpp"):
        if re.search(r"[A-Z-]", path):
            yield f"{path}: C++ files are written in snake_case"
    for path in tree.match("web/src/*.ts", "web/src/*.tsx", "web/src/*.css"):
        if re.search(r"[A-Z_]", path):
            yield f"{path}: web files are written in kebab-case"


def machine_faults(tree):
    """The repository speaks of no machine: no home folder, no package mirror."""
    # The pieces are apart so that this file does not find itself.
    machine = re.compile("/(?:" + "root|home|work)/" + "|registry" + r"\.npm|" + '"resol' + 'ved":')
    for path in tree.paths:
        if path.endswith(CODE + (".json", ".md", ".txt", ".html")):
            for number, line in enumerate(tree.read(path).splitlines(), 1):
                if machine.search(line):
                    yield f"{path}:{number}: names a machine or a registry: {line.strip()[:60]}"


def symbol_faults(listing):
    """Undefined symbols, as `nm -uC` prints them, that a pure library may not have."""
    for line in listing.splitlines():
        kind, _, symbol = line.strip().partition(" ")
        name = symbol.split("(")[0] if "::now" not in symbol else symbol
        if kind in ("U", "w") and IMPURE_SYMBOL.match(name.split("@")[0]):
            yield symbol


def main(arguments):
    findings = Findings("layers")
    if arguments[:1] == ["--symbols"]:
        nm = subprocess.run(["nm", "-uC", arguments[1]], check=True, capture_output=True, text=True)
        findings.case("the core asks the system for nothing", sorted(set(symbol_faults(nm.stdout))))
        return findings.close()
    tree = Tree()
    rows = read_table(tree.read("tools/layers.txt"))
    findings.case("every include is allowed by tools/layers.txt", include_faults(tree, rows))
    findings.case("every folder is one target", target_faults(tree, rows))
    findings.case(f"files have at most {LINES_MAX} lines of {COLUMNS_MAX} columns", size_faults(tree))
    findings.case("every file has a name that says what it holds", name_faults(tree))
    findings.case("no file names a machine or a registry", machine_faults(tree))
    return findings.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
