#!/usr/bin/env python3
"""Checks the hazard log of docs/clinical-safety: the sums, the links, and whether a release is blocked.

hazards.csv has DCB0129's columns; controls.csv has what Kith does against each hazard, with the names of
tests between semicolons, or "not yet". `--release` fails while any residual risk is 4 or 5.
"""
import csv
import io
import sys

from check_requirements import Tests
from findings import Findings
from tree import Tree

FOLDER = "docs/clinical-safety"
HAZARDS = f"{FOLDER}/hazards.csv"
CONTROLS = f"{FOLDER}/controls.csv"
PURPOSE = f"{FOLDER}/README.md"
PURPOSE_SAYS = ["## Intended purpose", "## What Kith is not", "Not an emergency line", "Not the legal record",
                "Not a triage", "Not for anybody under 16", "## The hazard log", "## What is missing"]
HAZARD_COLUMNS = ["id", "hazard", "effect", "causes", "existing_controls", "severity", "likelihood", "risk",
                  "residual_severity", "residual_likelihood", "residual_risk", "owner", "state"]
CONTROL_COLUMNS = ["hazard", "kind", "control", "evidence"]
SEVERITIES = ["minor", "significant", "considerable", "major", "catastrophic"]
RISKS = {"very high": [3, 4, 4, 5, 5], "high": [2, 3, 3, 4, 5], "medium": [2, 2, 3, 3, 4],
         "low": [1, 2, 2, 3, 4], "very low": [1, 1, 2, 2, 3]}
KINDS = {"design", "process", "training"}
STATES = {"open", "transferred", "closed"}
NOBODY = "not named yet"
ACCEPTABLE_RISK_MAX = 3


def read_table(text, columns, path):
    """The rows, and what is wrong with the table itself."""
    reader = csv.DictReader(io.StringIO(text))
    if reader.fieldnames != columns:
        return [], [f"{path}: its columns are not {', '.join(columns)}"]
    rows = list(reader)
    faults = [f"{path}:{number}: an empty or a surplus cell" for number, row in enumerate(rows, 2)
              if None in row or not all(str(cell or "").strip() for cell in row.values())]
    return rows, faults


def risk_of(severity, likelihood):
    if severity not in SEVERITIES or likelihood not in RISKS:
        return None
    return RISKS[likelihood][SEVERITIES.index(severity)]


def hazard_faults(hazards):
    seen = set()
    for row in hazards:
        name = row["id"]
        if name in seen:
            yield f"{name} is there twice"
        seen.add(name)
        for which in ("", "residual_"):
            risk = risk_of(row[f"{which}severity"], row[f"{which}likelihood"])
            if str(risk) != row[f"{which}risk"]:
                yield f"{name}: {which}risk is {row[f'{which}risk']}, and the table says {risk}"
        if row["residual_risk"] > row["risk"]:
            yield f"{name}: what is left is more than there was"
        if row["state"] not in STATES:
            yield f"{name}: state is one of {', '.join(sorted(STATES))}"
        if row["state"] == "closed" and row["owner"] == NOBODY:
            yield f"{name}: is closed, and nobody owns it"


def control_faults(hazards, controls, tests):
    known = {row["id"] for row in hazards}
    for row in controls:
        name = f"{row['hazard']}, \"{row['control']}\""
        if row["hazard"] not in known:
            yield f"{name}: there is no such hazard"
        if row["kind"] not in KINDS:
            yield f"{name}: kind is one of {', '.join(sorted(KINDS))}"
        for test in evidence_of(row):
            if not tests.has(test):
                yield f"{name}: is shown by `{test}`, which is not a test"


def evidence_of(row):
    return [] if row["evidence"] == "not yet" else [test.strip() for test in row["evidence"].split(";")]


def unearned_faults(hazards, controls):
    for row in hazards:
        against = [control for control in controls if control["hazard"] == row["id"]]
        if not against:
            yield f"{row['id']}: nothing stands against it"
        elif row["residual_risk"] < row["risk"] and not any(map(evidence_of, against)):
            yield f"{row['id']}: is called smaller, and no control has been tested"


def purpose_faults(text):
    yield from (f"{PURPOSE}: does not say \"{words}\"" for words in PURPOSE_SAYS if words not in text)


def blocking(hazards):
    return [row for row in hazards if int(row["residual_risk"]) > ACCEPTABLE_RISK_MAX]


def main(arguments):
    findings = Findings("safety")
    tree = Tree()
    read = tree.read if HAZARDS in tree.paths and CONTROLS in tree.paths else lambda path: ""
    hazards, faults = read_table(read(HAZARDS), HAZARD_COLUMNS, HAZARDS)
    controls, more = read_table(read(CONTROLS), CONTROL_COLUMNS, CONTROLS)
    findings.case("what Kith is for, and what it is not, is written down",
                  purpose_faults(tree.read(PURPOSE) if PURPOSE in tree.paths else ""))
    findings.case("both tables can be read", faults + more)
    findings.case("every hazard has its risk, a residual not above it, and a state", hazard_faults(hazards))
    findings.case("every control names its hazard and a test that exists, or \"not yet\"",
                  control_faults(hazards, controls, Tests(tree)))
    findings.case("no risk is called smaller without a control that was tested", unearned_faults(hazards, controls))
    waiting = sum(not evidence_of(row) for row in controls)
    print(f"safety: {len(hazards)} hazards, {len(controls)} controls, {waiting} not yet")
    blocked = [f"{row['id']}: {row['hazard']} (residual risk {row['residual_risk']})" for row in blocking(hazards)]
    if blocked:
        print(f"safety: a release is blocked by {', '.join(row['id'] for row in blocking(hazards))}")
    if "--release" in arguments:
        findings.case("no residual risk is 4 or 5", blocked)
    return findings.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
