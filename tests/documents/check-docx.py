#!/usr/bin/env python3
"""Checks DOCX files of all sample trees: check-docx.py WRITE-SAMPLES [SEED…]

Microsoft's Open XML SDK, rules of our own for what the SDK misses, python-docx as a reader,
LibreOffice as a program that shows the pages, and a comparison with the tree block by block.
"""
import json
import os
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
import office  # noqa: E402
from docx_file import DocxFile, w  # noqa: E402
from office import expected_blocks  # noqa: E402

VERSIONS = ("Office2010", "Microsoft365")
LIST_STYLES = 3
N_VALIDATED = 4


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


def block_findings(file):
    return office.block_findings(file, docx_file.read_blocks(DocxFile(file)))


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
    printed = [text for style, text in wanted if style == "Title"]
    if printed and document.core_properties.title != printed[0] and (
            file.stem not in ("hostile", "case")):
        yield f"{file.name}: the title of the properties is {document.core_properties.title}"


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
        seeds = sys.argv[2:] or office.random_seeds()
        print("# random documents:", *seeds)
        written = office.write(sys.argv[1], "docx", folder / "here", seeds)
        tap.case("the same bytes in another locale, time zone and home",
                 office.repeat_findings(written, office.write(
                     sys.argv[1], "docx", folder / "there", seeds, **office.ELSEWHERE)))
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
                     office.office_findings(files + accidents[:N_VALIDATED], folder / "office"))
        else:
            tap.skip("LibreOffice shows every text and number in order", "not installed")
    tap.close()


if __name__ == "__main__":
    main()
