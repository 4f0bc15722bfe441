"""What an installation can say: the keys that are reached from its pages and rules when some wings are off.

Read from the sources themselves: the table of wings in app/installation/wings.hpp, the wing of each page in
web/src/rules/wings.ts, and what the pages that are left import, one from another.
"""
import posixpath
import re

from check_rules import RULE, strings_of

TABLE = "app/installation/wings.hpp"
PAGES = "web/src/rules/wings.ts"
ROUTES = "web/src/app/routes.ts"
FIRST = "web/src/main.tsx"
FOLDERS = {"matters": ("core/matters/",),
           "plan": ("core/plan/", "core/paper/one_page", "core/paper/plan_page")}
ROW = re.compile(r"\{Wing::(\w+), (true|false), (true|false), (true|false)\}")
PAGE = re.compile(r'^  "?([\w-]+)"?: (null|"(\w+)"),$', re.M)
LOADED = re.compile(r'"?([\w-]+)"?: \(\) => import\("([^"]+)"\)')
IMPORTED = re.compile(r'(?:from|import) ?\(?"(\.[^"]+)"')
ENDS = ("", ".ts", ".tsx")


def wings_off(tree):
    """Purpose → the wings it does without."""
    if TABLE not in tree.paths:
        return {}
    rows = ROW.findall(tree.read(TABLE))
    return {purpose: {row[0] for row in rows if row[n + 1] == "false"}
            for n, purpose in enumerate(("charity", "team", "trust"))}


def pages_off(tree, off):
    """The files of pages that are not shown."""
    text = tree.read(PAGES)
    wing_of = {page: wing for page, _, wing in PAGE.findall(text[:text.index("wing_of_part")])}
    return {file_of(tree, ROUTES, path) for page, path in LOADED.findall(tree.read(ROUTES))
            if wing_of.get(page) in off}


def file_of(tree, importer, path):
    place = posixpath.normpath(posixpath.join(posixpath.dirname(importer), path))
    return next((place + end for end in ENDS if place + end in tree.paths), None)


def pages_reached(tree, off):
    left, reached = [FIRST], set(pages_off(tree, off))
    not_shown = set(reached)
    while left:
        path = left.pop()
        if path in reached or path is None:
            continue
        reached.add(path)
        left += [file_of(tree, path, to) for to in IMPORTED.findall(tree.read(path))]
    return reached - not_shown


def said_in(tree, catalogue, off):
    """The keys that pages and rules can say when these wings are off."""
    tests = set(tree.tests())
    folders = tuple(folder for wing in off for folder in FOLDERS.get(wing, ()))
    rules = [path for path in tree.match("*.cpp", "*.hpp") if path not in tests and not path.startswith(folders)]
    literals = set()
    for path in [*rules, *(path for path in pages_reached(tree, off) if path.endswith((".ts", ".tsx")))]:
        text = tree.read(path)
        literals |= {f"refusal.{rule}" for rule in re.findall(rf'\brefuse\(\s*"({RULE})"', text)}
        literals |= {literal.split("${")[0] for literal in strings_of(text)}
    plain = [key for key in catalogue if "@" not in key]
    subjects = {literal for literal in literals if literal.endswith(".") and literal.count(".") >= 1}
    return {key for key in plain if key in literals or any(
        key.startswith(subject) for subject in subjects if re.fullmatch(r"([a-z][a-z0-9_]*\.)+", subject))}
