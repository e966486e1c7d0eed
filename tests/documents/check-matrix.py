#!/usr/bin/env python3
"""Every type of document × language × kind of workshop × format: check-matrix.py WRITE-SAMPLES

All formats are compared with the tree block by block. What other programs say about them is
asked once for files that are the same; at the end stands a table with the number of findings.
"""
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "house"))
sys.path.insert(0, str(HERE))
from house import Tap  # noqa: E402
import axe  # noqa: E402
import office  # noqa: E402
import plain_files  # noqa: E402

FORMATS = ("docx", "odt", "pdf", "html", "md", "txt", "csv")
N_DOCUMENTS = 7 * 2 * 8
# Arabic comes out of a converted text in other places.
HOSTILE = "hostile"


def load(name):
    spec = importlib.util.spec_from_file_location(name.replace("-", "_"), HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


check_docx, check_odt, check_pdf = load("check-docx"), load("check-odt"), load("check-pdf")

COMPARE = {"docx": check_docx.block_findings, "odt": check_odt.block_findings,
           "pdf": check_pdf.block_findings, "html": plain_files.html_findings,
           "md": plain_files.markdown_findings, "txt": plain_files.text_findings,
           "csv": plain_files.csv_findings}


class Table:
    """Counts findings by type, format and validator."""

    def __init__(self, tap):
        self.tap = tap
        self.counts = {}

    def add(self, form, validator, files, findings):
        findings = list(findings)
        self.tap.case(f"{form}: {validator} ({len(files)} files)", findings)
        for file in files:
            row = self.counts.setdefault(file.stem.split("_")[0], {})
            key = (form, validator)
            row[key] = row.get(key, 0) + sum(1 for f in findings if f.startswith(f"{file.name}"))

    def skip(self, form, validator):
        self.tap.skip(f"{form}: {validator}", "not installed")

    def show(self):
        columns = sorted({key for row in self.counts.values() for key in row},
                         key=lambda key: (FORMATS.index(key[0]), key[1]))
        for number, (form, validator) in enumerate(columns, 1):
            print(f"# {number}: {form}, {validator}")
        print("#", " ".join(["type".ljust(13)] + [str(n + 1).rjust(3) for n in range(len(columns))]))
        for kind, row in sorted(self.counts.items()):
            print("#", " ".join([kind.ljust(13)] + [str(row.get(c, "-")).rjust(3) for c in columns]))


def once(files):
    """One file of those that are the same."""
    seen = {}
    for file in files:
        seen.setdefault(file.read_bytes(), file)
    return sorted(seen.values())


def every(check, files):
    """The findings of a check that waits for another program, for all files at once."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for findings in pool.map(lambda file: list(check(file)), files):
            yield from findings


# --- the comparison is checked -------------------------------------------------------------------

def swap(old, new):
    def mutate(text):
        assert old in text, old
        return text.replace(old, new, 1)
    return mutate


def drop_line(words):
    def mutate(text):
        lines = text.split("\n")
        lines.remove(next(line for line in lines if words in line))
        return "\n".join(lines)
    return mutate


def move_line_up(words):
    def mutate(text):
        lines = text.split("\n")
        at = next(i for i, line in enumerate(lines) if words in line)
        lines[at - 1], lines[at] = lines[at], lines[at - 1]
        return "\n".join(lines)
    return mutate


NOTE = "ÉN indgang til kommunen 4"
MUTATIONS = {
    "html": (swap(NOTE, NOTE[:-1]), drop_line(NOTE), move_line_up("Makkerpar"),
             swap("<h3", "<h4"), swap("<ul>", "<ol>"), swap("<ol>", "<ul>"),
             swap("BLIK FOR BORGEREN", "Blik for borgeren"), swap("<h2", "<p>x</p><h2")),
    "md": (swap(NOTE, NOTE[:-1]), drop_line(NOTE), move_line_up("Makkerpar"),
           swap("### ", "## "), swap(f"- {NOTE}", f"1. {NOTE}"), swap("1. Blik", "4. Blik"),
           swap("BLIK FOR BORGEREN", "Blik for borgeren"), swap("## 1. ", "## ")),
    "txt": (swap(NOTE, NOTE[:-1]), drop_line(NOTE), move_line_up("Makkerpar"),
            swap("~~~~", "----"), swap(f"• {NOTE}", f"1. {NOTE}"), swap("2. Digitale", "3. Digitale"),
            swap("BLIK FOR BORGEREN", "Blik for borgeren"), swap("• Færre", "  • Færre")),
    "csv": (swap(NOTE, NOTE[:-1]), drop_line(NOTE), move_line_up("Makkerpar"),
            swap(";0;", ";1;"), swap(";Digitale muligheder;", ";Digitale;"), swap("1;Blik", "2;Blik")),
}


def blind_spots(form, file, folder):
    """The office formats and PDF have mutations of their own in their checks."""
    folder.mkdir()
    for number, mutate in enumerate(MUTATIONS[form]):
        broken = folder / f"{number}.{form}"
        broken.write_bytes(mutate(file.read_bytes().decode("utf-8")).encode("utf-8"))
        for extension in (".json", ".notes"):
            shutil.copy(file.with_suffix(extension), broken.with_suffix(extension))
        if not list(COMPARE[form](broken)):
            yield f"{form}: nobody sees change {number}"


# --- what other programs say ---------------------------------------------------------------------

def check_office_program(table, form, files, folder):
    if not shutil.which("soffice"):
        table.skip(form, "LibreOffice")
        return
    folder.mkdir()

    def findings():
        yield from office.convert(files, folder, "txt:Text (encoded):UTF8")
        for file in files:
            plain = folder / f"{file.stem}.txt"
            if not plain.exists():
                yield f"{file.name}: LibreOffice cannot read it"
                continue
            text = plain.read_text(encoding="utf-8-sig")
            yield from office.text_findings(file, text)
            if HOSTILE not in file.stem:
                yield from office.label_findings(file, text)
    table.add(form, "LibreOffice reads it", files, findings())


def check_docx_files(table, files, folder):
    command = check_docx.validator()
    table.add("docx", "own rules", files, every(check_docx.rule_findings, files))
    table.add("docx", "python-docx reads it", files, every(check_docx.library_findings, files))
    if command:
        table.add("docx", "Open XML SDK", files, every(
            lambda file: check_docx.validate(command, file, "Microsoft365"), files))
    else:
        table.skip("docx", "Open XML SDK")
    check_office_program(table, "docx", files, folder / "docx-office")


def check_odt_files(table, files, folder):
    (folder / "schema").mkdir()
    schema = check_odt.make_schema(folder / "schema")
    table.add("odt", "own rules", files, every(check_odt.rule_findings, files))
    if schema:
        table.add("odt", "ODF 1.3 schema", files,
                  check_odt.schema_findings(schema, files, folder / "schema"))
    else:
        table.skip("odt", "ODF 1.3 schema")
    check_office_program(table, "odt", files, folder / "odt-office")


def check_pdf_files(table, files, folder):
    table.add("pdf", "PDF/UA rules", files, (f for file in files
                                             for f in check_pdf.rule_findings(file)))
    table.add("pdf", "outline", files, (f for file in files
                                        for f in check_pdf.outline_findings(file)))
    calm = [file for file in files if HOSTILE not in file.stem]
    table.add("pdf", "qpdf and poppler", calm, every(check_pdf.reader_findings, calm))


def check_html_files(table, files, folder):
    program, library = axe.find_browser(), axe.find_library()
    if program and library:
        table.add("html", "axe-core in Chromium", files,
                  axe.findings(program, library, files, folder))
    else:
        table.skip("html", "axe-core in Chromium")


OTHERS = {"docx": check_docx_files, "odt": check_odt_files, "pdf": check_pdf_files,
          "html": check_html_files}


def main():
    tap = Tap()
    table = Table(tap)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for form in sys.argv[2:] or FORMATS:
            started = time.monotonic()
            (folder / form).mkdir()
            subprocess.run([sys.argv[1], "--matrix", form, str(folder / form)], check=True)
            files = sorted((folder / form).glob(f"*.{form}"))
            if len(files) != N_DOCUMENTS:
                tap.case(f"{form}: all documents are there", [f"{len(files)} files"])
            # The same bytes may stand for trees that differ, for instance in hidden inputs.
            compared = once_by_tree(files)
            table.add(form, "blocks are those of the tree", compared,
                      (finding for file in compared for finding in COMPARE[form](file)))
            if form in MUTATIONS:
                sample = next(file for file in files if file.stem == "notat_da_36")
                tap.case(f"{form}: a changed file is noticed",
                         blind_spots(form, sample, folder / f"{form}-broken"))
            if form in OTHERS:
                OTHERS[form](table, once(files), folder)
            print(f"# {form}: {time.monotonic() - started:.0f} s")
        table.show()
    tap.close()


def once_by_tree(files):
    seen = {}
    for file in files:
        key = (file.read_bytes(), file.with_suffix(".json").read_bytes(),
               file.with_suffix(".notes").read_bytes())
        seen.setdefault(key, file)
    return sorted(seen.values())


if __name__ == "__main__":
    main()
