#!/usr/bin/env python3
"""Checks PDF files of all sample trees: check-pdf.py WRITE-SAMPLES [SEED…]

Rules of PDF/UA-1, qpdf and poppler as readers that nobody here wrote, and a comparison of the
structure with the tree block by block.
"""
import functools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "house"))
from house import Tap  # noqa: E402
import office  # noqa: E402
import pdf_file  # noqa: E402
from pdf_file import PdfFile  # noqa: E402

ELSEWHERE = {"LC_ALL": "da_DK.UTF-8", "LANG": "da_DK.UTF-8", "TZ": "Pacific/Auckland",
             "LANGUAGE": "da"}
N_RANDOM = 10
NUMBERING = {"bullet": "/Disc", "1.": "/Decimal", "1)": "/Decimal", "a)": "/LowerAlpha"}
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
# Of hostile samples the name goes on.
ORGANISATION = ("Egebæk Kommune ", "Egebæk Municipality ")
LETTERHEAD = ("Kommunens våbenskjold & navn", "Prøvekøbing Kommune Personale & Udvikling",
              "Kun på de følgende sider", "Egebæk Kommune", "Egebæk Municipality")


def write(program, folder, seeds, **environment):
    folder.mkdir()
    subprocess.run([program, "pdf", str(folder)] + seeds, check=True,
                   env={**os.environ, **environment})
    return sorted(folder.glob("*.pdf"))


@functools.lru_cache(maxsize=None)
def opened(file):
    return PdfFile(file)


def rule_findings(file):
    pdf = opened(file)
    for rule in pdf_file.RULES:
        for finding in rule(pdf):
            yield f"{file.name}: {rule.__name__}: {finding}"


# --- the tree ------------------------------------------------------------------------------------

def plain(text):
    """Line ends are spaces; what is read from right to left counts by its letters only."""
    text = re.sub(r"[ \n]+", " ", text or "").strip()
    return "".join(sorted(text.replace(" ", ""))) if RIGHT_TO_LEFT.search(text) else text


def expected_blocks(file):
    blocks = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    offset = 1 if any(block["kind"] == "title" for block in blocks) else 0
    last, out = 0, []
    for block in blocks:
        kind, text = block["kind"], block.get("text")
        if kind in ("title", "heading"):
            last = 1 if kind == "title" else min(block["level"] + offset, 6, last + 1)
            label = block.get("label")
            out.append((f"H{last}", plain(f"{label} {text}" if label else text)))
        elif kind == "para":
            if plain(text):
                out.append(("P", plain(text)))
        elif kind == "field":
            out.append(("field", plain(f"{block['label']}: {text}")))
        elif kind == "item":
            out.append(("item", block["level"], NUMBERING[block["list"]], block["label"] or "",
                        plain(text)))
        elif kind == "table":
            if block["head"] or block["rows"]:
                out.append(("table", plain(block["caption"]), tuple(map(plain, block["head"])),
                            tuple(tuple(map(plain, row)) for row in block["rows"])))
        elif kind == "figure":
            if block["alt"] is not None:
                out.append(("Figure", block["alt"]))
            if plain(block["caption"]):
                out.append(("P", plain(block["caption"])))
        elif kind == "toc" and block["entries"]:
            if plain(text):
                out.append(("P", plain(text)))
            out.append(("TOC", tuple(map(plain, block["entries"]))))
    return out


def read_list(element, level):
    for item in element.children:
        label = [c.text() for c in item.children if c.tag == "Lbl"]
        body = [c for c in item.children if c.tag == "LBody"][0]
        nested = [c for c in body.children if c.tag == "L"]
        text = "".join(c.text() for c in body.children if c.tag != "L") if nested else body.text()
        numbering = str(pdf_file.attribute(element, "/List", "/ListNumbering"))
        yield ("item", level, numbering, "" if numbering == "/Disc" else label[0].strip(),
               plain(text))
        for inner in nested:
            yield from read_list(inner, level + 1)


def read_table(element):
    rows = [e for e in element.walk() if e.tag == "TR"]
    if all(len(row.children) == 2 and row.children[0].tag == "TH"
           and pdf_file.attribute(row.children[0], "/Table", "/Scope") == "/Row" for row in rows):
        for row in rows:
            yield "field", plain(row.text())
        return
    caption = [e.text() for e in element.children if e.tag == "Caption"]
    head = [tuple(plain(c.text()) for c in row.children) for row in rows
            if row.parent.tag == "THead"]
    body = [tuple(plain(c.text()) for c in row.children) for row in rows
            if row.parent.tag == "TBody"]
    yield "table", plain(caption[0] if caption else ""), head[0] if head else (), tuple(body)


def read_blocks(element):
    for child in element.children:
        if child.tag == "L":
            yield from read_list(child, 0)
        elif child.tag == "Table":
            yield from read_table(child)
        elif child.tag in ("Sect", "BlockQuote"):
            yield from read_blocks(child)
        elif child.tag == "Figure":
            yield "Figure", str(child.obj.get("/Alt", ""))
        elif child.tag == "TOC":
            yield "TOC", tuple(plain(re.sub(r" \d+$", "", e.text())) for e in child.children)
        else:
            text = plain(child.text())
            is_field = (child.tag == "P" and [c.tag for c in child.children] == ["Span", "Span"]
                        and re.match(r"[^:]+: ", child.children[0].text()))
            yield ("field" if is_field else child.tag), text


def block_findings(file):
    wanted = expected_blocks(file)
    found = [block for block in read_blocks(opened(file).root)
             if block[1] not in LETTERHEAD and not str(block[1]).startswith(ORGANISATION)]
    if len(wanted) != len(found):
        yield f"{file.name}: {len(found)} blocks instead of {len(wanted)}"
    for index, (want, have) in enumerate(zip(wanted, found)):
        # A field whose letters need words has more parts, and reads the same.
        if want != have and not ({want[0], have[0]} == {"field", "P"} and want[1] == have[1]):
            yield f"{file.name}: block {index} is {str(have)[:300]} instead of {str(want)[:300]}"
            return


def outline_findings(file):
    wanted = []
    for block in json.loads(file.with_suffix(".json").read_text(encoding="utf-8")):
        if block["kind"] == "heading":
            text = f"{block['label']} {block['text']}" if block["label"] else block["text"]
            wanted.append(text.replace("\n", " "))
    found = [title for _, title, _ in pdf_file.outline(opened(file))]
    if wanted != found:
        yield f"{file.name}: the outline is {str(found)[:200]} instead of {str(wanted)[:200]}"


# --- readers that nobody here wrote --------------------------------------------------------------

def letters(text):
    return re.sub(r"[\W_]", "", text)


def run(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)


def reader_findings(file):
    done = run("qpdf", "--check", file)
    if done.returncode != 0 or "WARNING" in done.stdout + done.stderr:
        yield f"{file.name}: qpdf: {(done.stdout + done.stderr)[-300:]}"
    done = run("pdfinfo", "-struct-text", file)
    if done.stderr.strip():
        yield f"{file.name}: pdfinfo: {done.stderr[:300]}"
    if file.stem.startswith(("hostile", "random-")):
        return
    said = letters("".join(re.findall(r'^ *"(.*)"$', done.stdout, re.MULTILINE)))
    for block in expected_blocks(file):
        for text in block[1:] if block[0] in ("P", "field", "H1", "H2", "H3") else ():
            # The end of a span inside a block makes poppler lose the rest of the block; a space
            # that does not break is such a span.
            if "\u00a0" not in text and letters(text) not in said:
                yield f"{file.name}: poppler's structure does not say “{text[:80]}”"
                return
    page_text = letters(run("pdftotext", "-layout", file, "-").stdout)
    for block in expected_blocks(file):
        if block[0] == "item" and letters(block[-1]) not in page_text:
            yield f"{file.name}: pdftotext does not show “{block[-1][:80]}”"
            return


def repeat_findings(files, others):
    for file, other in zip(files, others):
        if file.read_bytes() != other.read_bytes():
            yield f"{file.name}: other bytes elsewhere"


# --- what the samples must show ------------------------------------------------------------------

def look_findings(files):
    by_name = {file.stem: opened(file) for file in files}
    danish, other = by_name["notat-da"], by_name["other-look"]
    box = by_name["landscape"].pages[0].mediabox
    entries = {e.text().rsplit(" ", 1)[0]: int(e.text().rsplit(" ", 1)[1])
               for e in by_name["everything"].elements if e.tag == "TOCI"}
    places = {title: page + 1 for _, title, page in pdf_file.outline(by_name["everything"])}
    links = [str(a.A.URI) for p in by_name["everything"].pages for a in p.obj.get("/Annots", [])
             if "/A" in a]
    fonts = {str(o.BaseFont) for o in other.pdf.objects
             if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o}
    rules = (
        ("Danish is da-DK", danish.pdf.Root.Lang == "da-DK"),
        ("English is en-GB", by_name["notat-en"].pdf.Root.Lang == "en-GB"),
        ("the Notat takes two pages, as in the other formats", len(danish.pages) == 2),
        ("landscape lies", float(box[2]) > float(box[3])),
        ("the time is that of the tree",
         str(danish.pdf.docinfo.get("/CreationDate")) == "D:20221007093000Z"),
        ("a wrong time is left out", "/CreationDate" not in by_name["hostile"].pdf.docinfo),
        ("nobody is named", "/Author" not in danish.pdf.docinfo),
        ("contents lead to the right pages", entries and all(
            places[title] == page for title, page in entries.items())),
        ("a wrong address is no link", len(links) == 4
         and links[0] == "https://example.org/sti/100%25/?a=1&b=%C3%A5#x"),
        ("fonts are those of the look", any("LiberationSerif" in name for name in fonts)
         or not shutil.which("fc-list") or "Liberation Serif" not in run("fc-list").stdout),
    )
    yield from (name for name, holds in rules if not holds)


# --- the checks are checked ----------------------------------------------------------------------

def find(pdf, tag):
    for obj in pdf.objects:
        if isinstance(obj, pikepdf.Dictionary) and obj.get("/S") == "/" + tag:
            return obj
    raise LookupError(tag)


def first_font(pdf):
    return next(o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)
                and o.get("/Subtype") in ("/TrueType", "/Type0"))


def replace_content(old, new):
    def mutate(pdf):
        data = pdf.pages[0].Contents.read_bytes()
        assert old in data
        pdf.pages[0].Contents.write(data.replace(old, new, 1))
    return mutate


def remove(get, key):
    def mutate(pdf):
        del get(pdf)[key]
    return mutate


def set_tag(old, new):
    def mutate(pdf):
        find(pdf, old).S = pikepdf.Name("/" + new)
    return mutate


MUTATIONS = {
    "no language": remove(lambda pdf: pdf.Root, "/Lang"),
    "no title shown": remove(lambda pdf: pdf.Root, "/ViewerPreferences"),
    "no metadata": remove(lambda pdf: pdf.Root, "/Metadata"),
    "an artifact unmarked": replace_content(b"/Artifact BMC", b"/P BMC EMC q"),
    "a mark renumbered": replace_content(b"/MCID 1 ", b"/MCID 9999 "),
    "a heading level left out": set_tag("H2", "H4"),
    "an item outside a list": set_tag("L", "Sect"),
    "a picture without words": remove(lambda pdf: find(pdf, "Figure"), "/Alt"),
    "a head without scope": remove(lambda pdf: find(pdf, "TH"), "/A"),
    "a list without numbering": remove(lambda pdf: find(pdf, "L"), "/A"),
    "letters without names": remove(first_font, "/ToUnicode"),
    "no way for the keyboard": remove(lambda pdf: pdf.pages[0].obj, "/Tabs"),
    "a link without words": remove(
        lambda pdf: next(p for p in pdf.pages if "/Annots" in p.obj).obj.Annots[0], "/Contents"),
    "a strange element": set_tag("P", "Paragraph"),
    "a cell too few": lambda pdf: find(pdf, "TR").K.__delitem__(0),
}


def blind_spots(file, folder):
    for number, (name, mutate) in enumerate(MUTATIONS.items()):
        broken = folder / f"broken-{number}.pdf"
        with pikepdf.open(file) as pdf:
            mutate(pdf)
            pdf.save(broken)
        if not list(rule_findings(broken)):
            yield f"nobody sees: {name}"
    for tag in ("P", "LBody", "H2", "TD"):
        with pikepdf.open(file) as pdf:
            find(pdf, tag).ActualText = pikepdf.String("andre ord")
            pdf.save(folder / f"{tag}.pdf")
        shutil.copy(file.with_suffix(".json"), folder / f"{tag}.json")
        if not list(block_findings(folder / f"{tag}.pdf")):
            yield f"nobody sees other words in {tag}"


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        seeds = sys.argv[2:] or office.random_seeds(N_RANDOM)
        print("# random documents:", *seeds)
        written = write(sys.argv[1], folder / "here", seeds)
        tap.case("the same bytes in another locale, time zone and language",
                 repeat_findings(written, write(sys.argv[1], folder / "there", seeds, **ELSEWHERE)))
        files = [file for file in written if not file.stem.startswith("random-")]
        accidents = [file for file in written if file not in files]
        checks = (("the rules of PDF/UA-1 are kept", rule_findings),
                  ("the blocks are those of the tree", block_findings),
                  ("the outline is that of the tree", outline_findings),
                  ("qpdf and poppler read it", reader_findings))
        for file in files:
            for name, check in checks:
                tap.case(f"{file.stem}: {name}", check(file))
        for name, check in checks:
            tap.case(f"random documents: {name}",
                     (finding for file in accidents for finding in check(file)))
        tap.case("look, language and properties", look_findings(files))
        (folder / "broken").mkdir()
        tap.case("a broken file is noticed",
                 blind_spots([f for f in files if f.stem == "everything"][0], folder / "broken"))
    tap.close()


if __name__ == "__main__":
    main()
