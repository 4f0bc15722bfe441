"""What a check found: named cases, each with the faults that make it fail.

The last line of every check is `N passed, N failed`, where N counts cases. tools/run_tests.py adds them up.
"""

FAULTS_SHOWN_MAX = 40


class Findings:
    def __init__(self, name):
        self.name = name
        self.cases = []

    def case(self, sentence, faults):
        self.cases.append((sentence, list(faults)))

    def close(self):
        """Prints the failing cases and the count; returns the exit status."""
        failed = 0
        for sentence, faults in self.cases:
            if not faults:
                continue
            failed += 1
            print(f"FAILED {self.name}: {sentence}")
            for fault in faults[:FAULTS_SHOWN_MAX]:
                print(f"  {fault}")
            if len(faults) > FAULTS_SHOWN_MAX:
                print(f"  … and {len(faults) - FAULTS_SHOWN_MAX} more")
        print(f"{len(self.cases) - failed} passed, {failed} failed")
        return 1 if failed else 0
