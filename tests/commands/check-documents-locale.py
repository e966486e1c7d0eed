#!/usr/bin/env python3
"""A document is in its own language, whatever the computer that makes it speaks.

usage: check-documents-locale.py TRIO FILE…

The same file gives the same bytes in every locale that can be made here: with a comma in
numbers, with Danish, Turkish or no letters, and with the program in another language.
"""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "house"))
from house import Tap  # noqa: E402

TRIO, FILES = sys.argv[1], [Path(path) for path in sys.argv[2:]]
LOCALES = ("en_US", "en_GB", "da_DK", "de_DE", "tr_TR")
FORMATS = ("docx", "odt", "pdf", "html", "md", "txt", "csv")
TYPES = ("dialogue", "case", "status", "poster")
DATE = "2025-11-20"
# How a document in this language says its date and four of something.
SAYS = {"da": ("20. november 2025", "fire"), "en": ("20 November 2025", "four")}


def make_locales(folder):
    """The locales of glibc that are here as sources, made in a folder for this test."""
    made = []
    if shutil.which("localedef"):
        for name in LOCALES:
            subprocess.run(["localedef", "--no-archive", "-i", name, "-f", "UTF-8",
                            folder / f"{name}.UTF-8"], capture_output=True, check=False)
            if (folder / f"{name}.UTF-8").is_dir():
                made.append(f"{name}.UTF-8")
    return made


def run(wish, *arguments):
    env = {name: value for name, value in os.environ.items()
           if name not in ("LANG", "LANGUAGE") and not name.startswith("LC_")}
    done = subprocess.run([TRIO, *map(str, arguments)], env={**env, **wish}, capture_output=True,
                          check=False)
    assert done.returncode == 0, (wish, arguments, done.stderr.decode())
    return done.stdout


def make_all(wish, folder):
    """Every format of the note, and the other types as text, of each file: name → bytes."""
    made = {}
    for path in FILES:
        jobs = [("notat", each) for each in FORMATS] + [(each, "txt") for each in TYPES]
        for kind, form in jobs:
            output = folder / f"{path.stem}-{kind}.{form}"
            run(wish, "export", path, "-o", output, "--type", kind, "--date", DATE)
            made[output.name] = output.read_bytes()
            output.unlink()
        made[f"{path.stem} list"] = run({**wish, "LANGUAGE": "en"}, "list", path, "--json")
    return made


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["LOCPATH"] = str(folder)
        wishes = [{"LC_ALL": each} for each in ("C", "C.UTF-8", *make_locales(folder))]
        wishes += [{"LC_ALL": "C.UTF-8", "LANGUAGE": each} for each in ("da", "en")]
        expected = make_all(wishes[0], folder)
        for lang, words in SAYS.items():
            text = next(each.decode().replace("\u00a0", " ") for made, each in expected.items()
                        if made.endswith(f"{lang}-notat.txt"))
            tap.case(f"{lang}: dates and numbers in words",
                     [word for word in words if word not in text])
        for wish in wishes[1:]:
            made = make_all(wish, folder)
            tap.case(f"{wish}: the same bytes",
                     [each for each in expected if made[each] != expected[each]])
    tap.close()


if __name__ == "__main__":
    main()
