"""What the house tests share: the files of the project and a TAP printer."""
import os
import re
import subprocess
import sys
from pathlib import Path

SOURCE = Path(os.environ.get("TRIO_SOURCE_DIR", Path(__file__).resolve().parents[2]))
BUILD = Path(os.environ.get("TRIO_BUILD_DIR", SOURCE / "_build"))

# Each layer may use only what stands left of it; the last two do not know each other.
CORE_LAYERS = ["base", "model", "store", "text", "clustering", "document", "exchange", "capture", "canvas"]
PROGRAMS = ["cli", "app"]


def project_files(*patterns, below=("src", "tests", "ui", "data", "po")):
    """The project's own files, sorted; build folders and git's own are elsewhere."""
    found = set()
    for folder in below:
        for pattern in patterns:
            found.update(path for path in (SOURCE / folder).rglob(pattern) if path.is_file())
    return sorted(found)


def relative(path):
    return str(path.relative_to(SOURCE))


def without_comments(text):
    """C text with comments blanked out; line numbers stay."""
    blank = lambda match: re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r"/\*.*?\*/", blank, text, flags=re.DOTALL)


def output_of(*command, **options):
    """Standard output and error of a command that may fail, as text."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False, **options)
    return done.returncode, done.stdout


class Tap:
    """Prints one case per rule with what breaks it."""

    def __init__(self):
        self.number = 0
        self.bad = 0

    def case(self, name, findings):
        self.number += 1
        findings = list(findings)
        for finding in findings:
            print(f"# {finding}", file=sys.stderr)
        if findings:
            self.bad += 1
            print(f"not ok {self.number} {name}")
        else:
            print(f"ok {self.number} {name}")
        sys.stdout.flush()

    def skip(self, name, reason):
        self.number += 1
        print(f"ok {self.number} {name} # SKIP {reason}")

    def close(self):
        print(f"1..{self.number}")
        sys.exit(1 if self.bad else 0)
