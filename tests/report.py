#!/usr/bin/env python3
"""Adds up the test cases in Meson's JSON logs and closes with one line.

report.py [--failed WHAT]… LOG…     names every failed case, then "N passed, N failed"
report.py --figures LOG…            prints the JSON lines that benchmarks wrote
"""
import argparse
import json
import re
import sys
from pathlib import Path

CASE = re.compile(r"^(not )?ok\b\s*\d*\s*(?:- )?([^#]*)(?:#\s*(\w+))?", re.IGNORECASE)


class Count:
    def __init__(self):
        self.passed = 0
        self.skipped = 0
        self.failed = []


def read_log(path):
    with open(path, encoding="utf-8", errors="replace") as log:
        return [json.loads(line) for line in log if line.strip()]


def count_test(test, label, count):
    """Counts the cases of one test program; one that ended badly has at least one failure."""
    failed_before = len(count.failed)
    cases = 0
    for line in (test.get("stdout") or "").splitlines():
        match = CASE.match(line)
        if not match:
            continue
        cases += 1
        bad, name, directive = match.groups()
        if (directive or "").upper() == "SKIP":
            count.skipped += 1
        elif bad:
            count.failed.append(f"{label}: {name.strip()}")
        else:
            count.passed += 1

    result = test["result"]
    if result == "SKIP" and cases == 0:
        count.skipped += 1
    elif result not in ("OK", "SKIP", "EXPECTEDFAIL") and len(count.failed) == failed_before:
        count.failed.append(f"{label}: ended with {result} (exit status {test.get('returncode')})")
    elif result == "OK" and cases == 0:
        count.passed += 1  # a plain program whose exit status is its verdict


def print_figures(logs):
    for path in logs:
        for test in read_log(path):
            for line in (test.get("stdout") or "").splitlines():
                if line.startswith("{"):
                    print(line)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failed", action="append", default=[], metavar="WHAT")
    parser.add_argument("--figures", action="store_true")
    parser.add_argument("logs", nargs="*", type=Path)
    options = parser.parse_args()

    if options.figures:
        print_figures(options.logs)
        return 0

    count = Count()
    count.failed.extend(options.failed)
    for path in options.logs:
        for test in read_log(path):
            name = test["name"].split(":", 1)[-1]
            label = f"{path.stem}: {name}"
            count_test(test, label, count)
    if count.passed == 0 and not count.failed:
        count.failed.append("no test was run")

    if count.failed:
        print("Failed:")
        for name in count.failed:
            print(f"  {name}")
    skipped = f", {count.skipped} skipped" if count.skipped else ""
    print(f"{count.passed} passed, {len(count.failed)} failed{skipped}", flush=True)
    return 1 if count.failed else 0


if __name__ == "__main__":
    sys.exit(main())
