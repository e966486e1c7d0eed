#!/usr/bin/env python3
"""Checks ODT files of all sample trees: check-odt.py WRITE-SAMPLES [SEED…]

The OpenDocument 1.3 schema through libxml2, rules of our own for what the schema does not know,
LibreOffice as a reader, and a comparison with the tree block by block.
"""
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "house"))
from house import Tap  # noqa: E402
import odt_file  # noqa: E402
import office  # noqa: E402
from odt_file import OdtFile  # noqa: E402

# The schema of the OASIS as Debian has it, in the package emacs-common.
SCHEMAS = "/usr/share/emacs"
SCHEMA = "*/etc/schema/OpenDocument-schema-v1.3.rnc"
N_SHOWN = 4


def make_schema(folder):
    """The schema in the form that libxml2 reads, or None where it is not installed."""
    compact = sorted(Path(SCHEMAS).glob(SCHEMA))
    if not compact or not shutil.which("trang") or not shutil.which("xmllint"):
        return None
    schema = folder / "odf.rng"
    subprocess.run(["trang", str(compact[-1]), str(schema)], check=True)
    return schema


def schema_findings(schema, files, folder):
    """All parts of all files in one run, since reading the schema takes the time."""
    parts = {}
    for file in files:
        with zipfile.ZipFile(file) as archive:
            for name in ("content.xml", "styles.xml", "meta.xml", "settings.xml"):
                part = folder / f"{file.stem}-{name}"
                part.write_bytes(archive.read(name))
                parts[str(part)] = f"{file.name}: {name}"
    done = subprocess.run(["xmllint", "--noout", "--relaxng", str(schema)] + list(parts),
                          capture_output=True, text=True, check=False)
    lines = done.stderr.splitlines()
    for part, name in parts.items():
        if f"{part} validates" not in lines:
            first = [line for line in lines if line.startswith(part) and "rror" in line]
            yield f"{name}: {(first or ['not read'])[0][:300]}"


def rule_findings(file):
    odt = OdtFile(file)
    for rule in odt_file.RULES:
        for finding in rule(odt):
            yield f"{file.name}: {rule.__name__}: {finding}"


def block_findings(file):
    return office.block_findings(file, odt_file.read_blocks(OdtFile(file)))


# --- what the samples must show ------------------------------------------------------------------

def look_findings(files):
    by_name = {file.stem: OdtFile(file) for file in files}
    danish, other, all_kinds = by_name["notat-da"], by_name["other-look"], by_name["everything"]

    def has(odt, part, text):
        return text.encode() in odt.bytes.get(part, b"")

    rules = (
        ("Danish is da-DK", has(danish, "styles.xml", 'fo:language="da" fo:country="DK"')),
        ("English is en-GB",
         has(by_name["notat-en"], "styles.xml", 'fo:language="en" fo:country="GB"')),
        ("hyphenation is on", has(danish, "styles.xml", 'fo:hyphenate="true"')),
        ("hyphenation can be off", not has(other, "styles.xml", 'fo:hyphenate="true"')),
        ("landscape lies",
         has(by_name["landscape"], "styles.xml", 'style:print-orientation="landscape"')),
        ("the first page has its own header",
         has(danish, "content.xml", 'style:master-page-name="First_20_Page"')
         and has(danish, "styles.xml", 'style:next-style-name="Standard"')),
        ("the logo has words",
         has(danish, "styles.xml", "<svg:title>Kommunens våbenskjold &amp; navn</svg:title>")),
        ("the page has a number", has(danish, "styles.xml", "<text:page-count>1<")
         and has(danish, "styles.xml", 'text:select-page="current">1<')),
        ("the case number is a property",
         has(danish, "meta.xml", 'meta:name="CaseNumber">00.01.10-P35-3-22<')),
        ("the time is that of the tree",
         has(danish, "meta.xml", "<dc:date>2022-10-07T09:30:00Z</dc:date>")),
        ("nobody is named", not has(danish, "meta.xml", "creator")),
        ("who is to be named is named",
         has(all_kinds, "meta.xml", "<dc:creator>Personaleafdelingen</dc:creator>")),
        ("keywords stand alone", has(all_kinds, "meta.xml", "<meta:keyword>trivsel<")),
        ("no letterhead, one page", not has(by_name["one-note"], "styles.xml", "First_20_Page")
         and not has(by_name["one-note"], "styles.xml", "<style:header>")),
        ("fonts are those of the look",
         has(other, "styles.xml", "svg:font-family=\"'Georgia', 'Liberation Serif'\"")
         and has(other, "styles.xml", 'fo:color="#7A1F2B"')),
        ("the bullet is that of the look", has(other, "styles.xml", 'text:bullet-char="–"')),
        ("margins are those of the look", has(other, "styles.xml", 'fo:margin-left="113.4pt"')),
        ("contents are links without page numbers",
         has(all_kinds, "content.xml", "<text:index-entry-link-start/>")
         and not has(all_kinds, "content.xml", "index-entry-page-number")),
        ("no contents unless asked for", not has(danish, "content.xml", "table-of-content")),
        ("a table has its words", has(all_kinds, "content.xml",
                                      "<table:title>Bilag til sagen</table:title>"
                                      "<table:desc>Nr., Titel, Journal</table:desc>")),
        ("headings of a page of their own are a property",
         has(danish, "content.xml", 'fo:break-before="page"')),
        ("addresses are encoded",
         has(all_kinds, "content.xml", 'https://example.org/sti/100%25/?a=1&amp;b=%C3%A5#x"')),
        ("a wrong address is no link", not has(all_kinds, "content.xml", 'href="http://[')),
        ("a wrong time is left out", not has(by_name["hostile"], "meta.xml", "date")),
        ("exceptions are few", len(list(danish.parts["content.xml"].iter(
            odt_file.q("style:style")))) < 15),
    )
    yield from (name for name, holds in rules if not holds)


# --- the checks are checked ----------------------------------------------------------------------

MUTATIONS = (
    ("mimetype", b"opendocument.text", b"opendocument.text\n"),
    ("META-INF/manifest.xml", b"Pictures/image1.jpeg", b"Pictures/image9.jpeg"),
    ("META-INF/manifest.xml", b'manifest:full-path="meta.xml"', b'manifest:full-path="mata.xml"'),
    ("content.xml", b'text:style-name="Text_20_body"', b'text:style-name="Nowhere"'),
    ("content.xml", b'text:style-name="Numbers"', b'text:style-name="Nombers"'),
    ("content.xml", b'text:outline-level="1"', b'text:outline-level="2"'),
    ("content.xml", b'text:name="section_2"', b'text:name="section_1"'),
    ("content.xml", b'continue-list="list_1"', b'continue-list="list_99"'),
    ("content.xml", b'xlink:href="#section_', b'xlink:href="#part_'),
    ("content.xml", b"<svg:desc>Et hus", b"<svg:desc>Et skib"),
    ("content.xml", b"Pictures/image2", b"Pictures/image7"),
    ("content.xml", b"</text:index-body>", b'<text:p text:style-name="Standard"/>'
                                           b"</text:index-body>"),
    ("styles.xml", b'style:page-layout-name="Page"', b'style:page-layout-name="Side"'),
    ("styles.xml", b'style:font-name="Body"', b'style:font-name="Krop"'),
    ("styles.xml", b'fo:language="da"', b'fo:language="de"'),
    ("meta.xml", b"<dc:language>", b"<dc:title>x</dc:title><dc:language>"),
    ("meta.xml", b"</office:meta>", b"<meta:printed-by>Anna</meta:printed-by></office:meta>"),
)

# What only the comparison with the tree can see.
CHANGES = (
    (b"Digitale muligheder", b"Digitale umuligheder"),
    (b'text:start-value="5"', b'text:start-value="6"'),
    (b'text:style-name="Letters"', b'text:style-name="Numbers"'),
    (b"</text:list-item><text:list-item>", b""),
    (b"<table:title>Bilag til", b"<table:title>Billag til"),
    (b' text:continue-list="list_1"', b""),
    (b"<text:line-break/>", b" "),
)


def broken_copy(file, copy, part, old, new):
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(copy, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == part:
                if old not in data:
                    return False
                data = data.replace(old, new, 1)
            fresh = zipfile.ZipInfo(info.filename, info.date_time)
            fresh.compress_type = info.compress_type
            target.writestr(fresh, data)
    return True


def blind_spots(file, folder):
    """Each mutation breaks the file in a way that no schema sees; a rule must see it."""
    changes = [("content.xml", *change) for change in CHANGES]
    for number, (part, old, new) in enumerate([*MUTATIONS, *changes]):
        broken = folder / f"broken-{number}.odt"
        if not broken_copy(file, broken, part, old, new):
            yield f"{part} has no {old!r} to break"
            continue
        shutil.copy(file.with_suffix(".json"), broken.with_suffix(".json"))
        check = rule_findings if number < len(MUTATIONS) else block_findings
        if not list(check(broken)):
            yield f"nobody sees {new!r} in {part}"


def schema_blind_spots(schema, file, folder):
    """The schema must be the one that refuses."""
    for number, (old, new) in enumerate(((b"<text:h ", b"<text:h text:level='1' "),
                                         (b"<table:desc>", b"<table:descr>"),
                                         (b'xlink:type="simple"', b'xlink:type="double"'))):
        broken = folder / f"invalid-{number}.odt"
        if not broken_copy(file, broken, "content.xml", old, new):
            yield f"no {old!r} to break"
        elif not list(schema_findings(schema, [broken], folder)):
            yield f"the schema does not see {new!r}"


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        seeds = sys.argv[2:] or office.random_seeds()
        print("# random documents:", *seeds)
        written = office.write(sys.argv[1], "odt", folder / "here", seeds)
        tap.case("the same bytes in another locale, time zone and home",
                 office.repeat_findings(written, office.write(
                     sys.argv[1], "odt", folder / "there", seeds, **office.ELSEWHERE)))
        files = [file for file in written if not file.stem.startswith("random-")]
        accidents = [file for file in written if file not in files]
        all_kinds = [file for file in files if file.stem == "everything"][0]

        schema = make_schema(folder)
        if schema:
            tap.case("the OpenDocument 1.3 schema finds nothing",
                     schema_findings(schema, written, folder))
            tap.case("the schema refuses what is wrong",
                     schema_blind_spots(schema, all_kinds, folder))
        else:
            tap.skip("the OpenDocument 1.3 schema finds nothing", "not installed")
        for file in files:
            tap.case(f"{file.stem}: our own rules find nothing", rule_findings(file))
            tap.case(f"{file.stem}: the blocks are those of the tree", block_findings(file))
        for name, check in (("our own rules find nothing", rule_findings),
                            ("the blocks are those of the tree", block_findings)):
            tap.case(f"random documents: {name}",
                     (finding for file in accidents for finding in check(file)))
        tap.case("look, language and properties", look_findings(files))
        tap.case("a broken file is noticed", blind_spots(all_kinds, folder))
        if shutil.which("soffice") and shutil.which("pdftotext"):
            (folder / "office").mkdir()
            tap.case("LibreOffice shows every text and number in order",
                     office.office_findings(files + accidents[:N_SHOWN], folder / "office"))
        else:
            tap.skip("LibreOffice shows every text and number in order", "not installed")
    tap.close()


if __name__ == "__main__":
    main()
