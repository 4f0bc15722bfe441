"""The safety check finds wrong sums, links to no test, risks made small by words, and what blocks a release."""
import unittest

from check_requirements import Tests
from check_safety import (HAZARD_COLUMNS, SEVERITIES, blocking, control_faults, hazard_faults, purpose_faults,
                          read_table, risk_of, unearned_faults)
from tree import Tree


def hazard(**given):
    row = {"id": "H-01", "hazard": "h", "effect": "e", "causes": "c", "existing_controls": "x",
           "severity": "major", "likelihood": "medium", "risk": "3",
           "residual_severity": "major", "residual_likelihood": "very low", "residual_risk": "2",
           "owner": "not named yet", "state": "open"}
    return {**row, **given}


def control(**given):
    return {"hazard": "H-01", "kind": "design", "control": "c", "evidence": "Suite.name", **given}


TESTS = Tests(Tree({"core/a_test.cpp": "TEST(Suite, name) {}"}))


class Hazards(unittest.TestCase):
    def test_the_matrix_never_falls_when_harm_or_likelihood_grows(self):
        likelihoods = ["very low", "low", "medium", "high", "very high"]
        for severity in SEVERITIES:
            risks = [risk_of(severity, likelihood) for likelihood in likelihoods]
            self.assertEqual(sorted(risks), risks)
        for likelihood in likelihoods:
            risks = [risk_of(severity, likelihood) for severity in SEVERITIES]
            self.assertEqual(sorted(risks), risks)
        self.assertIsNone(risk_of("awful", "low"))

    def test_a_wrong_sum_a_strange_word_and_a_hazard_twice_are_found(self):
        for rows in ([hazard(risk="2")], [hazard(severity="awful")], [hazard(), hazard()], [hazard(state="gone")],
                     [hazard(likelihood="very low", risk="2", residual_likelihood="medium", residual_risk="3")],
                     [hazard(state="closed")]):
            with self.subTest(rows):
                self.assertEqual(1, len(list(hazard_faults(rows))))
        self.assertEqual([], list(hazard_faults([hazard(), hazard(id="H-02", state="closed", owner="Dr Hughes")])))

    def test_a_table_of_other_columns_or_with_an_empty_cell_is_found(self):
        header = ",".join(HAZARD_COLUMNS)
        self.assertEqual(1, len(read_table("id,hazard\n", HAZARD_COLUMNS, "p")[1]))
        self.assertEqual(1, len(read_table(header + "\n" + "x," * 11 + ",x\n", HAZARD_COLUMNS, "p")[1]))
        self.assertEqual([], read_table(header + "\n" + "x," * 12 + "x\n", HAZARD_COLUMNS, "p")[1])


class Purpose(unittest.TestCase):
    def test_a_page_that_stops_saying_what_kith_is_not_is_found(self):
        text = Tree().read("docs/clinical-safety/README.md")
        self.assertEqual([], list(purpose_faults(text)))
        self.assertEqual(1, len(list(purpose_faults(text.replace("Not a triage", "A triage")))))


class Controls(unittest.TestCase):
    def test_a_control_of_no_hazard_of_no_kind_or_without_its_test_is_found(self):
        for row in (control(hazard="H-09"), control(kind="hope"), control(evidence="Suite.other"),
                    control(evidence="Suite.name; Suite.other")):
            with self.subTest(row):
                self.assertEqual(1, len(list(control_faults([hazard()], [row], TESTS))))
        for row in (control(), control(evidence="not yet")):
            self.assertEqual([], list(control_faults([hazard()], [row], TESTS)))

    def test_a_risk_made_smaller_by_what_nobody_tested_is_found(self):
        self.assertEqual(1, len(list(unearned_faults([hazard()], []))))
        self.assertEqual(1, len(list(unearned_faults([hazard()], [control(evidence="not yet")]))))
        self.assertEqual([], list(unearned_faults([hazard()], [control(), control(evidence="not yet")])))

    def test_a_residual_risk_of_4_or_5_blocks_a_release(self):
        self.assertEqual([], blocking([hazard(residual_risk="3")]))
        self.assertEqual(2, len(blocking([hazard(residual_risk="4"), hazard(residual_risk="5")])))


if __name__ == "__main__":
    unittest.main()
