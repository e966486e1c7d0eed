#!/usr/bin/env python3
"""Rebuilds the five official documents around a TRIO day from workshop files, with the command
line tool: check-rebuilt.py TRIO

The words are our own, the structure is that of documents that municipalities have sent out. Each
document in each format must have the outline in tests/fixtures/rebuilt: headings with their
numbers, paragraphs, lists on their levels, tables, in this order.
"""
import base64
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parent / "fixtures" / "rebuilt"
sys.path.insert(0, str(HERE.parent / "house"))
sys.path.insert(0, str(HERE))
from house import Tap  # noqa: E402
import docx_file  # noqa: E402
import odt_file  # noqa: E402
import pdf_file  # noqa: E402
import plain_files  # noqa: E402

PICTURE = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGNoaGBoaAAABgYC"
                           "ASzBUNcAAAAASUVORK5CYII=")

DAY = ["title=TRIO-stormøde", "event_kind=Inspirations- og udviklingsdag", "start=2026-09-10",
       "organisation=Egebæk Kommune", "inviting_body=Hovedudvalget", "unit=Sundhed og Omsorg",
       "series=Fremtidens arbejdsfællesskaber",
       "participants=TRIO’er fra alle enheder", "scope=hverdagen i husene og det fælles arbejde",
       "aim=Målet var, at alle gik hjem med et fælles afsæt for dialogen lokalt."]

DIALOGUE = {"related": "Blik for borgeren | Pjecen om enkle arbejdsgange ligger på intranettet."}

CASE = {
    "committee": "Økonomiudvalget", "routing": "HU\nØK\nKB",
    "matter": "Dialogmaterialet om fremtidens arbejdsfællesskaber",
    "purpose": "det kan bruges lokalt, herunder i MED",
    "distribution_date": "2026-09-18", "distribution_to": "alle chefer og MED-udvalg",
    "policies": "Sagen hænger sammen med personalepolitikken.",
    "recommender": "Kommunaldirektøren", "recommendation": "materialet godkendes",
    "decisions": "Økonomiudvalget | 2026-12-08 | Tiltrådt.\n Ida Holm (A) var ikke til stede.\n"
                 "Kommunalbestyrelsen | 2026-12-15 | Godkendt.",
    "absentees": "Jens Lund (B)\nKaren Vang (C)",
    "attachments": "Dialogmateriale.pdf | 4012345 | Åben | 123456/26 | (H)\n"
                   "Billeder fra dagen.pdf | 4012346 | Åben | 123457/26 | (H)",
}

ITEM = {
    "item_title": "Nyt fra direktionen", "subject": "Et overblik over direktionens arbejde",
    "with_themes": "no",
    "sections": "Kortere aftaler | Aftalerne følger nu budgettet og bliver kortere.\n"
                "Huse til fremtiden | Arbejdet er begyndt, og der er tre spor:\n"
                "Beskrivelsen af arbejdet er vedlagt\n"
                "Årets kollega | Alle kan foreslå en kollega: https://intra.example.dk/kollega\n"
                "Puljen til arbejdsmiljø | Der er nedsat en lille skrivende kreds.",
    "section_points": "2 | Vaner | Hvordan vi bruger rummene.\n2 | Teknik | Husenes stand.\n"
                      "2 | Opgaver | Hvem der skal sidde sammen.",
    "recommendation": "punktet drøftes", "decision_date": "2026-11-26",
    "decision_text": "Formanden fortalte om arbejdet. Det har tre spor:",
    "decision_points": "Færre regler | Mål frem for skemaer.\n"
                       "På tværs | Opgaverne følger ikke afdelingerne.\n"
                       "Tryghed | Alle skal turde sige noget.",
    "decision_sections": "Sådan gør vi | Ledere mødes en gang om året.\n"
                         "Ledelse sammen | Tre cirkler (se bilag).\n Værdierne binder os sammen.\n"
                         " MED er med hele vejen.",
    "absentees": "Ole Friis (vejchef)\nMona Dahl\nPer Bæk",
    "attachments": "Årets kollega | 4012350 | Åben | 23227/26 | (H)\n"
                   "Kommissorium | 4012351 | Åben | 23228/26 | (H)\n"
                   "Information fra ledelsen | 4012352 | Åben | 31146/26 | (H)",
}

STATUS = {
    "note_title": "Status på personaleindsatser", "subject": "De aktuelle personaleindsatser",
    "background": "Økonomiudvalget bad i april om en status.",
    "function_title": "Personalefunktionen",
    "function_text": "Det meste sker i hverdagen, hos ledere og TRIO.\n\n"
                     "En lille enhed støtter, som figuren viser:",
    "figure_alt": "Fire kasser: strategi, arbejdsmiljø, løn, personaleforhold",
    "function_more": "To konsulenter og en jurist deler opgaverne.\n\n"
                     "Andre kommuner har valgt andre veje.",
    "initiatives": "1 | Seniorer | En kreds skriver retningslinjer.\n"
                   "1 | Velkomst | To gange om året.\n1 | Op i tid | Lokale aftaler.\n"
                   "1 | Fravær | Et fast punkt i MED.\n1 | Jubilarer | En aften i april.\n"
                   "2 | Fælles retning | Til TRIO-dagen i september 2026 blev fire temaer til: En "
                   "attraktiv arbejdsplads – En stærk fortælling – Blik for borgeren – Digitale "
                   "muligheder.\n2 | Vidensbank | På intranettet.\n"
                   "2 | Læring | Puljen støtter lokale forløb.\n"
                   "3 | Evaluering | Igen i 2028.\n3 | Akademi | Sammen med naboerne.\n"
                   "3 | Nye ledere | En introduktion på to dage.",
}

# Document: workshop, type, order of the themes, parameters.
DOCUMENTS = {
    "dialogmateriale": ("day", "dialogue", (3, 4, 1, 2), DIALOGUE),
    "notat": ("day", "notat", (), {}),
    "sag": ("day", "case", (), CASE),
    "hovedudvalg": ("day", "item", (), ITEM),
    "status": ("status", "status", (), STATUS),
}
FORMATS = ("docx", "odt", "pdf", "html", "md", "txt")


def trio(*arguments):
    done = subprocess.run([sys.argv[1], *map(str, arguments)], capture_output=True, text=True,
                          check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert done.returncode == 0, f"trio {arguments}: {done.stderr}"


def make_workshops(folder):
    day, status = folder / "day.trio", folder / "status.trio"
    trio("new", day, "--from", "fremtidens-arbejdsfaellesskaber", "--lang", "da")
    trio("set", day, *DAY)
    trio("import", day, FIXTURES / "inputs.txt")
    trio("summarise", day, "--apply")
    trio("new", status, "--from", FIXTURES / "status-set.xml", "--lang", "da")
    trio("set", status, "title=Status", "organisation=Egebæk Kommune")
    (folder / "figur.png").write_bytes(PICTURE)
    for name, (workshop, kind, themes, parameters) in DOCUMENTS.items():
        options = [f"--theme={number}" for number in themes]
        options += [f"--param={key}={value}" for key, value in parameters.items()]
        if kind == "status":
            options.append(f"--param=figure={folder / 'figur.png'}")
        trio("export", folder / f"{workshop}.trio", "-t", kind, "-o", folder / f"{name}.txt",
             "--date", "2026-11-20", "--remember", name, *options)


# --- reading -------------------------------------------------------------------------------------

def office_blocks(blocks):
    """Live numbers of headings and items are what a reader sees."""
    return plain_files.expected([block for block in blocks if block["kind"] != "toc"])


def read_pdf(file):
    spec = importlib.util.spec_from_file_location("check_pdf", HERE / "check-pdf.py")
    check = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(check)
    for block in check.read_blocks(pdf_file.PdfFile(file).root):
        if block[1] in check.LETTERHEAD:
            continue
        if block[0] == "item":
            yield ("item", block[1], block[3] or "•", block[4])
        elif block[0] == "Figure":
            yield ("figure", block[1])
        elif block[0] == "field":
            yield ("fields", block[1])
        else:
            yield (block[0].lower(), *block[1:])


def read(file, blocks):
    """The blocks of a file; @blocks are those of the DOCX file, for what has no parser."""
    if file.suffix == ".docx":
        return office_blocks(docx_file.read_blocks(docx_file.DocxFile(file)))
    if file.suffix == ".odt":
        return office_blocks(odt_file.read_blocks(odt_file.OdtFile(file)))
    if file.suffix == ".pdf":
        return list(read_pdf(file))
    if file.suffix == ".html":
        return plain_files.read_html_file(file)
    if file.suffix == ".md":
        return plain_files.read_markdown_file(file)
    return blocks if not list(plain_files.text_findings(file, blocks)) else []


def outline(blocks):
    for block in blocks:
        kind = block[0]
        if re.fullmatch("h[1-6]", kind):
            yield f"{'=' * int(kind[1])} {block[1]}"
        elif kind == "item":
            yield f"{'  ' * block[1]}{block[2]} item"
        elif kind == "table":
            yield f"table of {len(block[-1])} rows"
        else:
            yield kind


def squeezed(lines):
    """What comes several times in a row stands once, with its count."""
    out = []
    for line in lines:
        if out and out[-1][0] == line:
            out[-1][1] += 1
        else:
            out.append([line, 1])
    return [line if count == 1 else f"{line} ×{count}" for line, count in out]


def expected_outline(name, form, blocks):
    """Markdown writes fields and pictures as paragraphs; a web page always has a main heading."""
    lines = (FIXTURES / f"{name}.outline").read_text(encoding="utf-8").splitlines()
    if form == "md":
        lines = [re.sub("^(fields|figure)$", "p", line) for line in lines]
        flat = []
        for line in lines:
            match = re.fullmatch(r"(.*?)(?: ×(\d+))?", line)
            flat += [match[1]] * int(match[2] or 1)
        lines = squeezed(flat)
    if form == "html" and name == "dialogmateriale":
        lines = [line.replace("= ", "== ", 1) if re.match("=+ ", line) else line for line in lines]
        lines.insert(0, f"= {blocks[0][1]}")
    return lines


def outline_findings(name, form, blocks):
    wanted = expected_outline(name, form, blocks)
    found = squeezed(outline(blocks))
    for index, (want, have) in enumerate(zip(wanted, found)):
        if want != have:
            yield f"{name}.{form}: line {index + 1} is “{have}” instead of “{want}”"
            return
    if len(wanted) != len(found):
        yield f"{name}.{form}: {len(found)} lines instead of {len(wanted)}"


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        make_workshops(folder)
        for name, (workshop, _, _, _) in DOCUMENTS.items():
            blocks = []
            for form in FORMATS:
                file = folder / f"{name}.{form}"
                trio("export", folder / f"{workshop}.trio", "--document", name, "-o", file,
                     "--date", "2026-11-20")
                found = read(file, blocks)
                blocks = blocks or found
                if "TRIO_WRITE_FIXTURES" in os.environ and form == "docx":
                    (FIXTURES / f"{name}.outline").write_text(
                        "\n".join(squeezed(outline(found))) + "\n", encoding="utf-8")
                tap.case(f"{name}.{form} has the outline of the real document",
                         outline_findings(name, form, found))
                unseen = [number for number in range(len(found)) if not list(
                    outline_findings(name, form, found[:number] + found[number + 1:]))]
                tap.case(f"{name}.{form}: a block that is missing is noticed", unseen)
    tap.close()


if __name__ == "__main__":
    main()
