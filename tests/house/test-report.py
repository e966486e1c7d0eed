"""The closing line of the test run counts every case and hides no failure."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from house import SOURCE, Tap

# What a test program left in Meson's log → (passed, failed, skipped) it counts for.
PROGRAMS = [
    ({"result": "OK", "stdout": "1..2\nok 1 /a\nok 2 - /b\n"}, (2, 0, 0)),
    ({"result": "FAIL", "stdout": "1..2\nok 1 /a\nnot ok 2 /b\n# why\n"}, (1, 1, 0)),
    ({"result": "OK", "stdout": "1..2\nok 1 /a # SKIP no display\nok 2 /b\n"}, (1, 0, 1)),
    ({"result": "ERROR", "stdout": "1..2\nok 1 /a\n"}, (1, 1, 0)),
    ({"result": "ERROR", "stdout": "ok 1 /a\nBail out! crashed\n"}, (1, 1, 0)),
    ({"result": "TIMEOUT", "stdout": ""}, (0, 1, 0)),
    ({"result": "INTERRUPT", "stdout": "ok 1 /a\n"}, (1, 1, 0)),
    ({"result": "SKIP", "stdout": "1..0 # SKIP nothing here\n"}, (0, 0, 1)),
    ({"result": "OK"}, (1, 0, 0)),
    ({"result": "FAIL", "stdout": "# not ok in a remark\n"}, (0, 1, 0)),
]


def report(programs, *options):
    """Status and last line of the report on these programs."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "all.json"
        log.write_text("".join(json.dumps({"name": f"p{number}", "returncode": 0} | program) + "\n"
                               for number, program in enumerate(programs)), encoding="utf-8")
        done = subprocess.run([sys.executable, SOURCE / "tests" / "report.py", *options, log],
                              text=True, stdout=subprocess.PIPE, check=False)
        return done.returncode, done.stdout.splitlines()[-1]


def closing_line(passed, failed, skipped):
    return f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else "")


def unlike(programs, counts, *options):
    expected = (1 if counts[1] else 0, closing_line(*counts))
    found = report(programs, *options)
    return [] if found == expected else [f"{programs} gives {found} and not {expected}"]


def alone():
    for program, (passed, failed, skipped) in PROGRAMS:
        if (passed, failed) == (0, 0):
            failed = 1  # a run in which nothing was tested proves nothing
        yield from unlike([program], (passed, failed, skipped))


tap = Tap()
tap.case("each kind of test program is counted", alone())
tap.case("programs add up", unlike([program for program, _ in PROGRAMS],
                                   [sum(counts) for counts in zip(*(c for _, c in PROGRAMS))]))
tap.case("a failed build is a failure", unlike([PROGRAMS[0][0]], (2, 1, 0), "--failed", "build"))
tap.case("no test at all is a failure", unlike([], (0, 1, 0)))
tap.close()
