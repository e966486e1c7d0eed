#!/usr/bin/python3
"""The training script makes word files that the program can read, the same each time.

usage: test-train.py TRAIN LIST-STEMS SOURCE; trains on the messages of the program and their
translations, which is little, but enough to go through every step.
"""
import importlib.util
import re
import subprocess
import sys
import tempfile
from pathlib import Path

train, list_stems, source = sys.argv[1:4]
DIMENSIONS = "8"
PAIRS = ("station", "station"), ("input", "input"), ("file", "fil"), ("workshop", "arrangement"), \
    ("theme", "tema"), ("document", "dokument"), ("template", "skabelon"), ("text", "tekst"), \
    ("name", "navn"), ("number", "nummer"), ("round", "runde"), ("team", "hold"), \
    ("page", "side"), ("read", "læses"), ("cluster", "klynge"), ("place", "sted")

if any(importlib.util.find_spec(module) is None for module in ("sklearn", "scipy")):
    print("1..0 # SKIP python3-sklearn is not installed")
    sys.exit()


def messages(folder):
    """The two languages of the translation as plain text."""
    entries = (Path(source) / "po" / "da.po").read_text(encoding="utf-8").split("\n\n")
    for name, key in (("da", "msgstr"), ("en", "msgid")):
        lines = [" ".join(re.findall(r'"(.*)"', part))
                 for entry in entries[1:]
                 for part in re.findall(rf'^{key}(?:\[\d\])? (?:".*"\n?)+', entry, re.M)]
        (folder / f"{name}.txt").write_text("\n".join(lines * 3) + "\n", encoding="utf-8")
    (folder / "pairs.tsv").write_text("".join(f"{e}\t{d}\t1\n" for e, d in PAIRS),
                                      encoding="utf-8")


def run(folder, out, *options):
    done = subprocess.run([sys.executable, train, str(folder / out), "--stems", list_stems,
                           "--dimensions", DIMENSIONS, *options],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    print("\n".join(f"# {line}" for line in done.stdout.splitlines()))
    return done.returncode == 0


def readable(path):
    done = subprocess.run([list_stems, "--check", str(path)], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)
    print("#", done.stdout.strip())
    return done.returncode == 0 and done.stdout.split()[1:] == [DIMENSIONS]


def case(number, name, good):
    print(f"{'ok' if good else 'not ok'} {number} {name}", flush=True)


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    messages(folder)
    danish, english = f"{folder}/da.txt", f"{folder}/en.txt"
    print("1..4")
    case(1, "one language", run(folder, "one", "--da", danish)
         and readable(folder / "one" / "da.snv"))
    both = ["--da", danish + "=0.5", "--en", english, "--pairs", f"{folder}/pairs.tsv"]
    case(2, "two languages brought together", run(folder, "two", *both)
         and readable(folder / "two" / "da.snv") and readable(folder / "two" / "en.snv"))
    case(3, "the same again", run(folder, "again", *both)
         and all((folder / "two" / file).read_bytes() == (folder / "again" / file).read_bytes()
                 for file in ("da.snv", "en.snv")))
    (folder / "empty.txt").write_text("og\n", encoding="utf-8")
    case(4, "too little text is refused", not run(folder, "none", "--da", f"{folder}/empty.txt"))
