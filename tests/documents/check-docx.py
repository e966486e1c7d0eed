#!/usr/bin/env python3
"""Checks DOCX files of all sample trees: check-docx.py WRITE-SAMPLES [SEED…]

Microsoft's Open XML SDK, rules of our own for what the SDK misses, python-docx as a reader,
LibreOffice as a program that shows the pages, and a comparison with the tree block by block.
"""
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "house"))
from house import Tap  # noqa: E402
import docx_file  # noqa: E402
from docx_file import DocxFile, w  # noqa: E402

VERSIONS = ("Office2010", "Microsoft365")
ELSEWHERE = {"LC_ALL": "da_DK.UTF-8", "LANG": "da_DK.UTF-8", "TZ": "Pacific/Auckland",
             "HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent", "LANGUAGE": "da"}
MAX_LEVEL = 8
LIST_STYLES = 3
LABELLED = re.compile(r"^ {4,}(\d+[.)]|[a-z]+\)|[^\w\s]) (.*)$")
N_RANDOM = 30
N_VALIDATED = 4


def write(program, folder, seeds, **environment):
    folder.mkdir()
    subprocess.run([program, "docx", str(folder)] + seeds, check=True,
                   env={**os.environ, **environment})
    return sorted(folder.glob("*.docx"))


def validator():
    """The SDK as a command: where ./run has put it, or where the caller says."""
    named = os.environ.get("TRIO_OOXML_VALIDATOR")
    if named:
        return named
    script = Path(__file__).resolve().parents[2] / "_tools/node_modules/.bin/ooxml-validator"
    return str(script) if script.exists() and shutil.which("node") else None


def sdk_findings(command, file):
    with ThreadPoolExecutor() as pool:
        for findings in pool.map(lambda version: validate(command, file, version), VERSIONS):
            yield from findings


def validate(command, file, version):
    done = subprocess.run([command, str(file), "--officeVersion", version],
                          capture_output=True, text=True, check=False)
    if done.returncode == 2 or not done.stdout.strip():
        return [f"{file.name}: the validator failed: {done.stderr.strip()[:200]}"]
    return [f"{file.name} ({version}): {error['description']} {error['path']} {error['xPath']}"
            for error in json.loads(done.stdout)["errors"]]


def rule_findings(file):
    docx = DocxFile(file)
    for rule in docx_file.RULES:
        for finding in rule(docx):
            yield f"{file.name}: {rule.__name__}: {finding}"


# --- the tree ------------------------------------------------------------------------------------

def expected_blocks(file):
    """What the tree holds, as far as this format can tell it."""
    blocks = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    for block in blocks:
        if block["kind"] == "item":
            block["level"] = min(block["level"], MAX_LEVEL)
        elif block["kind"] == "heading" and block["label"] and not block["live"]:
            block["text"] = f"{block['label']} {block['text']}"
            block["label"] = None
        elif block["kind"] == "toc":
            # An entry is one line, even if its heading has two.
            block["entries"] = [entry.replace("\n", " ") for entry in block["entries"]]
    # Contents without an entry are not worth their title.
    return [block for block in blocks if block["kind"] != "toc" or block["entries"]]


def block_findings(file):
    expected, found = expected_blocks(file), docx_file.read_blocks(DocxFile(file))
    if len(expected) != len(found):
        yield f"{file.name}: {len(found)} blocks instead of {len(expected)}"
    for index, (want, have) in enumerate(zip(expected, found)):
        if want != have:
            yield f"{file.name}: block {index} is {str(have)[:300]} instead of {str(want)[:300]}"
            return


def library_findings(file):
    """python-docx, which nobody here wrote, must see the same headings and list items."""
    document = docx.Document(str(file))
    found = [(p.style.name, p.text if p._p.find(w("hyperlink")) is None else None)
             for p in document.paragraphs
             if p.style.name.startswith(("Title", "Heading ", "List "))]
    wanted = []
    for block in expected_blocks(file):
        if block["kind"] == "title":
            wanted.append(("Title", block["text"]))
        elif block["kind"] == "heading":
            wanted.append((f"Heading {block['level']}", block["text"]))
        elif block["kind"] == "item":
            name = "List Bullet" if block["list"] == "bullet" else "List Number"
            level = min(block["level"] + 1, LIST_STYLES)
            wanted.append((name if level == 1 else f"{name} {level}", block["text"]))
    if len(found) != len(wanted):
        yield f"{file.name}: {len(found)} headings and items instead of {len(wanted)}"
    for want, have in zip(wanted, found):
        # Debian's python-docx leaves out what stands in links.
        if want[0] != have[0] or have[1] not in (want[1], None):
            yield f"{file.name}: {have} instead of {want}"
            break
    if document.core_properties.title != next(iter(document.paragraphs)).text and (
            file.stem not in ("hostile", "case")):
        yield f"{file.name}: the title of the properties is {document.core_properties.title}"


# --- LibreOffice ---------------------------------------------------------------------------------

def convert(files, folder, target):
    profile = folder / "profile"
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
         target, "--outdir", str(folder)] + [str(file) for file in files],
        capture_output=True, text=True, check=False, timeout=240)
    return [line for line in (done.stdout + done.stderr).splitlines()
            if re.search(r"error|fail|could not", line, re.IGNORECASE) and "javaldx" not in line]


def squeeze(text):
    """Letters only: line ends, hyphens at line ends and bullets are the reader's own."""
    return re.sub(r"[\W_]", "", text)


def pieces(block):
    if block["kind"] == "table":
        # The text of a table is read cell by cell, whatever the columns look like.
        return [block["caption"] or ""] + block["head"] + [c for row in block["rows"] for c in row]
    if block["kind"] == "toc":
        return [block["text"]] + [re.sub(r"^\d+[.)] ", "", entry) for entry in block["entries"]]
    if block["kind"] == "field":
        return [block["label"], block["text"]]
    return [block.get("caption") or "", block.get("text") or ""]


def text_findings(file, text):
    """Every text of the tree must come in order in what LibreOffice makes of the file."""
    text, at = squeeze(text), 0
    for block in expected_blocks(file):
        for piece in pieces(block):
            found = text.find(squeeze(piece), at)
            if found < 0:
                yield f"{file.name}: LibreOffice does not show “{piece[:60]}” where it belongs"
                return
            at = found + len(squeeze(piece))


def label_findings(file, text):
    """LibreOffice counts itself: its numbers must be those of the tree."""
    found = [(match[1], match[2].strip()) for match in map(LABELLED.match, text.splitlines())
             if match]
    wanted = []
    for block in expected_blocks(file):
        first = (block.get("text") or "").split("\n")[0].strip()
        if block["kind"] == "item":
            wanted.append((block["label"] or "•", first))
        elif block["kind"] == "heading" and block["live"]:
            wanted.append((block["label"], first))
    found = [(label if label[-1] in ".)" else "•", text) for label, text in found]
    if len(found) != len(wanted):
        yield f"{file.name}: LibreOffice shows {len(found)} labels instead of {len(wanted)}"
    for want, have in zip(wanted, found):
        if want != have:
            yield f"{file.name}: LibreOffice shows {have} instead of {want}"
            return


def page_text(pdf):
    """The text of the pages between header and footer."""
    return subprocess.run(
        ["pdftotext", "-layout", "-r", "72", "-x", "0", "-y", "50", "-W", "850", "-H",
         "725" if pdf.stem != "landscape" else "480", str(pdf), "-"],
        capture_output=True, text=True, check=True).stdout


def page_count(pdf):
    info = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True)
    return int(re.search(r"^Pages:\s+(\d+)", info.stdout, re.MULTILINE).group(1))


def office_findings(files, folder):
    yield from convert(files, folder, "txt:Text (encoded):UTF8")
    yield from convert(files, folder, "pdf")
    for file in files:
        plain, pdf = folder / (file.stem + ".txt"), folder / (file.stem + ".pdf")
        if not plain.exists() or not pdf.exists():
            yield f"{file.name}: LibreOffice cannot read it"
            continue
        yield from text_findings(file, plain.read_text(encoding="utf-8-sig"))
        yield from label_findings(file, plain.read_text(encoding="utf-8-sig"))
        # Arabic and emoji come out of a PDF in the order in which they are drawn.
        if file in files and not file.stem.startswith(("hostile", "random-")):
            yield from text_findings(file, page_text(pdf))
    for name in ("notat-da", "notat-en"):
        if page_count(folder / f"{name}.pdf") != 2:
            yield f"{name}: {page_count(folder / f'{name}.pdf')} pages instead of 2"


# --- what the samples must show ------------------------------------------------------------------

def look_findings(files):
    by_name = {file.stem: DocxFile(file) for file in files}
    danish, other = by_name["notat-da"], by_name["other-look"]

    def has(docx, part, text):
        return text.encode() in docx.bytes.get(part, b"")

    rules = (
        ("Danish is da-DK", has(danish, "word/styles.xml", 'w:lang w:val="da-DK"')),
        ("English is en-GB", has(by_name["notat-en"], "word/styles.xml", 'w:lang w:val="en-GB"')),
        ("hyphenation is on", has(danish, "word/settings.xml", "<w:autoHyphenation/>")),
        ("hyphenation can be off", not has(other, "word/settings.xml", "autoHyphenation")),
        ("landscape lies", has(by_name["landscape"], "word/document.xml", 'w:orient="landscape"')),
        ("the first page has its own header",
         has(danish, "word/document.xml", "<w:titlePg/>") and "word/header2.xml" in danish.names),
        ("the logo has words", has(danish, "word/header2.xml",
                                   'descr="Kommunens våbenskjold &amp; navn"')),
        ("the page has a number",
         has(danish, "word/footer1.xml", '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1<')),
        ("the case number is a property",
         has(danish, "docProps/custom.xml", "<vt:lpwstr>00.01.10-P35-3-22</vt:lpwstr>")),
        ("the time is that of the tree",
         has(danish, "docProps/core.xml", ">2022-10-07T09:30:00Z</dcterms:modified>")),
        ("nobody is named", not has(danish, "docProps/core.xml", "creator")),
        ("no case number, no part", "docProps/custom.xml" not in by_name["one-note"].names),
        ("no letterhead, no header", not [n for n in by_name["one-note"].names if "header" in n]),
        ("fonts are those of the look", has(other, "word/styles.xml", 'w:ascii="Georgia"')
         and has(other, "word/styles.xml", 'w:ascii="Arial"')
         and has(other, "word/styles.xml", 'w:color w:val="7A1F2B"')),
        ("the bullet is that of the look", has(other, "word/numbering.xml", 'lvlText w:val="–"')),
        ("margins are those of the look",
         has(other, "word/document.xml",
             'w:top="1134" w:right="850" w:bottom="1134" w:left="2268"')),
        ("contents need no update",
         has(by_name["everything"], "word/document.xml", "TOC \\o &quot;1-2&quot; \\h \\n ")),
        ("no contents unless asked for", not has(danish, "word/document.xml", "TOC \\o")),
        ("addresses are encoded", has(by_name["everything"], "word/_rels/document.xml.rels",
                                      'https://example.org/sti/100%25/?a=1&amp;b=%C3%A5#x"')),
        ("an address stands once", by_name["everything"].bytes["word/_rels/document.xml.rels"]
         .count(b"https://example.org") == 1),
        ("a wrong address is no link", not has(by_name["everything"],
                                               "word/_rels/document.xml.rels", "[")),
        ("a wrong time is left out", not has(by_name["hostile"], "docProps/core.xml", "created")),
    )
    yield from (name for name, holds in rules if not holds)


def repeat_findings(files, others):
    for file, other in zip(files, others):
        if file.read_bytes() != other.read_bytes():
            yield f"{file.name}: other bytes elsewhere"


# --- the checks are checked ----------------------------------------------------------------------

MUTATIONS = (
    ("word/document.xml", b"</w:p></w:tc>", b"</w:p><w:tbl/></w:tc>"),
    ("word/document.xml", b'w:val="BodyText"', b'w:val="Nowhere"'),
    ("word/document.xml", b"</w:t>", b"\n</w:t>"),
    ("word/document.xml", b'w:bookmarkStart w:id="1"', b'w:bookmarkStart w:id="0"'),
    ("word/document.xml", b'w:numId w:val="3"', b'w:numId w:val="999"'),
    ("docProps/core.xml", b"<dc:language>", b"<dc:title>x</dc:title><dc:language>"),
    ("word/_rels/document.xml.rels", b"styles.xml", b"stiles.xml"),
    ("[Content_Types].xml", b"/word/footer1.xml", b"/word/footer9.xml"),
    ("word/header2.xml", b"<w:p>", b"<w:q>"),
)


def blind_spots(file, folder):
    """Each mutation breaks the file in a way that Word does not forgive; a rule must see it."""
    for number, (part, old, new) in enumerate(MUTATIONS):
        broken = folder / f"broken-{number}.docx"
        with zipfile.ZipFile(file) as source, zipfile.ZipFile(broken, "w") as target:
            for name in source.namelist():
                data = source.read(name)
                if name == part:
                    if old not in data:
                        yield f"{part} has no {old!r} to break"
                    data = data.replace(old, new, 1)
                target.writestr(name, data)
        try:
            if not list(rule_findings(broken)):
                yield f"nobody sees {new!r} in {part}"
        except docx_file.etree.XMLSyntaxError:
            pass


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        seeds = sys.argv[2:] or [str(random.randrange(1 << 32)) for _ in range(N_RANDOM)]
        print("# random documents:", *seeds)
        written = write(sys.argv[1], folder / "here", seeds)
        tap.case("the same bytes in another locale, time zone and home",
                 repeat_findings(written, write(sys.argv[1], folder / "there", seeds, **ELSEWHERE)))
        files = [file for file in written if not file.stem.startswith("random-")]
        accidents = [file for file in written if file not in files]

        command = validator()
        for file in files:
            if command:
                tap.case(f"{file.stem}: the Open XML SDK finds nothing",
                         sdk_findings(command, file))
            else:
                tap.skip(f"{file.stem}: the Open XML SDK finds nothing", "not installed")
            tap.case(f"{file.stem}: our own rules find nothing", rule_findings(file))
            tap.case(f"{file.stem}: the blocks are those of the tree", block_findings(file))
            tap.case(f"{file.stem}: python-docx reads it", library_findings(file))

        for name, check in (("our own rules find nothing", rule_findings),
                            ("the blocks are those of the tree", block_findings),
                            ("python-docx reads them", library_findings)):
            tap.case(f"random documents: {name}",
                     (finding for file in accidents for finding in check(file)))
        if command:
            tap.case("random documents: the Open XML SDK finds nothing",
                     (finding for file in accidents[:N_VALIDATED]
                      for finding in sdk_findings(command, file)))
        tap.case("look, language and properties", look_findings(files))
        tap.case("a broken file is noticed",
                 blind_spots([f for f in files if f.stem == "everything"][0], folder))
        if shutil.which("soffice") and shutil.which("pdftotext"):
            (folder / "office").mkdir()
            tap.case("LibreOffice shows every text and number in order",
                     office_findings(files + accidents[:N_VALIDATED], folder / "office"))
        else:
            tap.skip("LibreOffice shows every text and number in order", "not installed")
    tap.close()


if __name__ == "__main__":
    main()
