#!/usr/bin/env python3
"""Times documents beside other programs on the same inputs: bench-peers.py TRIO [N…]

Ours opens a workshop file with all its checks, builds the Notat and writes it. pandoc gets our
Markdown, LibreOffice our ODT, python-docx the blocks of our Markdown; so the content is the same,
and theirs is already laid out for them. All run as programs of their own, in turn. Prints one JSON
line per figure: processor time, elapsed time and the most memory; "floor" is ours and "ratio" how
many times of ours the other one takes. A table goes to standard error.
"""
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = {400: 3}
WITH_PYTHON_DOCX = """
import re, sys, docx
document = docx.Document()
for line in open(sys.argv[1], encoding="utf-8"):
    line = line.rstrip("\\n")
    if line.startswith("#"):
        document.add_heading(line.lstrip("# "), min(len(line) - len(line.lstrip("#")), 9))
    elif line.startswith("- "):
        document.add_paragraph(line[2:], style="List Bullet")
    elif re.match(r"\\d+\\. ", line):
        document.add_paragraph(line.split(" ", 1)[1], style="List Number")
    elif line:
        document.add_paragraph(line)
document.save(sys.argv[2])
"""


def measure(command):
    """Processor seconds, elapsed seconds, and the most memory in MB of a program."""
    started = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise RuntimeError(f"{command} failed")
    return (usage.ru_utime + usage.ru_stime, time.monotonic() - started, usage.ru_maxrss / 1024)


def make_workshop(trio, folder, count):
    """The words are those of a day, with a number, since the same input twice is one too many."""
    words = ("Færre skift af kontaktperson", "Kigge på ”hjemmelavede” regler/krav",
             "Fælles borgermøder – også om aftenen", "Hvem ringer til de pårørende?",
             "Makkerpar på tværs af huse. Prøves af i foråret", "Mindre skærm, mere samvær")
    lines = []
    for number in range(count):
        if number % (count // 4) == 0 and number // (count // 4) < 4:
            lines.append(f"STATION {number // (count // 4) + 1}")
        lines.append(f"• {words[number % len(words)]}, nr. {number + 1}")
    inputs, file = folder / "inputs.txt", folder / f"day-{count}.trio"
    inputs.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for command in (["new", str(file), "--from", "fremtidens-arbejdsfaellesskaber", "--lang", "da"],
                    ["set", str(file), "title=Dag", "start=2026-09-10"],
                    ["import", str(file), str(inputs)]):
        subprocess.run([trio, *command], check=True, stdout=subprocess.DEVNULL)
    return file


def export(trio, file, output):
    return [trio, "export", str(file), "-o", str(output), "--date", "2026-11-20"]


def contests(trio, file, folder):
    """(format, [(who, command)]), ours first."""
    markdown, odt, script = folder / "in.md", folder / "in.odt", folder / "with-docx.py"
    subprocess.run(export(trio, file, markdown), check=True, stderr=subprocess.DEVNULL)
    subprocess.run(export(trio, file, odt), check=True, stderr=subprocess.DEVNULL)
    script.write_text(WITH_PYTHON_DOCX, encoding="utf-8")

    def office(target):
        return ["soffice", f"-env:UserInstallation=file://{folder / 'profile'}", "--headless",
                "--convert-to", target, "--outdir", str(folder / "office"), str(odt)]

    for form in ("docx", "odt", "html", "pdf"):
        rows = [("trio", export(trio, file, folder / f"out.{form}"))]
        if shutil.which("pandoc") and form != "pdf":
            rows.append(("pandoc", ["pandoc", "-s", str(markdown), "-o",
                                    str(folder / f"pandoc.{form}")]))
        if shutil.which("soffice") and form in ("docx", "pdf"):
            rows.append(("libreoffice", office(form)))
        if form == "docx":
            rows.append(("python-docx", ["/usr/bin/python3", str(script), str(markdown),
                                         str(folder / "python.docx")]))
        yield form, rows


def middle(values):
    return sorted(values)[len(values) // 2]


def report(name, count, value, unit, floor):
    figure = {"name": name, "n": count, "p50": round(value, 3), "p95": None, "unit": unit,
              "floor": round(floor, 3) if floor else None,
              "ratio": round(value / floor, 1) if floor else None}
    print(json.dumps(figure), flush=True)


def main():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print(f"{'format':7}{'inputs':>7}  {'program':12}{'processor s':>12}{'ratio':>7}"
          f"{'elapsed s':>11}{'ratio':>7}{'memory MB':>11}", file=sys.stderr)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for count in [int(n) for n in sys.argv[2:]] or [400, 10000]:
            file = make_workshop(sys.argv[1], folder, count)
            for form, rows in contests(sys.argv[1], file, folder):
                found = {who: [] for who, _ in rows}
                for _ in range(ROUNDS.get(count, 1)):
                    for who, command in rows:
                        found[who].append(measure(command))
                ours = [middle(column) for column in zip(*found["trio"])]
                for who, _ in rows:
                    cpu, elapsed, memory = (middle(column) for column in zip(*found[who]))
                    theirs = who != "trio"
                    report(f"{form}-{who}-cpu", count, cpu, "s", ours[0] if theirs else None)
                    report(f"{form}-{who}-elapsed", count, elapsed, "s",
                           ours[1] if theirs else None)
                    report(f"{form}-{who}-memory", count, memory, "MB", ours[2] if theirs else None)
                    print(f"{form:7}{count:7}  {who:12}{cpu:12.2f}{cpu / ours[0]:7.1f}"
                          f"{elapsed:11.2f}{elapsed / ours[1]:7.1f}{memory:11.0f}",
                          file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
