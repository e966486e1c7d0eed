#!/usr/bin/python3
"""The checks before an export, through the real program: what stops, what is told, what is left.

No line that the program prints, and no byte of the file, its journal or its backups after
masking, may repeat the personal data. Speaks TAP.
"""

import json
import os
import subprocess
import sys
import tempfile

TRIO = sys.argv[1]
CPR = "070761-4285"
OTHER = "010190-1234"
NAME = "Mette Jensen"
PHONE = "20 30 40 50"


class Case:
    """A workshop with personal data in it, in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.path = os.path.join(folder, "dag.trio")
        self.out = os.path.join(folder, "notat.txt")
        self.env = dict(os.environ, XDG_DATA_HOME=os.path.join(folder, "data"), LC_ALL="C.UTF-8", LANGUAGE="")
        self.printed = ""
        self.must("new", self.path, "--from", "fremtidens-arbejdsfaellesskaber", "--title", "Dagen")
        self.must("set", self.path, "start=2022-11-01")
        self.notes = self.must("add", self.path, "--station", "1", f"Borger {CPR} ringede", f"Om {OTHER}",
                               f"Spørg {NAME}, {PHONE}", "Mere ro").split()
        self.printed = ""

    def run(self, *arguments):
        result = subprocess.run([TRIO, *arguments], env=self.env, capture_output=True, text=True, check=False)
        self.printed += result.stdout + result.stderr
        return result

    def must(self, *arguments):
        result = self.run(*arguments)
        assert result.returncode == 0, f"trio {arguments[0]}: {result.stderr}"
        return result.stdout

    def refused(self, *arguments):
        result = self.run(*arguments)
        assert result.returncode == 1, f"trio {arguments[0]} ended with {result.returncode}"
        return result.stderr

    def findings(self, kind):
        report = json.loads(self.run("check", self.path, "--json").stdout)
        return [finding for finding in report["findings"] if finding["kind"] == kind]

    def assert_silent(self):
        for data in (CPR, CPR.replace("-", ""), OTHER, NAME, "Mette", PHONE):
            assert data not in self.printed, "the program repeats personal data"

    def files(self):
        for folder, _, names in os.walk(self.folder):
            for name in names:
                yield os.path.join(folder, name)

    def export(self, *arguments):
        return ("export", self.path, "-o", self.out, "--date", "2022-11-02", *arguments)


def stops(case):
    """An export stops, says where, and writes nothing."""
    told = case.refused(*case.export())
    assert "Station 1, input 1" in told and "Station 1, input 2" in told
    assert "Checked before export: 2 that stop it" in told
    assert not os.path.exists(case.out)
    assert case.run("check", case.path).returncode == 1
    assert case.run("check", case.path, "--fail-on=never").returncode == 0
    assert case.run("check", case.path, "--fail-on=much").returncode == 2
    case.assert_silent()


def justified(case):
    """Reasons in writing let an export through, are remembered, and go with undo."""
    ids = [finding["id"] for finding in case.findings("cpr")]
    assert len(ids) == 2
    case.refused(*case.export("--justify", f"{ids[0]}="))
    case.refused(*case.export("--justify", f"{ids[0]}=Det er {CPR}"))
    case.refused(*case.export("--justify", "abc=Opdigtet"))
    case.refused(*case.export("--justify", f"{ids[0]}=Opdigtet"))
    case.must(*case.export("--justify", f"{ids[1]}=Opdigtet"))
    assert os.path.exists(case.out)
    case.must(*case.export())
    assert all(finding["justified"] for finding in case.findings("cpr"))
    case.must("undo", case.path)
    case.refused(*case.export())
    case.assert_silent()


def withheld(case):
    """What is withheld leaves no document and stops none."""
    case.must("withhold", case.path, case.notes[0], "--reason", "Personhenførbart")
    case.must("withhold", case.path, case.findings("cpr")[0]["id"], "--reason", "Personhenførbart")
    case.must(*case.export())
    with open(case.out, encoding="utf-8") as document:
        text = document.read()
    assert CPR not in text and OTHER not in text and "Mere ro" in text
    assert case.run("withhold", case.path, case.notes[3]).returncode == 2
    case.assert_silent()


def masked(case):
    """Masking leaves no byte of it in the file, its history and its backups."""
    name = case.findings("name")[0]["id"]
    case.must("mask", case.path, name, "--all-cpr")
    case.must(*case.export())
    case.refused("mask", case.path, name)
    for path in case.files():
        with open(path, "rb") as found:
            data = found.read()
        for secret in (CPR, OTHER, NAME):
            assert secret.encode() not in data, os.path.relpath(path, case.folder)
    with open(case.out, encoding="utf-8") as document:
        text = document.read()
    assert "Borger XXXXXX-XXXX ringede" in text and "[navn]" in text
    case.assert_silent()


def file_name(case):
    """The name of the output is checked as well, and no message repeats it."""
    case.must("mask", case.path, "--all-cpr")
    out = os.path.join(case.folder, f"{CPR}.txt")
    told = case.refused("export", case.path, "-o", out)
    assert "Name of the file" in told and not os.path.exists(out)
    copy = os.path.join(case.folder, f"{OTHER}.trio")
    os.rename(case.path, copy)
    case.refused("check", copy)
    case.assert_silent()


def main():
    cases = [stops, justified, withheld, masked, file_name]
    failed = 0
    print(f"1..{len(cases)}")
    for number, case in enumerate(cases, 1):
        with tempfile.TemporaryDirectory(prefix="trio-gate-") as folder:
            try:
                case(Case(folder))
                print(f"ok {number} {case.__doc__}")
            except AssertionError as error:
                failed += 1
                print(f"# {error}\nnot ok {number} {case.__doc__}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
