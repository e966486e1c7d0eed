#!/usr/bin/env python3
"""Runs `trio` in locales that know no Danish letters, or that are not installed.

usage: check-locale.py TRIO
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "house"))
from house import Tap  # noqa: E402

TRIO = sys.argv[1]
TITLE = "Ørsted på øen – “æblet”"
ENGLISH, DANISH = "Commands:", "Kommandoer:"

# Environment, and the language in which the program then speaks. Nobody installs da_GL.
CASES = [
    ({"LC_ALL": "C"}, ENGLISH),
    ({"LANG": "POSIX"}, ENGLISH),
    ({"LC_ALL": "C", "LANGUAGE": "da"}, DANISH),
    ({"LC_ALL": "C.UTF-8", "LANGUAGE": "da"}, DANISH),
    ({"LANG": "da_GL.UTF-8"}, DANISH),
    ({"LC_ALL": "da_GL.UTF-8", "LANGUAGE": "en"}, ENGLISH),
]


def run(wish, *args):
    env = {name: value for name, value in os.environ.items()
           if name not in ("LANG", "LANGUAGE") and not name.startswith("LC_")}
    done = subprocess.run([TRIO, *args], env={**env, **wish}, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        for number, (wish, language) in enumerate(CASES):
            name = " ".join(f"{key}={value}" for key, value in wish.items())
            path = f"{folder}/åben-{number}.trio"
            status, _, message = run(wish, "new", path, "--title", TITLE)
            tap.case(f"{name}: letters are taken", [] if status == 0 else [message])
            title = json.loads(run(wish, "info", path, "--json")[1])["workshop"]["title"]
            tap.case(f"{name}: letters are kept", [] if title == TITLE else [title])
            said = run(wish, "--help")[1]
            tap.case(f"{name}: {language}", [] if language in said else [said])
    tap.close()


if __name__ == "__main__":
    main()
